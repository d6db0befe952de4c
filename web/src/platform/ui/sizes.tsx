import { type ReactNode, useId } from 'react';
import { useText } from '../i18n/use-text.ts';
import styles from './sizes.module.css';

export interface SizeOption {
  readonly size: string;
  readonly soldOut?: boolean;
  /** Under the label: `reste 9`. */
  readonly caption?: ReactNode;
}

export interface SizesProps {
  readonly options: readonly SizeOption[];
  readonly value: string | null;
  readonly onChange: (size: string) => void;
  /** Read by screen readers; shown with `showLabel`. */
  readonly label?: string;
  readonly showLabel?: boolean;
  /** What is missing. */
  readonly error?: ReactNode;
}

/** Sizes as woven labels: a native group of radio buttons; a size that is sold out is crossed and says so. */
export function Sizes({ options, value, onChange, label, showLabel = false, error }: SizesProps) {
  const { sizes } = useText('platform');
  const name = useId();
  return (
    <fieldset aria-describedby={error ? `${name}e` : undefined}>
      <legend className={showLabel ? styles.legend : 'unseen'}>{label ?? sizes.label}</legend>
      <div className={styles.row}>
        {options.map(({ size, soldOut = false, caption }) => (
          <label key={size} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={size}
              checked={value === size}
              disabled={soldOut}
              aria-invalid={error ? true : undefined}
              onChange={() => onChange(size)}
            />
            <span className={styles.woven}>{size}</span>
            {caption !== undefined && <span className={styles.caption}>{caption}</span>}
            {soldOut && caption === undefined && <span className="unseen">{sizes.soldOut}</span>}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}e`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
