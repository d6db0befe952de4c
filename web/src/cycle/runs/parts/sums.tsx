import styles from './sums.module.css';

type Row = readonly [label: string, amount: string];

/** Amounts under one another, their sum, and the VAT in it. */
export function Sums({ rows, total, vat }: { rows: readonly Row[]; total: Row; vat?: Row | undefined }) {
  return (
    <dl className={styles.sums} aria-live="polite">
      {rows.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
      <div className={styles.total}>
        <dt>{total[0]}</dt>
        <dd>{total[1]}</dd>
      </div>
      {vat && (
        <div className={styles.vat}>
          <dt>{vat[0]}</dt>
          <dd>{vat[1]}</dd>
        </div>
      )}
    </dl>
  );
}
