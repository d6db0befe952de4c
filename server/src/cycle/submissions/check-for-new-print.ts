import { isDeepStrictEqual } from 'node:util';
import type { Trx } from '../../platform/db/database.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import { clearChecks, forgetShirts } from './artworks.sql.ts';
import { enqueueCheck } from './enqueue-check.ts';
import { roundArea, roundLimits } from './print-limits.ts';
import { markAllChecking } from './submissions.sql.ts';

/** After whatever somebody waits for at a screen. */
const IN_THE_BACKGROUND = 5;

/**
 * Designs that went to a round which prints otherwise: their reports were about another print, and an operator admitted
 * another one. They are checked anew, where the area is another one drawn anew, and wait for a decision there. What their
 * designer chose stays: it is fitted into the area whenever it is read. Who calls it holds both rounds, and is given the
 * ids of those whose report or decision no longer stands.
 */
export async function checkForNewPrint(
  trx: Trx,
  designIds: readonly string[],
  from: RoundRow,
  to: RoundRow,
): Promise<string[]> {
  const isSameArea = isDeepStrictEqual(roundArea(from), roundArea(to));
  if (designIds.length === 0 || (isSameArea && isDeepStrictEqual(roundLimits(from), roundLimits(to)))) return [];
  const checked = await markAllChecking(trx, designIds);
  const artworkIds = checked.flatMap(({ artworkId }) => artworkId ?? []);
  if (artworkIds.length === 0) return [];
  await clearChecks(trx, artworkIds);
  if (!isSameArea) await forgetShirts(trx, artworkIds);
  for (const artworkId of artworkIds) await enqueueCheck(trx, artworkId, IN_THE_BACKGROUND);
  return checked.map(({ id }) => id);
}
