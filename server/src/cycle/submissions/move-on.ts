import { roundCapacity } from '@fraisier/shared/cycle/voting-rules.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import { moveAllOn } from './move-on.sql.ts';
import { moveUnadmitted } from './move-unadmitted.ts';
import { countAdmitted } from './submissions.sql.ts';

export { takeStragglers } from './move-on.sql.ts';

/**
 * The designs of a round that is cancelled go to the next one. Once it is voted on, those in the vote stay: people have
 * looked at them, and a vote is not held twice. Gives the ids of those that went; who calls it holds both rounds.
 */
export async function moveOn(trx: Trx, from: RoundRow, to: RoundRow): Promise<string[]> {
  if (from.phase !== 'planned' && from.phase !== 'collecting') return moveUnadmitted(trx, from, to);
  const room = roundCapacity(to.expected_ratings) - (await countAdmitted(trx, to.id));
  return moveAllOn(trx, from.id, to.id, Math.max(0, room));
}
