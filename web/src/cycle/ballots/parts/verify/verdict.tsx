import { type ReactNode, useEffect, useRef } from 'react';
import { Progress } from '../../../../platform/ui/progress.tsx';
import styles from './verdict.module.css';

export interface VerdictProps {
  readonly tone: 'passed' | 'open' | 'failed';
  readonly headline: string;
  readonly children?: ReactNode;
  /** What else might have stood here: `HeldPlace`s. */
  readonly held?: ReactNode;
}

/** One big sentence, and the focus on it. */
export function Verdict({ tone, headline, children, held }: VerdictProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div className={[styles.verdict, styles[tone], tone === 'passed' && 'field-of-ink'].filter(Boolean).join(' ')}>
      <div className={styles.inside}>
        <h3 className={`d6 accented ${styles.headline}`} tabIndex={-1} ref={title}>
          {headline}
        </h3>
        <div className={styles.words}>{children}</div>
      </div>
      {held}
    </div>
  );
}

/** A verdict that may come, unseen: the place is as high as the highest, so that nothing below it moves. */
export function HeldPlace({ headline, children }: { headline: string; children: ReactNode }) {
  return (
    <div className={`${styles.inside} ${styles.held}`} aria-hidden="true">
      <p className={`d6 ${styles.headline}`}>{headline}</p>
      <div className={styles.words}>{children}</div>
    </div>
  );
}

export interface UnderWayProps {
  /** The large figure: `7 sur 19`, `2,6 Mo`. */
  readonly figure: string;
  readonly label: string;
  /** From 0 to 1; null when it is not known. */
  readonly share: number | null;
  readonly children?: ReactNode;
  readonly held?: ReactNode;
}

/** In the place of the verdict, until there is one. */
export function UnderWay({ figure, label, share, children, held }: UnderWayProps) {
  return (
    <div className={styles.verdict}>
      <div className={styles.inside}>
        <p className={`d6 num ${styles.headline}`}>{figure}</p>
        <div className={styles.words}>
          {share !== null && <Progress value={share} label={label} />}
          {children}
        </div>
      </div>
      {held}
    </div>
  );
}
