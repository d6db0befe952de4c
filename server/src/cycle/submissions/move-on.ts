import { roundCapacity } from '@fraisier/shared/cycle/voting-rules.ts';
import type { Trx } from '../../platform/db/database.ts';
import { findRoundById, type RoundRow } from '../rounds/find-round.ts';
import { checkForNewPrint } from './check-for-new-print.ts';
import { listRoundsLeft, moveAllOn } from './move-on.sql.ts';
import { type Moved, moveUnadmitted } from './move-unadmitted.ts';
import { countAdmitted } from './submissions.sql.ts';

/**
 * The designs of a round that is cancelled go to the next one. Once it is voted on, those in the vote stay: people have
 * looked at them, and a vote is not held twice. Who calls it holds both rounds.
 */
export async function moveOn(trx: Trx, from: RoundRow, to: RoundRow): Promise<Moved> {
  if (from.phase !== 'planned' && from.phase !== 'collecting') return moveUnadmitted(trx, from, to);
  const room = roundCapacity(to.expected_ratings) - (await countAdmitted(trx, to.id));
  const moved = await moveAllOn(trx, from.id, to.id, Math.max(0, room));
  return { moved, anew: await checkForNewPrint(trx, moved, from, to) };
}

/** What waits for a decision in rounds that no longer take designs goes to this one. */
export async function takeStragglers(trx: Trx, to: RoundRow): Promise<void> {
  for (const roundId of await listRoundsLeft(trx)) await moveUnadmitted(trx, await findRoundById(trx, roundId), to);
}
