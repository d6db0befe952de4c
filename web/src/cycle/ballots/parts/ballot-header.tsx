import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { ReactNode } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Brand } from '../../../platform/ui/brand.tsx';
import { Deal, type DealCell } from '../../../platform/ui/deal.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { toast } from '../../../platform/ui/toast.tsx';
import styles from './ballot-header.module.css';

export interface BallotHeaderProps {
  readonly round: Round;
  readonly cells: readonly DealCell[];
  /** Where the hand is, in words. */
  readonly at?: string;
  /** In place of the way out. */
  readonly children?: ReactNode;
}

/** How far the hand is, and the way out that loses nothing. */
export function BallotHeader({ round, cells, at, children }: BallotHeaderProps) {
  const text = useText('ballot');
  const rated = cells.filter((cell) => cell === 'rated').length;
  return (
    <header className={styles.header} data-ink={monthCode(round.month)}>
      <div className={styles.brand}>
        <Brand />
        {round.phase === 'final' && <b className={`${styles.final} field-of-ink`}>{text.final}</b>}
      </div>
      <div className={styles.deal}>{cells.length > 0 && <Deal cells={cells} />}</div>
      <div className={styles.out}>
        {at && <b className="num nowrap">{at}</b>}
        {children ?? (
          <PlainLink
            to={`/rounds/${round.slug}`}
            className="nowrap"
            onClick={() => rated > 0 && toast(text.laterNote(rated))}
          >
            {text.later}
          </PlainLink>
        )}
      </div>
    </header>
  );
}
