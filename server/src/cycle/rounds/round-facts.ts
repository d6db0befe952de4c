import type { RoundFacts } from '@fraisier/shared/cycle/round-phase.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { countOpenAppeals } from '../ballots/desk/appeals.sql.ts';
import { countOpenClusters } from '../ballots/desk/clusters.sql.ts';
import { countAdmitted, countUnadmitted } from '../submissions/submissions.sql.ts';
import type { RoundRow } from './rounds.sql.ts';

/** What the rules of moving on look at, as it stands now. */
export async function factsOf(db: Database | Trx, round: RoundRow): Promise<RoundFacts> {
  const [now, admitted, awaitingReview] = [
    await shopNow(db),
    await countAdmitted(db, round.id),
    await countUnadmitted(db, round.id),
  ];
  return {
    phase: round.phase,
    now: now.getTime(),
    due: dueOf(round),
    admitted,
    awaitingReview,
    // Short of quorum, a final is not refused its end: freezing it extends it.
    quorumMet: null,
    extended: round.extended_at !== null,
    openAppeals: await countOpenAppeals(db, round.id),
    openClusters: await countOpenClusters(db, round.id),
  };
}

export function dueOf(round: RoundRow): RoundFacts['due'] {
  return {
    collecting: round.collecting_due_at.getTime(),
    voting: round.voting_due_at.getTime(),
    final: round.final_due_at.getTime(),
    freeze: round.freeze_due_at.getTime(),
  };
}
