import type { ReactNode } from 'react';
import styles from './phase.module.css';

export interface PhaseProps {
  /** `open`: something can be done now. `waiting`: nothing to do. `settled`: published. */
  readonly state: 'open' | 'waiting' | 'settled';
  readonly children: ReactNode;
}

/** Where a round or a run is: a sign and its words. */
export function Phase({ state, children }: PhaseProps) {
  return <span className={[styles.phase, styles[state]].filter(Boolean).join(' ')}>{children}</span>;
}
