import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A few words on a coloured ground: a state, a warning. */
export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'ok' | 'warn' | 'bad'; children: ReactNode }) {
  return <span className={[styles.tag, styles[tone]].filter(Boolean).join(' ')}>{children}</span>;
}
