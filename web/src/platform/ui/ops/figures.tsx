import type { ReactNode } from 'react';
import { monthCode } from '../month-code.ts';
import styles from './figures.module.css';

export interface Figure {
  readonly key: string;
  readonly value: ReactNode;
  readonly label: ReactNode;
}

/** Counts in large type, on a field of the month's ink when they are a month's. */
export function Figures({ items, month }: { items: readonly Figure[]; month?: number }) {
  const field = month === undefined ? undefined : 'field-of-ink';
  return (
    <dl className={[styles.figures, field].filter(Boolean).join(' ')} data-ink={month && monthCode(month)}>
      {items.map(({ key, value, label }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className="figure">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
