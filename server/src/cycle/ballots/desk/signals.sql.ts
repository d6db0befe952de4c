import { BURST, FLAT_BALLOT, YOUNG_ACCOUNT_DAYS } from '@fraisier/shared/cycle/signals.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

export interface BallotRow {
  readonly voter: string;
  /** As `markOf` makes them, by the place of each design in the list asked for; ascending. */
  readonly marks: number[];
}

const marksOf = sql`array_agg(
  (nth - 1)::int * 10 + (stars - 1) * 2 + would_wear::int order by (nth - 1)::int * 10 + (stars - 1) * 2 + would_wear::int
)`;

/** The ballots of a round, some thousand at a time, by pseudonym; none when there are no more. */
export async function listBallots(
  db: Database | Trx,
  roundId: string,
  { designIds, after, limit }: { designIds: readonly string[]; after: string | null; limit: number },
): Promise<{ ballots: BallotRow[]; last: string | null }> {
  const { rows } = await sql<{ voter: string; marks: number[] | null }>`
    with page as materialized (
      select id from pseudonyms where round_id = ${roundId} and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${limit}
    ), voted as (
      select pseudonym_id, ${marksOf} as marks
      from page join ratings on pseudonym_id = page.id
      join unnest(${designIds}::uuid[]) with ordinality as design (id, nth) on design.id = design_id
      group by pseudonym_id
    )
    select page.id as voter, marks from page left join voted on pseudonym_id = page.id order by page.id`.execute(db);
  const ballots = rows.flatMap(({ voter, marks }) => (marks ? [{ voter, marks }] : []));
  return { ballots, last: rows.at(-1)?.voter ?? null };
}

/** Whose ballots look flat. The rule decides. */
export async function listFlatSuspects(trx: Trx, roundId: string, designIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ voter: string }>`
    with alike as (
      select pseudonym_id, count(*) as ratings from ratings
      where round_id = ${roundId} and design_id = any(${designIds}::uuid[])
      group by pseudonym_id, stars + would_wear::int
    )
    select pseudonym_id as voter from alike group by pseudonym_id
    having sum(ratings) >= ${FLAT_BALLOT.ratings} and max(ratings) * 100 > ${FLAT_BALLOT.percent} * sum(ratings)
  `.execute(trx);
  return rows.map((row) => row.voter);
}

/** These ballots as they stand. */
export async function listBallotsOf(
  trx: Trx,
  { designIds, voters }: { designIds: readonly string[]; voters: readonly string[] },
): Promise<BallotRow[]> {
  const { rows } = await sql<BallotRow>`
    select pseudonym_id as voter, ${marksOf} as marks
    from ratings join unnest(${designIds}::uuid[]) with ordinality as design (id, nth) on design.id = design_id
    where pseudonym_id = any(${voters}::uuid[])
    group by pseudonym_id order by pseudonym_id`.execute(trx);
  return rows;
}

/** The largest number of young accounts of one network that gave the design its stars within the hours of a burst. */
export async function readBurst(db: Database | Trx, roundId: string, designId: string): Promise<number> {
  const { rows } = await sql<{ accounts: number | null }>`
    with cast_by as (
      select pseudonyms.id, network, min(answered_at) as at, joined_at
      from ratings
      join pseudonyms on pseudonyms.id = ratings.pseudonym_id
      join members on members.id = member_id
      join voter_networks on voter_networks.pseudonym_id = pseudonyms.id
      join deals on (deals.pseudonym_id, deals.design_id) = (ratings.pseudonym_id, ratings.design_id)
      where ratings.round_id = ${roundId} and ratings.design_id = ${designId} and stars = ${BURST.stars}
        and deals.state = 'rated'
      group by pseudonyms.id, network, joined_at
    ), together as (
      select count(*) over (
        partition by network order by at range between make_interval(hours => ${BURST.hours}::int) preceding and current row
      ) as accounts
      from cast_by where at - joined_at < make_interval(days => ${YOUNG_ACCOUNT_DAYS}::int)
    )
    select max(accounts) as accounts from together`.execute(db);
  return rows[0]?.accounts ?? 0;
}

/** Shares in whole percent: nothing of them tells how many gave the design its stars. */
export async function readAccountAge(
  db: Database | Trx,
  roundId: string,
  designId: string,
): Promise<{ young: number; roundYoung: number }> {
  const { rows } = await sql<{ young: number | null; roundYoung: number | null }>`
    with voters as (
      select joined_at > voting_at - make_interval(days => ${YOUNG_ACCOUNT_DAYS}::int) as young, exists (
          select from ratings where pseudonym_id = pseudonyms.id and design_id = ${designId} and stars = ${BURST.stars}
        ) as keen
      from pseudonyms
      join rounds on rounds.id = pseudonyms.round_id
      join members on members.id = member_id
      where pseudonyms.round_id = ${roundId} and exists (select from ratings where pseudonym_id = pseudonyms.id)
    )
    select (100 * count(*) filter (where young and keen) / nullif(count(*) filter (where keen), 0)) as young,
      (100 * count(*) filter (where young) / nullif(count(*), 0)) as "roundYoung"
    from voters`.execute(db);
  return { young: rows[0]?.young ?? 0, roundYoung: rows[0]?.roundYoung ?? 0 };
}
