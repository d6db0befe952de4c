import type { Trx } from '../../platform/db/database.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import { checkForNewPrint } from './check-for-new-print.ts';
import { moveUnadmitted as move } from './submissions.sql.ts';

/** Ids of designs that went to another round, and of those among them that are checked anew for its print. */
export interface Moved {
  readonly moved: readonly string[];
  readonly anew: readonly string[];
}

/**
 * When a round opens its vote, what still waits for a decision goes to the next one and keeps its artwork, and its
 * findings where the next one prints alike. Who calls it holds both rounds.
 */
export async function moveUnadmitted(trx: Trx, from: RoundRow, to: RoundRow): Promise<Moved> {
  const moved = await move(trx, from.id, to.id);
  return { moved, anew: await checkForNewPrint(trx, moved, from, to) };
}
