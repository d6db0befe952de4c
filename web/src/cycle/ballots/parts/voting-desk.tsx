import { dealHand, type Hand } from '@fraisier/shared/contracts/ballots.ts';
import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { HAND_SIZE } from '@fraisier/shared/cycle/voting-rules.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { invalidate, useAct } from '../../../platform/query.ts';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { ShirtOutline } from '../../../platform/ui/icons.tsx';
import type { HandSummary } from '../ballot-page.tsx';
import { createHand, type HandStore } from '../hand.ts';
import type { Outbox } from '../outbox.ts';
import { BallotHeader } from './ballot-header.tsx';
import styles from './desk.module.css';
import { HandView } from './hand-view.tsx';

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

/** Deals a hand on arrival, then shows its designs one at a time. */
export function VotingDesk({ round, outbox, isFinalNew, isAnother, onHand, onDone }: VotingDeskProps) {
  const [hand, setHand] = useState<HandStore | null>(null);
  const hadFocus = useRef(false);
  const told = useRef({ onHand, onDone });
  told.current = { onHand, onDone };

  const open = (dealt: Hand) => {
    if (dealt.designs.length === 0) {
      told.current.onDone(null);
      return;
    }
    const { waiting } = outbox.getState();
    const store = createHand({
      designs: dealt.designs,
      waiting,
      put: (design, answer) => {
        outbox.put(design, answer);
        void outbox.flush();
      },
    });
    // Everything was answered while the network was away.
    if (store.getState().at === dealt.designs.length) told.current.onDone(null);
    else {
      hadFocus.current = document.getElementById('main')?.contains(document.activeElement) ?? false;
      setHand(store);
      told.current.onHand(store);
    }
  };
  const { mutate, error, isPending } = useAct(dealHand, { onDone: open });
  const params = { round: round.slug };
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ params });
  });
  const client = useQueryClient();
  useEffect(() => {
    // Closed since the page was read: the round says what the page should be.
    if (error?.code === 'round_closed' || error?.code === 'account_too_new') void invalidate(client, getRound);
  }, [client, error]);
  useEffect(() => {
    if (error?.code !== 'offline') return;
    const again = () => mutate({ params: { round: round.slug } });
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [error, mutate, round.slug]);
  // What is set and not yet given goes when the voter does.
  useEffect(() => {
    if (!hand) return;
    const leave = () => hand.settleIfRated();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
      told.current.onHand(null);
    };
  }, [hand]);

  if (!hand) {
    const failure = isPending ? null : error;
    return <Dealing round={round} error={failure} takesFocus={isAnother} onRetry={() => mutate({ params })} />;
  }
  return (
    <HandView
      round={round}
      hand={hand}
      outbox={outbox}
      isFinalNew={isFinalNew}
      takesFocus={hadFocus.current}
      onDone={() => {
        const { entries } = hand.getState();
        const rated = entries.filter(({ said }) => said && !('skip' in said)).length;
        onDone({ rated, skipped: entries.length - rated });
      }}
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
