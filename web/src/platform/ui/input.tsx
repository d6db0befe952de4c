import type { ComponentProps, ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './input.module.css';

/**
 * One line of text, with its label, hint and error. With `count`, says how much of `maxLength` is used; `beside` stands
 * at its right: what the words become.
 */
export function Input({
  label,
  hint,
  error,
  optional,
  labelHidden,
  count = false,
  beside,
  className,
  ...input
}: FieldProps & { count?: boolean; beside?: ReactNode } & Omit<ComponentProps<'input'>, 'id'>) {
  const said = useHint(hint, count, input.value, input.maxLength);
  return (
    <Field {...{ label, error, optional, labelHidden, hint: said }}>
      {(control) => (
        <span className={beside ? styles.pair : styles.alone}>
          <input
            type="text"
            required={!optional}
            {...input}
            {...control}
            className={[styles.control, className].filter(Boolean).join(' ')}
          />
          {beside}
        </span>
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  labelHidden,
  count = false,
  className,
  ...input
}: FieldProps & { count?: boolean } & Omit<ComponentProps<'textarea'>, 'id'>) {
  const said = useHint(hint, count, input.value, input.maxLength);
  return (
    <Field {...{ label, error, optional, labelHidden, hint: said }}>
      {(control) => (
        <textarea
          rows={4}
          required={!optional}
          {...input}
          {...control}
          className={[styles.control, styles.area, className].filter(Boolean).join(' ')}
        />
      )}
    </Field>
  );
}

/** One of a list, by the browser's own select. Children are `<option>`s. */
export function Select({
  label,
  hint,
  error,
  optional,
  labelHidden,
  className,
  children,
  ...input
}: FieldProps & Omit<ComponentProps<'select'>, 'id'>) {
  return (
    <Field {...{ label, hint, error, optional, labelHidden }}>
      {(control) => (
        <span className={styles.select}>
          <select
            required={!optional}
            {...input}
            {...control}
            className={[styles.control, className].filter(Boolean).join(' ')}
          >
            {children}
          </select>
        </span>
      )}
    </Field>
  );
}

/** The hint, then how much is used. */
function useHint(hint: ReactNode, count: boolean, value: unknown, most: number | undefined): ReactNode {
  const { letters } = useText('platform');
  const used = count && most ? letters([...String(value ?? '')].length, most) : undefined;
  if (!hint || !used) return used ?? hint;
  return (
    <>
      {hint} <span className="nowrap">{used}</span>
    </>
  );
}
