import type { Trx } from '../../platform/db/database.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import { moveUnadmitted as move } from './submissions.sql.ts';

/**
 * When a round opens its vote, what still waits for a decision goes to the next one and keeps its artwork and findings.
 * Gives the ids of the designs. Who calls it holds both rounds.
 */
export function moveUnadmitted(trx: Trx, from: RoundRow, to: RoundRow): Promise<string[]> {
  return move(trx, from.id, to.id);
}
