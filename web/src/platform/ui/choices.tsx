import { type ReactNode, useId } from 'react';
import styles from './choices.module.css';

export interface ChoicesProps<V extends string> {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: V; readonly label: ReactNode; readonly hint?: ReactNode }[];
  /** Null as long as nothing is chosen: nothing is chosen beforehand. */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly error?: ReactNode;
}

/** One of several answers that each need a line: a reason, a case. The arrow keys go from one to the next. */
export function Choices<V extends string>({ label, options, value, onChange, error }: ChoicesProps<V>) {
  const name = useId();
  return (
    <fieldset aria-describedby={error ? `${name}e` : undefined}>
      <legend className="strong">{label}</legend>
      <div className={styles.list}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              aria-invalid={error ? true : undefined}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.dot} />
            <span>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}e`} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
