import type { ReactNode } from 'react';
import styles from './empty.module.css';
import { RegisterMark } from './icons.tsx';

/** Nothing yet, and why, and what can be done. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <RegisterMark className={styles.mark} />
      <p className="d3">{title}</p>
      {children}
    </div>
  );
}
