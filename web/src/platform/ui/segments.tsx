import { useId } from 'react';
import styles from './segments.module.css';

export interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** A few choices side by side, one of them made: a view, an order. */
export function Segments<V extends string>({ label, labelHidden, options, value, onChange }: SegmentsProps<V>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={labelHidden ? 'unseen' : styles.legend}>{label}</legend>
      <div className={styles.row}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
