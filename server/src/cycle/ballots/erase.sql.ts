import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Stage } from './ballots.sql.ts';

export interface PseudonymRow {
  readonly id: string;
  readonly roundId: string;
  readonly slug: string;
}

/** In which rounds a member has a pseudonym, in the order in which rounds are taken. */
export function listPseudonymsOf(trx: Trx, memberId: string): Promise<PseudonymRow[]> {
  return trx
    .selectFrom('pseudonyms')
    .innerJoin('rounds', 'rounds.id', 'pseudonyms.round_id')
    .select(['pseudonyms.id', 'rounds.id as roundId', 'rounds.slug'])
    .where('pseudonyms.member_id', '=', memberId)
    .orderBy('rounds.slug')
    .execute();
}

/** The lines of a pseudonym that can be opened, ascending: those that stand, and all that they replace. */
export async function listLeavesOf(trx: Trx, roundId: string, pseudonymId: string): Promise<string[]> {
  const { rows } = await sql<{ leaf: string }>`
    with recursive said (leaf, line) as (
      select ballot_log.leaf, line from ratings
      join ballot_log on ballot_log.round_id = ratings.round_id and ballot_log.leaf = ratings.leaf
      where ratings.pseudonym_id = ${pseudonymId}
      union
      select older.leaf, older.line from said
      join ballot_log as older
        on older.round_id = ${roundId} and older.leaf = decode(said.line::jsonb ->> 'replaces', 'hex')
    )
    select encode(said.leaf, 'hex') as leaf from said
    join ballot_openings on ballot_openings.round_id = ${roundId} and ballot_openings.leaf = said.leaf
    order by 1`.execute(trx);
  return rows.map((row) => row.leaf);
}

/** Takes away all that a pseudonym said: openings, ratings, words, and what was decided about them. */
export async function deleteBallots(
  trx: Trx,
  { roundId, pseudonymId, leaves }: { roundId: string; pseudonymId: string; leaves: readonly string[] },
): Promise<void> {
  const hashes = leaves.map((leaf) => Buffer.from(leaf, 'hex'));
  await sql`
    delete from ballot_openings where round_id = ${roundId} and leaf = any(${hashes}::bytea[])`.execute(trx);
  for (const table of ['ratings', 'notes', 'set_aside', 'cluster_ballots', 'appeals'] as const) {
    await trx.deleteFrom(table).where('pseudonym_id', '=', pseudonymId).execute();
  }
}

/** Unanswered deals go, and the open ones among them return to the pack. Under `lockDealing` of both stages. */
export async function returnDeals(trx: Trx, pseudonymId: string): Promise<void> {
  await sql`
    with gone as (
      delete from deals where pseudonym_id = ${pseudonymId} and state in ('open', 'expired')
      returning round_id, stage, design_id, state
    ), taken as (
      select round_id, stage, design_id, count(*) as deals from gone where state = 'open' group by 1, 2, 3
    )
    update exposures set dealt = dealt - taken.deals from taken
    where (exposures.round_id, exposures.stage, exposures.design_id) = (taken.round_id, taken.stage, taken.design_id)
  `.execute(trx);
}

/** Holds the deals of a pseudonym, in the order in which everyone takes them. */
export async function lockDealsOf(trx: Trx, pseudonymId: string): Promise<void> {
  await sql`
    select id from deals where pseudonym_id = ${pseudonymId} order by design_id, pseudonym_id for update`.execute(trx);
}

export const stages: readonly Stage[] = ['final', 'voting'];

export async function deletePseudonym(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('pseudonyms').where('id', '=', id).execute();
}
