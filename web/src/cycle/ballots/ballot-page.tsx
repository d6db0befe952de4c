import { getMe } from '@fraisier/shared/contracts/people.ts';
import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { Bare } from '../../platform/app/bare.tsx';
import { invalidate, useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import type { HandStore } from './hand.ts';
import { BallotDone } from './parts/ballot-done.tsx';
import { InkPage } from './parts/ink-page.tsx';
import { ShutBallot } from './parts/shut-ballot.tsx';
import { VotingDesk } from './parts/voting-desk.tsx';
import { useOutbox } from './use-outbox.ts';

export function Page() {
  const { round: slug = '' } = useParams();
  const round = useCall(getRound, { params: { round: slug } });
  const me = useCall(getMe).data;
  if (round.data && me) {
    return (
      <Bare tellsOffline>
        <Ballot round={round.data} member={me.id} />
      </Bare>
    );
  }
  return (
    <Bare>
      <InkPage>
        <ErrorNote error={round.error} onRetry={() => void round.refetch()} />
        {!round.error && <Loading />}
      </InkPage>
    </Bare>
  );
}

/** What was just done, for the finishing screen. */
export interface HandSummary {
  readonly rated: number;
  readonly skipped: number;
}

type View =
  | { readonly at: 'desk'; readonly isAnother?: true }
  | { readonly at: 'done'; readonly hand: HandSummary | null };

function Ballot({ round, member }: { round: Round; member: string }) {
  const client = useQueryClient();
  const { standing } = round;
  const hand = useRef<HandStore | null>(null);
  const [begun] = useState(round.phase);
  const [view, setView] = useState<View>(() => (isBetweenHands(round) ? { at: 'done', hand: null } : { at: 'desk' }));
  const outbox = useOutbox(round.slug, member, ({ design, answer }, outcome) => {
    if (outcome.ok) hand.current?.taken(design, answer);
    else hand.current?.refused(design);
    // The round has moved on under the voter's hands.
    if (!outcome.ok) void invalidate(client, getRound);
  });
  if (!standing?.canVote) return <ShutBallot round={round} outbox={outbox} />;
  if (view.at === 'done') {
    return (
      <BallotDone
        round={round}
        outbox={outbox}
        hand={view.hand}
        onMore={() => setView({ at: 'desk', isAnother: true })}
      />
    );
  }
  return (
    <VotingDesk
      // The final is dealt anew, also to who was voting when it began.
      key={round.phase}
      round={round}
      isFinalNew={begun === 'voting' && round.phase === 'final'}
      isAnother={view.isAnother === true}
      outbox={outbox}
      onHand={(store) => {
        hand.current = store;
      }}
      onDone={(summary) => setView({ at: 'done', hand: summary })}
    />
  );
}

/** All that was dealt has its answer: another hand is dealt only when asked for. */
function isBetweenHands({ standing }: Round): boolean {
  if (!standing) return false;
  return standing.done || (standing.dealt > 0 && standing.dealt === standing.rated + standing.skipped);
}
