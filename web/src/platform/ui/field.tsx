import { type ReactNode, useId } from 'react';
import { useText } from '../i18n/use-text.ts';
import styles from './field.module.css';

/** What a control must carry so that its label, hint and error belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps {
  readonly label: ReactNode;
  /** Before anything is wrong: what is asked for, with its limits. */
  readonly hint?: ReactNode;
  /** What is wrong, with the number that says so. Nothing is shown when all is well. */
  readonly error?: ReactNode;
  readonly optional?: boolean;
  /** The label is for screen readers only. */
  readonly labelHidden?: boolean;
}

/** Label, control, hint and error of one question. */
export function Field({
  label,
  hint,
  error,
  optional,
  labelHidden,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const text = useText('platform');
  const id = useId();
  const hintId = `${id}h`;
  const errorId = `${id}e`;
  const described = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? 'unseen' : styles.label}>
        {label}
        {optional && <span className={styles.optional}> {text.optional}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
