import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Stage } from './ballots.sql.ts';
import { lockDealing } from './deals.sql.ts';

/** Open deals past their time, of all rounds, return to the pack; at most `limit`. Gives how many. */
export async function expireDeals(trx: Trx, limit: number): Promise<number> {
  const lapsed = await trx
    .selectFrom('deals')
    .select(['id', 'round_id', 'stage'])
    .where('state', '=', 'open')
    .where('expires_at', '<=', sql<Date>`shop_now()`)
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    // Someone is answering it, or being dealt it again: then it does not lapse.
    .skipLocked()
    .execute();
  const tables = new Map(lapsed.map((deal) => [`${deal.round_id}/${deal.stage}`, deal]));
  for (const [, deal] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await lockDealing(trx, deal.round_id, deal.stage as Stage);
  }
  await sql`
    with expired as (
      update deals set state = 'expired' where id = any(${lapsed.map((deal) => deal.id)}::uuid[])
      returning round_id, stage, design_id
    ), taken as (
      select round_id, stage, design_id, count(*) as deals from expired group by 1, 2, 3
    )
    update exposures set dealt = dealt - taken.deals from taken
    where (exposures.round_id, exposures.stage, exposures.design_id) = (taken.round_id, taken.stage, taken.design_id)
  `.execute(trx);
  return lapsed.length;
}
