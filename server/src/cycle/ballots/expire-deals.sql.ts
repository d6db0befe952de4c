import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Stage } from './ballots.sql.ts';
import { lockDealing } from './deals.sql.ts';

/**
 * Open deals past their time, of all rounds, return to the pack; at most `limit`. Gives how many. Only what has come due
 * since the last search is looked at, and an hour before it: a vote that held a deal then may have come to nothing.
 */
export async function expireDeals(trx: Trx, limit: number): Promise<number> {
  const { rows } = await sql<{ from: Date; to: Date }>`
    select least(searched_to, now) - interval '1 hour' as from, now as to
    from deal_searches, shop_now() as now for update of deal_searches`.execute(trx);
  const { from, to } = rows[0]!;
  const lapsed = await trx
    .selectFrom('deals')
    .select(['id', 'round_id', 'stage', 'expires_at'])
    .where('expires_at', '>', from)
    .where('expires_at', '<=', to)
    .where('state', '=', 'open')
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    // Someone is answering it, or being dealt it again: then it does not lapse.
    .skipLocked()
    .execute();
  const searchedTo = lapsed.length < limit ? to : lapsed.at(-1)!.expires_at;
  await trx.updateTable('deal_searches').set({ searched_to: searchedTo }).execute();
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
