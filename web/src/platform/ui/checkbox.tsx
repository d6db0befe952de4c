import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';
import { CheckIcon } from './icons.tsx';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children' | 'size'> {
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** The one question of its place, as on a ballot. */
  readonly large?: boolean;
}

/** A box to tick; never ticked beforehand. */
export function Checkbox({ children, hint, error, large = false, className, ...input }: CheckboxProps) {
  const id = useId();
  const described = [error ? `${id}e` : '', hint ? `${id}h` : ''].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label className={[styles.check, large && styles.large].filter(Boolean).join(' ')}>
        <input
          {...input}
          type="checkbox"
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
        <span className={styles.box}>
          <CheckIcon className={styles.sign} />
        </span>
        <span>{children}</span>
      </label>
      {error && (
        <p id={`${id}e`} className={styles.error}>
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}h`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
