import type { CrowdInput } from '@fraisier/shared/cycle/crowd.ts';
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import { admittedIds, asTallies, type Cell, isSetAside } from './ballots.sql.ts';

/** Who voted, of the ratings that count: in figures only, and for the count alone. */
export async function readCrowd(trx: Trx, roundId: string): Promise<CrowdInput> {
  return {
    eligible: await countEligible(trx, roundId),
    ages: await listAges(trx, roundId),
    buyers: await readBuyers(trx, roundId),
  };
}

/** Whoever joins once the final is open cannot vote in it any more. */
async function countEligible(trx: Trx, roundId: string): Promise<number> {
  const { rows } = await sql<{ eligible: number }>`
    select count(*) as eligible from rounds join members on joined_at < coalesce(final_at, frozen_at)
    where rounds.id = ${roundId} and email_verified and erased_at is null`.execute(trx);
  return rows[0]!.eligible;
}

async function listAges(trx: Trx, roundId: string): Promise<CrowdInput['ages']> {
  const { rows } = await sql<{ days: number; voters: number }>`
    with voted as materialized (
      select distinct pseudonym_id from ratings where round_id = ${roundId} and not ${isSetAside}
    )
    select floor(extract(epoch from voting_at - joined_at) / 86400)::int as days, count(*) as voters
    from voted
    join pseudonyms on pseudonyms.id = pseudonym_id
    join members on members.id = member_id
    join rounds on rounds.id = pseudonyms.round_id
    group by 1 order by 1`.execute(trx);
  return rows;
}

async function readBuyers(trx: Trx, roundId: string): Promise<CrowdInput['buyers']> {
  const { rows } = await sql<{ voters: number; cells: Cell[] | null }>`
    with buyers as materialized (
      select pseudonyms.id from pseudonyms join rounds on rounds.id = round_id
      where round_id = ${roundId} and exists (
        select from orders where orders.member_id = pseudonyms.member_id
          and kind = 'sale' and orders.state in ('paid', 'sent') and paid_at < frozen_at
      )
    ), said as materialized (
      select pseudonym_id, design_id, stars, would_wear from ratings
      where round_id = ${roundId} and pseudonym_id in (select id from buyers) and not ${isSetAside}
    ), cells as (
      select design_id, stars, would_wear, count(*) as ratings from said group by 1, 2, 3
    )
    select (select count(distinct pseudonym_id) from said) as voters, (select json_agg(cells) from cells) as cells
  `.execute(trx);
  const { voters, cells } = rows[0]!;
  return { voters, tallies: asTallies(await admittedIds(trx, roundId), cells ?? []) };
}
