import type { ReactNode } from 'react';
import styles from './days.module.css';

export interface DaysProps {
  readonly total: number;
  /** The day it is, from 1; 0 before the first, more than `total` after the last. */
  readonly now: number;
  /** The day that closes, with a target on it. */
  readonly end?: number;
  /** The whole in words, for those who do not see it. */
  readonly label: string;
  readonly from?: ReactNode;
  readonly to?: ReactNode;
}

/** The control strip of a month: one square a day. */
export function Days({ total, now, end, label, from, to }: DaysProps) {
  return (
    <div role="img" aria-label={label}>
      <div className={styles.strip} aria-hidden="true">
        {Array.from({ length: total }, (_, index) => {
          const day = index + 1;
          const state = day === now ? styles.now : day < now ? styles.gone : day === end ? styles.end : undefined;
          return <i key={day} className={state} />;
        })}
      </div>
      {(from || to) && (
        <div className={styles.caption} aria-hidden="true">
          <span className="muted">{from}</span>
          <b>{to}</b>
        </div>
      )}
    </div>
  );
}
