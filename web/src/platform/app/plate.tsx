import type { ReactNode } from 'react';
import { RegisterMark } from '../ui/icons.tsx';
import styles from './plate.module.css';

/** A page that has one thing to say: 404, errors, refusals. */
export function Plate({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.plate}>
      <RegisterMark className={styles.mark} />
      <h1 className="d5">{title}</h1>
      {children}
    </div>
  );
}
