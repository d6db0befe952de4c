import type { Deps } from '../../deps.ts';
import type { SeenSession } from '../../people/accounts.ts';
import { createBatcher, LATER } from '../../platform/db/batcher.ts';
import { castBatch, type Vote, type VoteOutcome } from './cast-ratings.ts';

/** Votes that arrive together share a transaction: at most this many. */
const MOST = 256;
/** A few seconds' work. Who comes when so many wait is told to come back. */
const WAITING = 20_000;
/**
 * Batches of a round that are under way at once: while the database writes one, the other is read, judged and sealed.
 * More of them are only smaller.
 */
const LANES = 2;
/** Longer than any act holds a round. */
const PATIENCE = 20_000;

/** The votes that wait to be written. */
export interface VoteQueue {
  /** One voter's votes on a round, in their order: what became of each, once all are committed. */
  add(round: string, votes: readonly Vote[]): Promise<VoteOutcome[]>;
  /** Takes no more votes, and settles when all that wait are answered. */
  close(): Promise<void>;
}

/** The one queue of a process: who votes in the same moment waits for the same commit. */
export function openVoteQueue(deps: Deps): VoteQueue {
  const batcher = createBatcher<Vote, VoteOutcome>({
    async run(lane, votes) {
      const outcomes = await castBatch(deps, roundOf(lane), votes);
      // Nobody waits for it, and a vote that is written does not fail by it.
      deps.accounts.renew(sessionsSeen(votes, outcomes)).catch((error) => deps.log.warn({ err: error }, 'not renewed'));
      return outcomes;
    },
    most: MOST,
    waiting: WAITING,
    patience: PATIENCE,
  });
  return {
    add: (round, votes) => batcher.add(laneOf(round, votes), votes),
    close: () => batcher.close(),
  };
}

/** A device's votes keep their order. A voter's other devices may be on the other lane, as they may in another process. */
function laneOf(round: string, [vote]: readonly Vote[]): string {
  const by = vote === undefined ? '' : 'session' in vote ? vote.session : vote.memberId;
  // Ids and tokens are random to their last sign.
  return `${(by.codePointAt(by.length - 1) ?? 0) % LANES}/${round}`;
}

function roundOf(lane: string): string {
  return lane.slice(lane.indexOf('/') + 1);
}

function sessionsSeen(votes: readonly Vote[], outcomes: readonly (VoteOutcome | typeof LATER)[]): SeenSession[] {
  return votes.flatMap((vote, nth) => {
    const outcome = outcomes[nth]!;
    if (outcome === LATER || outcome.reasons !== null || !outcome.sessionEndsAt || !('session' in vote)) return [];
    return { token: vote.session, endsAt: outcome.sessionEndsAt };
  });
}
