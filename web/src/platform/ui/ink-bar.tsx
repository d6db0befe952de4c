import styles from './ink-bar.module.css';

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** The printer's control bar: two inks, their overprint, and the ink of each month. */
export function InkBar({ label }: { label: string }) {
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      <i className={styles.fraise} />
      <i className={styles.sapin} />
      <i className={styles.over} />
      {months.map((month) => (
        <i key={month} data-ink={month} className={styles.month} />
      ))}
    </div>
  );
}
