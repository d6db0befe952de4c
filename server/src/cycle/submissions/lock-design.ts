import { Problem } from '@fraisier/shared/http/problems.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { findRoundById, lockRound, type RoundRow } from '../rounds/find-round.ts';
import { type DesignRow, findDesign, lockDesign } from './submissions.sql.ts';

export interface LockedDesign {
  readonly design: DesignRow;
  readonly round: RoundRow;
  /** Voting's planned beginning has passed, although no job has moved the round yet. */
  readonly late: boolean;
}

/**
 * A design and its round, held until the transaction ends: the round first, as everywhere. While one waits for the
 * round, the design may have moved to the next one: then that is taken too, which is the order of the months.
 */
export async function lockDesignInRound(
  trx: Trx,
  designId: string,
  strength: 'share' | 'update',
): Promise<LockedDesign> {
  for (;;) {
    const seen = await findDesign(trx, designId);
    if (!seen) throw new Problem('not_found');
    const { slug } = await findRoundById(trx, seen.round_id);
    const round = await lockRound(trx, slug, strength);
    const design = await lockDesign(trx, designId);
    if (!design) throw new Problem('not_found');
    if (design.round_id === round.id) return { design, round, late: await isLate(trx, round) };
  }
}

export async function isLate(db: Database | Trx, round: RoundRow): Promise<boolean> {
  return round.voting_due_at <= (await shopNow(db));
}
