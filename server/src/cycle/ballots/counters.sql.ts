import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Cell } from './ballots.sql.ts';

/** The ratings that stand, by design and cell, as their counters say: for the count alone, nobody sees them before it. */
export async function readCounters(db: Database | Trx, roundId: string): Promise<Cell[]> {
  return db
    .selectFrom('rating_counts')
    .select(['design_id', 'stars', 'would_wear', 'ratings'])
    .where('round_id', '=', roundId)
    .where('ratings', '<>', 0)
    .execute();
}

/** Whether the counters are what a count of the rows gives, cell by cell and in all. */
export async function countersAgree(db: Database | Trx, roundId: string): Promise<boolean> {
  const { rows } = await sql<{ agree: boolean }>`
    with counted as (
      select design_id, stars, would_wear, count(*) as ratings from ratings where round_id = ${roundId} group by 1, 2, 3
    ), kept as (
      select design_id, stars, would_wear, ratings from rating_counts where round_id = ${roundId} and ratings <> 0
    )
    select not exists (table counted except table kept) and not exists (table kept except table counted)
      and (select coalesce(sum(ratings), 0) from counted) = coalesce(total.ratings, 0)
      and (select count(distinct pseudonym_id) from ratings where round_id = ${roundId}) = coalesce(total.voters, 0)
      as agree
    from (select) as one left join ballot_totals as total on total.round_id = ${roundId}`.execute(db);
  return rows[0]!.agree;
}
