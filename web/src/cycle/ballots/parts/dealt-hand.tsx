import type { Hand } from '@fraisier/shared/contracts/ballots.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useLayoutEffect, useRef, useState } from 'react';
import type { HandSummary } from '../ballot-page.tsx';
import { createHand, type HandStore } from '../hand.ts';
import type { Outbox } from '../outbox.ts';
import { HandView } from './hand-view.tsx';

export interface DealtHandProps {
  readonly round: Round;
  readonly dealt: Hand;
  readonly outbox: Outbox;
  readonly isFinalNew: boolean;
  /** The focus stood on what this takes the place of. */
  readonly takesFocus: boolean;
  readonly onHand: (hand: HandStore | null) => void;
  readonly onDone: (summary: HandSummary | null) => void;
}

/** A hand in the voter's fingers, from the first design without an answer to the last. */
export function DealtHand({ round, dealt, outbox, isFinalNew, takesFocus, onHand, onDone }: DealtHandProps) {
  const [hand] = useState(() =>
    createHand({
      designs: dealt.designs,
      waiting: outbox.getState().waiting,
      put: (design, answer) => {
        outbox.put(design, answer);
        void outbox.flush();
      },
    }),
  );
  const told = useRef({ onHand, onDone });
  told.current = { onHand, onDone };
  const [wasOver] = useState(() => hand.getState().at === dealt.designs.length);

  // Before anything is seen of it.
  useLayoutEffect(() => {
    // Everything was answered while the network was away.
    if (wasOver) {
      told.current.onDone(null);
      return;
    }
    told.current.onHand(hand);
    // What is set and not yet given goes when the voter does.
    const leave = () => hand.settleIfRated();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
      told.current.onHand(null);
    };
  }, [hand, wasOver]);

  return (
    <HandView
      round={round}
      hand={hand}
      outbox={outbox}
      isFinalNew={isFinalNew}
      takesFocus={takesFocus}
      onDone={() => {
        const { entries } = hand.getState();
        const rated = entries.filter(({ said }) => said && !('skip' in said)).length;
        onDone({ rated, skipped: entries.length - rated });
      }}
    />
  );
}
