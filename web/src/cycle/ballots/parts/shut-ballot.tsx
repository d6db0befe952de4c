import { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import type { Outbox } from '../outbox.ts';
import styles from './ballot-done.module.css';
import { BallotReceipt } from './ballot-receipt.tsx';
import { InkPage } from './ink-page.tsx';
import { MyRatings } from './my-ratings.tsx';
import { SetAsidePart } from './set-aside.tsx';

/** The vote cannot be taken now: why, since or until when, and what there is to do; with the receipts of those who voted. */
export function ShutBallot({ round, outbox }: { round: Round; outbox: Outbox }) {
  const { shut: text } = useText('ballot-end');
  const { refused } = useText('ballot');
  const ballot = useCall(getBallot, { params: { round: round.slug } });
  const late = useStore(outbox, (state) => state.refused.filter(({ code }) => code === 'round_closed').length);
  const { title, words, acts } = useShut(round);
  const ratings = ballot.data?.ratings ?? [];
  const setAside = ballot.data?.setAside;
  const counts = ratings.length > 0 && round.phase !== 'cancelled' && !setAside?.active;
  return (
    <InkPage month={round.month} below={ballot.data && <MyRatings ballot={ballot.data} isFinal={false} />}>
      <div className={styles.done}>
        <div className={styles.words}>
          <h1 className="d6 accented">{title}</h1>
          {late > 0 && (
            <Note tone="bad" role="alert">
              {refused.late(late)}
            </Note>
          )}
          <p className="lead">
            {words} {counts && text.yours(ratings.length)}
          </p>
          {setAside && <SetAsidePart round={round} setAside={setAside} />}
          <div className={styles.acts}>{acts}</div>
        </div>
        <div className={styles.slip}>
          {ballot.data && ratings.length > 0 && <BallotReceipt round={round} ballot={ballot.data} waiting={0} />}
        </div>
      </div>
    </InkPage>
  );
}

function useShut(round: Round): { title: string; words: string; acts: ReactNode } {
  const { shut: text } = useText('ballot-end');
  const format = useFormat();
  const wall = (
    <ButtonLink kind="ink" to={`/rounds/${round.slug}`}>
      {text.wall}
    </ButtonLink>
  );
  switch (round.phase) {
    case 'planned':
    case 'collecting':
      return {
        title: text.planned,
        words: text.plannedText(`${format.day(round.planned.voting)}, ${format.time(round.planned.voting)}`),
        acts: (
          <>
            {wall}
            {round.phase === 'collecting' && <Link to={`/rounds/${round.slug}/submit`}>{text.submit}</Link>}
          </>
        ),
      };
    case 'voting':
    case 'final':
      if (round.standing?.cannotVoteReason === 'account_too_new') {
        const opened = round.actual.final ?? round.planned.final;
        return {
          title: text.tooNew,
          words: text.tooNewText(`${format.day(opened)}, ${format.time(opened)}`),
          acts: (
            <>
              {wall}
              <Link to="/rounds">{text.rounds}</Link>
            </>
          ),
        };
      }
      return { title: text.closed, words: text.closing, acts: wall };
    case 'frozen':
      return { title: text.closed, words: text.closedText, acts: wall };
    case 'counted':
    case 'decided':
      return {
        title: text.counted,
        words: text.countedText,
        acts: (
          <ButtonLink kind="ink" to={`/rounds/${round.slug}/result`}>
            {text.result}
          </ButtonLink>
        ),
      };
    case 'cancelled':
      return { title: text.cancelled, words: round.cancelReason ?? text.cancelledText, acts: wall };
  }
}
