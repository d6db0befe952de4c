import type { ReactNode } from 'react';
import { Bare } from '../app/bare.tsx';
import { Brand } from './brand.tsx';
import styles from './letter.module.css';

export interface LetterProps {
  /** Place and date, at the top right. */
  readonly dateline: ReactNode;
  readonly children: ReactNode;
  /** Beside the text: the shirt, the rank, the counts. */
  readonly aside?: ReactNode;
}

/** A letter on the shop's paper: a bare page of its own, white in both themes. */
export function Letter(words: LetterProps) {
  return (
    <Bare>
      <div className={styles.desk}>
        <main id="main" tabIndex={-1} className={`${styles.paper} white-paper`}>
          <LetterWords {...words} />
        </main>
      </div>
    </Bare>
  );
}

/** What is written on the paper. */
export function LetterWords({ dateline, children, aside }: LetterProps) {
  return (
    <>
      <header className={styles.head}>
        <Brand />
        <p className="small muted">{dateline}</p>
      </header>
      <div className={styles.body}>{children}</div>
      {aside && <aside>{aside}</aside>}
    </>
  );
}
