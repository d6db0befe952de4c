import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';

/** Gives how many. Rounds without a result are forgotten as soon as those with one. */
export async function deletePseudonymsOfEndedRounds(trx: Trx, days: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from pseudonyms using rounds
    where rounds.id = pseudonyms.round_id
      and coalesce(decided_at, cancelled_at) <= shop_now() - make_interval(days => ${days}::int)`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
