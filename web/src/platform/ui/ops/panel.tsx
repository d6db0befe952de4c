import type { ReactNode } from 'react';
import { CheckIcon, ClockIcon, CrossIcon, DashIcon } from '../icons.tsx';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title: ReactNode;
  /** At the right of the title: how many, since when. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A block of the console under its strong rule. */
export function Panel({ title, aside, children }: PanelProps) {
  return (
    <section className={styles.panel}>
      <header>
        <h2 className="d2">{title}</h2>
        {aside && <span className="muted">{aside}</span>}
      </header>
      {children}
    </section>
  );
}

/** Two columns of panels, five and seven of twelve; one where two would be too narrow for a table. */
export function Panels({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <div className={styles.room}>
      <div className={styles.panels}>
        <div>{left}</div>
        <div>{right}</div>
      </div>
    </div>
  );
}

export interface CheckItem {
  /** `will` is what an act is going to do: nothing to judge, nothing to wait for. */
  readonly state: 'ok' | 'waiting' | 'bad' | 'will';
  readonly text: ReactNode;
}

const signs = { ok: CheckIcon, waiting: ClockIcon, bad: CrossIcon, will: DashIcon };

/** What is done and what is missing before an act, or what the act does. */
export function Checklist({ items }: { items: readonly CheckItem[] }) {
  return (
    <ul className={styles.checklist}>
      {items.map(({ state, text }, index) => {
        const Sign = signs[state];
        return (
          <li key={String(index)}>
            <Sign className={styles[state]} />
            <span>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Pairs of a name and a value. */
export function Facts({ rows }: { rows: readonly (readonly [ReactNode, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value], index) => (
        <div key={String(index)}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
