import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

export interface HeldLine {
  readonly leaf: Buffer;
  readonly voter: string;
  /** Another quarantine holds it too. */
  readonly elsewhere: boolean;
}

/** The lines of these ballots, as they stand, that this cluster does not hold. */
export async function listLinesToHold(trx: Trx, clusterId: string, voters: readonly string[]): Promise<HeldLine[]> {
  const { rows } = await sql<HeldLine>`
    select ratings.leaf, ratings.pseudonym_id as voter, exists (
      select from set_aside other
      where (other.round_id, other.leaf) = (ratings.round_id, ratings.leaf) and other.released_at is null
    ) as elsewhere
    from ratings
    where ratings.pseudonym_id = any(${voters}::uuid[]) and not exists (
      select from set_aside held
      where (held.round_id, held.leaf) = (ratings.round_id, ratings.leaf) and held.cluster_id = ${clusterId}
        and held.released_at is null
    )
    order by ratings.leaf`.execute(trx);
  return rows;
}

export async function holdLines(
  trx: Trx,
  held: { roundId: string; clusterId: string; reason: string; lines: readonly HeldLine[] },
): Promise<void> {
  await sql`
    insert into set_aside (round_id, leaf, cluster_id, pseudonym_id, reason)
    select ${held.roundId}, leaf, ${held.clusterId}, voter, ${held.reason}
    from unnest(${held.lines.map((line) => line.leaf)}::bytea[], ${held.lines.map((line) => line.voter)}::uuid[])
      as line (leaf, voter)
    on conflict (round_id, leaf, cluster_id) do update
    set released_at = null, reason = excluded.reason, set_aside_at = excluded.set_aside_at`.execute(trx);
}

/** Lets go of what this cluster holds of these ballots, replaced lines included. Gives the lines. */
export async function letLinesGo(trx: Trx, clusterId: string, voters: readonly string[]): Promise<HeldLine[]> {
  const { rows } = await sql<HeldLine>`
    update set_aside set released_at = shop_now()
    where cluster_id = ${clusterId} and pseudonym_id = any(${voters}::uuid[]) and released_at is null
    returning leaf, pseudonym_id as voter, exists (
      select from set_aside other
      where (other.round_id, other.leaf) = (set_aside.round_id, set_aside.leaf)
        and other.cluster_id <> set_aside.cluster_id and other.released_at is null
    ) as elsewhere`.execute(trx);
  return rows;
}

/** Who of these has ratings that do not count. */
export async function listVotersSetAside(trx: Trx, voters: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ voter: string }>`
    select distinct set_aside.pseudonym_id as voter
    from set_aside join ratings on (ratings.round_id, ratings.leaf) = (set_aside.round_id, set_aside.leaf)
    where set_aside.pseudonym_id = any(${voters}::uuid[]) and released_at is null`.execute(trx);
  return new Set(rows.map((row) => row.voter));
}

/** Which of these lines the round's log has already. */
export async function isInLog(trx: Trx, roundId: string, leaf: Buffer): Promise<boolean> {
  const row = await trx
    .selectFrom('ballot_log')
    .select('leaf')
    .where('round_id', '=', roundId)
    .where('leaf', '=', leaf)
    .executeTakeFirst();
  return row !== undefined;
}

/** The lines of these ballots as they stand. */
export async function listLeaves(trx: Trx, voters: readonly string[]): Promise<Buffer[]> {
  const { rows } = await sql<{ leaf: Buffer }>`
    select leaf from ratings where pseudonym_id = any(${voters}::uuid[]) order by leaf`.execute(trx);
  return rows.map((row) => row.leaf);
}

/**
 * How many lines the rows and the log disagree about: set aside in one and not in the other, or set aside with a rating
 * that its opening does not say. Right is 0. A line that was erased is nobody's any more.
 */
export async function countSetAsideFaults(db: Database | Trx, roundId: string): Promise<number> {
  const { rows } = await sql<{ faults: number }>`
    with named as (
      select kind, tree_index, decode(one.leaf, 'hex') as leaf
      from ballot_log, jsonb_array_elements_text(line::jsonb -> 'leaves') as one (leaf)
      where round_id = ${roundId} and kind in ('quarantine', 'release', 'erase')
    ), erased as (
      select leaf from named where kind = 'erase'
    ), said as (
      select leaf from (
        select distinct on (leaf) leaf, kind from named where kind <> 'erase' order by leaf, tree_index desc
      ) as verdicts
      where kind = 'quarantine' and leaf not in (table erased)
    ), held as (
      select distinct leaf from set_aside
      where round_id = ${roundId} and released_at is null and leaf not in (table erased)
    ), wrong as (
      select 1 from ratings
      join held on held.leaf = ratings.leaf
      left join ballot_openings as opening on (opening.round_id, opening.leaf) = (ratings.round_id, ratings.leaf)
      where ratings.round_id = ${roundId} and (
        opening.payload::jsonb ->> 'design', opening.payload::jsonb ->> 'stars', opening.payload::jsonb ->> 'wouldWear'
      ) is distinct from (ratings.design_id::text, ratings.stars::text, ratings.would_wear::text)
    )
    select (select count(*) from (table said except table held) as more)
      + (select count(*) from (table held except table said) as fewer) + (select count(*) from wrong) as faults
  `.execute(db);
  return rows[0]!.faults;
}
