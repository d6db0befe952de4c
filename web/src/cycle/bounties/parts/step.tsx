import type { ReactNode } from 'react';
import styles from './step.module.css';

/** One of the three steps, or a part beside them: a strong rule, a title, its matter. */
export function Step({ title, number, children }: { title: string; number?: number; children: ReactNode }) {
  return (
    <section className={styles.step}>
      <h2 className="d4">
        {number !== undefined && <span className={styles.number}>{number}</span>}
        {title}
      </h2>
      {children}
    </section>
  );
}
