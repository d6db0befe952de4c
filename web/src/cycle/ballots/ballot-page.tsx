import { getMe } from '@fraisier/shared/contracts/people.ts';
import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useParams } from 'wouter';
import { Bare } from '../../platform/app/bare.tsx';
import { useLang } from '../../platform/i18n/use-text.ts';
import { invalidate, useCall } from '../../platform/query.ts';
import { AwaitingWords } from '../../platform/ui/awaiting.tsx';
import { BallotDone, bringEnd, ShutBallot, viewOf } from './ballot-view.ts';
import type { HandStore } from './hand.ts';
import { InkPage } from './parts/ink-page.tsx';
import { VotingDesk } from './parts/voting-desk.tsx';
import { useOutbox } from './use-outbox.ts';

export function Page() {
  const { round: slug = '' } = useParams();
  const round = useCall(getRound, { params: { round: slug } });
  const me = useCall(getMe).data;
  if (round.data && me) {
    return (
      <Bare tellsOffline>
        <Ballot
          // Somebody else has signed in on this device, in another tab.
          key={me.id}
          round={round.data}
          member={me.id}
        />
      </Bare>
    );
  }
  return (
    <Bare>
      <InkPage>
        <AwaitingWords found={round} />
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
  const lang = useLang();
  const hand = useRef<HandStore | null>(null);
  const [begun] = useState(round.phase);
  // The vote's last stage: once it is shut, the desk stays as it is until what takes its place is there.
  const [stage, setStage] = useState(round.phase);
  const shut = viewOf(round) === 'shut';
  if (!shut && stage !== round.phase) setStage(round.phase);
  const [view, setView] = useState<View>(() =>
    viewOf(round) === 'done' ? { at: 'done', hand: null } : { at: 'desk' },
  );
  const outbox = useOutbox(round.slug, member, ({ design, answer }, outcome) => {
    if (outcome.ok) hand.current?.taken(design, answer);
    else hand.current?.refused(design);
    // The round has moved on under the voter's hands.
    if (!outcome.ok) void invalidate(client, getRound);
  });
  useEffect(() => {
    // What cannot be brought now is asked for again when it is shown.
    bringEnd(lang).catch(() => {});
  }, [lang]);
  const end = (summary: HandSummary | null) => {
    const show = () => setView({ at: 'done', hand: summary });
    bringEnd(lang).then(show, show);
  };
  const isShut = useDeferredValue(shut);
  if (isShut) return <ShutBallot round={round} outbox={outbox} />;
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
      key={stage}
      round={round}
      isFinalNew={begun === 'voting' && stage === 'final'}
      isAnother={view.isAnother === true}
      outbox={outbox}
      onHand={(store) => {
        hand.current = store;
      }}
      onDone={end}
    />
  );
}
