import type { ReactNode } from 'react';
import { Brand } from '../../../platform/ui/brand.tsx';
import { LanguageSwitch } from '../../../platform/ui/header.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import styles from './ink-page.module.css';

export interface InkPageProps {
  /** 1 to 12: the ink that fills the screen; paper without it. */
  readonly month?: number;
  readonly children: ReactNode;
  /** Below the field, on paper. */
  readonly below?: ReactNode;
}

/** A screen of the month's ink that says one thing: voted, closed, not yet. */
export function InkPage({ month, children, below }: InkPageProps) {
  const ground = month ? 'field-of-ink' : undefined;
  return (
    <div data-ink={month ? monthCode(month) : undefined}>
      <div className={ground}>
        <header className={styles.header}>
          <Brand />
          <LanguageSwitch />
        </header>
      </div>
      <main id="main" tabIndex={-1}>
        <div className={[styles.field, ground].filter(Boolean).join(' ')}>
          <div className={styles.words}>{children}</div>
        </div>
        {below}
      </main>
    </div>
  );
}
