import { dealHand, type Hand } from '@fraisier/shared/contracts/ballots.ts';
import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { HAND_SIZE } from '@fraisier/shared/cycle/voting-rules.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { ApiProblem } from '../../../platform/api.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { invalidate, keyOf, useAct } from '../../../platform/query.ts';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { ShirtOutline } from '../../../platform/ui/icons.tsx';
import type { HandSummary } from '../ballot-page.tsx';
import { DealtHand } from '../ballot-view.ts';
import type { HandStore } from '../hand.ts';
import type { Outbox } from '../outbox.ts';
import { BallotHeader } from './ballot-header.tsx';
import styles from './desk.module.css';

export interface VotingDeskProps {
  readonly round: Round;
  readonly outbox: Outbox;
  /** The final began while this ballot was open. */
  readonly isFinalNew: boolean;
  /** Another hand, asked for on the page that this one takes the place of. */
  readonly isAnother: boolean;
  readonly onHand: (hand: HandStore | null) => void;
  readonly onDone: (summary: HandSummary | null) => void;
}

/** The hand that came with the page; else deals one on arrival, and brings meanwhile what it is voted on with. */
export function VotingDesk({ round, outbox, isFinalNew, isAnother, onHand, onDone }: VotingDeskProps) {
  const client = useQueryClient();
  const params = { round: round.slug };
  const [hand, setHand] = useState<Hand | null>(() => {
    const sent = client.getQueryData<Hand>(keyOf(dealHand, { params }));
    return sent?.designs.length ? sent : null;
  });
  const [isMissing, setMissing] = useState(false);
  const hadFocus = useRef(false);

  const open = async (dealt: Hand) => {
    if (dealt.designs.length === 0) {
      onDone(null);
      return;
    }
    await DealtHand.bring().then(
      () => {
        hadFocus.current = document.getElementById('main')?.contains(document.activeElement) ?? false;
        setHand(dealt);
      },
      () => setMissing(true),
    );
  };
  const { mutate, error, isPending } = useAct(dealHand, { onDone: (dealt) => void open(dealt) });
  const failure = isMissing ? new ApiProblem('offline') : error;
  const deal = () => {
    setMissing(false);
    mutate({ params });
  };
  const arrive = useEffectEvent(() => {
    // Who comes back has other answers on it.
    client.removeQueries({ queryKey: [dealHand.name] });
    if (hand) return;
    DealtHand.bring().catch(() => {});
    deal();
  });
  useEffect(() => arrive(), []);
  useEffect(() => {
    // Closed since the page was read: the round says what the page should be.
    if (error?.code === 'round_closed' || error?.code === 'account_too_new') void invalidate(client, getRound);
  }, [client, error]);
  const isOffline = failure?.code === 'offline';
  const again = useEffectEvent(deal);
  useEffect(() => {
    if (!isOffline) return;
    const online = () => again();
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, [isOffline]);

  const found = useStore(outbox, (one) => one.found);
  if (!hand) return <Dealing round={round} error={isPending ? null : failure} takesFocus={isAnother} onRetry={deal} />;
  return (
    <DealtHand
      // What waits on this device is found when the page has been taken over.
      key={found}
      round={round}
      dealt={hand}
      outbox={outbox}
      isFinalNew={isFinalNew}
      takesFocus={hadFocus.current}
      onHand={onHand}
      onDone={onDone}
    />
  );
}

interface DealingProps {
  readonly round: Round;
  readonly error: unknown;
  readonly takesFocus: boolean;
  readonly onRetry: () => void;
}

function Dealing({ round, error, takesFocus, onRetry }: DealingProps) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) main.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const text = useText('ballot');
  const isFinal = round.phase === 'final';
  const size = Math.min(HAND_SIZE, Math.max(1, round.standing?.left ?? HAND_SIZE));
  return (
    <div className={styles.desk}>
      <BallotHeader round={round} cells={Array.from({ length: size }, () => 'left' as const)} />
      <main ref={main} id="main" tabIndex={-1} className={styles.dealing} aria-busy={!error}>
        <ShirtOutline className={styles.outline} />
        <div className={styles.dealingText} role="status">
          {error ? (
            <>
              <h1 className="d4">{text.dealing.failed}</h1>
              <ErrorNote error={error} onRetry={onRetry} />
            </>
          ) : (
            <>
              <h1 className="d4">{text.dealing.title(size)}</h1>
              <p className="muted">{isFinal ? text.dealing.finalText : text.dealing.text}</p>
            </>
          )}
        </div>
      </main>
    </div>
  );
}
