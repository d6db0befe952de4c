import { useFormat } from '../../../platform/i18n/use-text.ts';
import styles from './fraction.module.css';

export interface FractionProps {
  /** The number of the piece, or several of one order. */
  readonly numbers: readonly number[];
  readonly of: number;
  /** The whole in words. */
  readonly label: string;
  readonly small?: boolean;
}

/** A piece's number over the size of its run: `214 /300`. */
export function Fraction({ numbers, of, label, small = false }: FractionProps) {
  const format = useFormat();
  const many = numbers.length > 2;
  return (
    <p className={[styles.fraction, (small || many) && styles.small].filter(Boolean).join(' ')}>
      <span className="unseen">{label}</span>
      <span className={`figure ${styles.number}`} aria-hidden="true">
        {numbers.map((number) => format.number(number)).join(', ')}
      </span>
      <span className={`figure ${styles.of}`} aria-hidden="true">
        /{format.number(of)}
      </span>
    </p>
  );
}
