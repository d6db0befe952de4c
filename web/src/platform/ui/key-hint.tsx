import type { ReactNode } from 'react';
import styles from './key-hint.module.css';

/** A key of the keyboard, shown where there is one: its name, or an icon with its word unseen. */
export function KeyHint({ children }: { children: ReactNode }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
