import type { ReactNode } from 'react';
import { Mark } from '../ui/brand.tsx';
import { HalftoneEdge } from '../ui/halftone-edge.tsx';
import { RegisterMark } from '../ui/icons.tsx';
import styles from './plate.module.css';

const corners = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const;

/** A page that has one thing to say: 404, errors, refusals. Beside it a sheet that was printed out of register. */
export function Plate({ title, figure, children }: { title: string; figure?: string; children: ReactNode }) {
  const print = figure ? (
    <p className={`figure ${styles.figure}`}>
      <span className={styles.red}>{figure}</span>
      <span className={styles.green}>{figure}</span>
    </p>
  ) : (
    <Mark className={styles.fruit} />
  );
  return (
    <OnPress print={print}>
      <h1 className="d5">{title}</h1>
      {children}
    </OnPress>
  );
}

/** Words, and beside them a sheet on the bed of the press, in the ink of the month. */
export function OnPress({ print, children }: { print: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.plate}>
      <div className={styles.said}>{children}</div>
      <div className={`field-of-ink ${styles.bed}`} aria-hidden="true">
        <HalftoneEdge />
        <div className={`white-paper ${styles.sheet}`}>
          {corners.map((corner) => (
            <RegisterMark key={corner} className={`${styles.mark} ${styles[corner]}`} />
          ))}
          {print}
        </div>
      </div>
    </div>
  );
}
