import type { ReactNode } from 'react';
import styles from './tile.module.css';

/** The ground behind every piece, the same for all. `square` keeps a grid of shirts even. */
export function Tile({ square = false, children }: { square?: boolean; children: ReactNode }) {
  return <span className={[styles.tile, square && styles.square].filter(Boolean).join(' ')}>{children}</span>;
}
