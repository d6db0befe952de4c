import { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { FINALISTS, HAND_SIZE } from '@fraisier/shared/cycle/voting-rules.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { invalidate, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { CheckIcon, ClockIcon } from '../../../platform/ui/icons.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import type { HandSummary } from '../ballot-page.tsx';
import type { Outbox } from '../outbox.ts';
import styles from './ballot-done.module.css';
import { BallotReceipt } from './ballot-receipt.tsx';
import { ChangeRating } from './change-rating.tsx';
import { InkPage } from './ink-page.tsx';
import { Loved } from './loved.tsx';
import { MyRatings } from './my-ratings.tsx';
import { SendingNote } from './sending-note.tsx';
import { SetAsidePart } from './set-aside.tsx';

export interface BallotDoneProps {
  readonly round: Round;
  readonly outbox: Outbox;
  /** What was just done; null on a later visit. */
  readonly hand: HandSummary | null;
  readonly onMore: () => void;
}

/** The end of a hand: what was done, the receipt, when the next thing happens. */
export function BallotDone({ round, outbox, hand, onMore }: BallotDoneProps) {
  const text = useText('ballot-end');
  const { refused } = useText('ballot');
  const format = useFormat();
  const client = useQueryClient();
  const ballot = useCall(getBallot, { params: { round: round.slug } });
  const waiting = useStore(outbox, (state) => state.waiting.length);
  const lost = useStore(outbox, (state) => state.refused.length);
  const [changing, setChanging] = useState<string | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const isFinal = round.phase === 'final';
  const moment = (at: string) => `${format.day(at)}, ${format.time(at)}`;
  const left = ballot.data?.left ?? round.standing?.left ?? 0;

  // The answers that were on their way when the page was read.
  const isSent = waiting === 0;
  useEffect(() => {
    if (!isSent) return;
    void invalidate(client, getBallot);
    void invalidate(client, getRound);
  }, [client, isSent]);
  useEffect(() => {
    if (hand) title.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [hand]);

  // Back from a change, the focus returns to where it was asked for.
  const changed = useRef<string | null>(null);
  useEffect(() => {
    if (changing === null) changeButton(changed.current)?.focus();
    changed.current = changing;
  }, [changing]);

  if (changing && ballot.data) {
    const back = () => setChanging(null);
    return <ChangeRating round={round} outbox={outbox} ballot={ballot.data} design={changing} onDone={back} />;
  }

  const { rated, skipped } = hand ?? { rated: round.standing?.rated ?? 0, skipped: round.standing?.skipped ?? 0 };
  const ownDesigns = round.standing?.submissions.some((design) => design.state === 'admitted') ?? false;
  const ratings = ballot.data?.ratings ?? [];
  const setAside = ballot.data?.setAside;
  return (
    <InkPage
      month={round.month}
      below={ballot.data && <MyRatings ballot={ballot.data} isFinal={isFinal} onChange={setChanging} />}
    >
      <div className={styles.done}>
        <div className={styles.words}>
          <p className={styles.state}>
            {isSent ? <CheckIcon /> : <ClockIcon />}
            {isSent ? text.done.sent : text.done.stillSending}
          </p>
          <h1 className={`d6 accented ${styles.title}`} tabIndex={-1} ref={title}>
            <span>{text.done.voted}</span> <span>{text.done.seeYou(format.weekday(round.planned.freeze))}</span>
          </h1>
          <SendingNote outbox={outbox} />
          {isFinal && lost > 0 && (
            <Note tone="warn" role="status">
              {refused.beforeFinal(lost)}
            </Note>
          )}
          {setAside && <SetAsidePart round={round} setAside={setAside} />}
          <p className="lead">
            {rated + skipped > 0 ? text.done.hand(rated, skipped) : text.done.none}{' '}
            {left === 0 && rated + skipped > 0 && `${isFinal ? text.done.allSeenFinal : text.done.allSeen} `}
            {!setAside?.active && text.done.weight(moment(round.planned.freeze))}
          </p>
          <div className={styles.acts}>
            {ratings.length > 0 && (
              <Button kind="ink" onClick={goToRatings}>
                {text.done.change}
              </Button>
            )}
            <Link to={`/rounds/${round.slug}`}>{text.done.round}</Link>
          </div>
          <Loved ratings={ratings} />
          <div className={`small muted ${styles.after}`}>
            {!isFinal && round.counts.designs > FINALISTS && <p>{text.done.finalNext(moment(round.planned.final))}</p>}
            {ownDesigns && <p>{text.done.own}</p>}
            {left > 0 && (
              <p>
                {text.done.moreNote(left)}{' '}
                <button type="button" className={styles.more} onClick={onMore}>
                  {text.done.more(Math.min(left, HAND_SIZE))}
                </button>
              </p>
            )}
          </div>
        </div>
        <div className={styles.slip}>
          <ErrorNote error={ballot.error} onRetry={() => void ballot.refetch()} />
          {ballot.data && <BallotReceipt round={round} ballot={ballot.data} waiting={waiting} />}
        </div>
      </div>
    </InkPage>
  );
}

function changeButton(design: string | null): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>('[data-change]');
  return [...all].find((one) => one.dataset.change === design);
}

function goToRatings(): void {
  document.getElementById('mine')?.scrollIntoView();
  document.querySelector<HTMLElement>('[data-change]')?.focus({ preventScroll: true });
}
