import type { ReactNode } from 'react';
import styles from './progress.module.css';

/** A share of something that is really done, from 0 to 1, with its words: `2,6 Mo sur 4,1`. */
export function Progress({ value, label, children }: { value: number; label: string; children?: ReactNode }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div>
      <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
        <svg className={styles.bar} preserveAspectRatio="none" aria-hidden="true">
          <rect width={`${percent}%`} height="100%" />
        </svg>
      </div>
      {children}
    </div>
  );
}
