import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import { lockDealing } from './deals.sql.ts';

/**
 * Nobody answers this round's open deals any more: they go back to the pack, and count as not shown. Who calls it holds
 * the round, so that no hand is dealt meanwhile; the search for lapsed deals takes the rows in the same order.
 */
export async function closeDeals(trx: Trx, roundId: string): Promise<void> {
  await sql`
    select from deals where round_id = ${roundId} and state = 'open' order by expires_at, id for update`.execute(trx);
  for (const stage of ['final', 'voting'] as const) await lockDealing(trx, roundId, stage);
  await sql`
    with expired as (
      update deals set state = 'expired' where round_id = ${roundId} and state = 'open'
      returning stage, design_id
    ), taken as (
      select stage, design_id, count(*) as deals from expired group by 1, 2
    )
    update exposures set dealt = dealt - taken.deals from taken
    where exposures.round_id = ${roundId}
      and (exposures.stage, exposures.design_id) = (taken.stage, taken.design_id)`.execute(trx);
}
