import type { ReactNode } from 'react';
import styles from './account-part.module.css';

/** One part of the account under its strong rule. */
export function AccountPart({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className={styles.part}>
      <h2 className="d3">{title}</h2>
      {children}
    </section>
  );
}
