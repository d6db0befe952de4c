import { useText } from '../i18n/use-text.ts';
import styles from './deal.module.css';

export type DealCell = 'rated' | 'skipped' | 'current' | 'left';

/** How far a hand of designs is: one cell a design. */
export function Deal({ cells }: { cells: readonly DealCell[] }) {
  const { deal } = useText('platform');
  const seen = cells.filter((cell) => cell !== 'left').length;
  return (
    <div className={styles.deal} role="img" aria-label={deal.label(seen, cells.length)}>
      {cells.map((cell, index) => (
        <i key={index} className={styles[cell]} />
      ))}
    </div>
  );
}
