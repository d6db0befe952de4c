import type { Deps } from '../../deps.ts';
import type { SeenSession } from '../../people/accounts.ts';
import { type Batcher, createBatcher, LATER } from '../../platform/db/batcher.ts';
import { castBatch, type Vote, type VoteOutcome } from './cast-ratings.ts';

/** Votes that arrive together share a transaction: at most this many. */
const MOST = 256;
/** A few seconds' work. Who comes when so many wait is told to come back. */
const WAITING = 20_000;
/** Longer than any act holds a round. */
const PATIENCE = 20_000;

/** The votes that wait to be written; a lane a round. */
export type VoteQueue = Batcher<Vote, VoteOutcome>;

/** The one queue of a process: who votes in the same moment waits for the same commit. */
export function openVoteQueue(deps: Deps): VoteQueue {
  return createBatcher<Vote, VoteOutcome>({
    async run(round, votes) {
      const outcomes = await castBatch(deps, round, votes);
      // Nobody waits for it, and a vote that is written does not fail by it.
      deps.accounts.renew(sessionsSeen(votes, outcomes)).catch((error) => deps.log.warn({ err: error }, 'not renewed'));
      return outcomes;
    },
    most: MOST,
    waiting: WAITING,
    patience: PATIENCE,
  });
}

function sessionsSeen(votes: readonly Vote[], outcomes: readonly (VoteOutcome | typeof LATER)[]): SeenSession[] {
  return votes.flatMap((vote, nth) => {
    const outcome = outcomes[nth]!;
    if (outcome === LATER || outcome.reasons !== null || !outcome.sessionEndsAt || !('session' in vote)) return [];
    return { token: vote.session, endsAt: outcome.sessionEndsAt };
  });
}
