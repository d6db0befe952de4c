import type { AppealState, ClusterSignal } from '@fraisier/shared/cycle/desk-rules.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

export interface AppealRow {
  readonly id: string;
  readonly voter: string;
  readonly reason: string;
  readonly state: AppealState;
  readonly answer: string | null;
  readonly appealedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

function appealRows(db: Database | Trx) {
  return db
    .selectFrom('appeals')
    .leftJoin('members', 'members.id', 'appeals.decided_by')
    .select([
      'appeals.id',
      'pseudonym_id as voter',
      'reason',
      'state',
      'answer',
      'appealed_at as appealedAt',
      'decided_at as decidedAt',
      'members.name as decidedBy',
    ])
    .$narrowType<{ state: AppealState }>();
}

export function findAppealOf(db: Database | Trx, voter: string): Promise<AppealRow | undefined> {
  return appealRows(db).where('pseudonym_id', '=', voter).executeTakeFirst();
}

export function findAppeal(db: Database | Trx, roundId: string, id: string): Promise<AppealRow | undefined> {
  return appealRows(db).where('round_id', '=', roundId).where('appeals.id', '=', id).executeTakeFirst();
}

/** By their random ids. */
export function listAppealRows(
  db: Database,
  roundId: string,
  filter: { cursor?: string | undefined; state?: AppealState | undefined; limit: number },
): Promise<AppealRow[]> {
  let query = appealRows(db).where('round_id', '=', roundId).orderBy('appeals.id').limit(filter.limit);
  if (filter.cursor) query = query.where('appeals.id', '>', filter.cursor);
  if (filter.state) query = query.where('state', '=', filter.state);
  return query.execute();
}

/** Whose appeals were upheld: those ballots are looked at no more. */
export async function listUpheld(db: Database | Trx, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('appeals')
    .select('pseudonym_id')
    .where('round_id', '=', roundId)
    .where('state', '=', 'upheld')
    .execute();
  return new Set(rows.map((row) => row.pseudonym_id));
}

export async function insertAppeal(
  trx: Trx,
  appeal: { roundId: string; voter: string; reason: string },
): Promise<void> {
  await trx
    .insertInto('appeals')
    .values({ round_id: appeal.roundId, pseudonym_id: appeal.voter, reason: appeal.reason })
    .onConflict((conflict) => conflict.column('pseudonym_id').doNothing())
    .execute();
}

export async function setAppealDecision(
  trx: Trx,
  id: string,
  decision: { outcome: Exclude<AppealState, 'open'>; answer: string | null; by: string },
): Promise<void> {
  await trx
    .updateTable('appeals')
    .set({
      state: decision.outcome,
      answer: decision.answer,
      decided_by: decision.by,
      decided_at: sql<Date>`shop_now()`,
    })
    .where('id', '=', id)
    .execute();
}

/** Open appeals of these ballots, whose quarantine was released before anybody answered. */
export async function upholdOpenAppeals(trx: Trx, voters: readonly string[], by: string): Promise<void> {
  await sql`
    update appeals set state = 'upheld', decided_by = ${by}, decided_at = shop_now()
    where pseudonym_id = any(${voters}::uuid[]) and state = 'open'`.execute(trx);
}

export async function countOpenAppeals(db: Database | Trx, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('appeals')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('round_id', '=', roundId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return row.open;
}

export interface Held {
  readonly voter: string;
  readonly cluster: string;
  readonly signal: ClusterSignal;
  readonly reason: string;
  readonly since: Date;
  /** Ratings that this cluster keeps from counting now. */
  readonly ratings: number;
}

/** What held or holds these ballots, the latest first. */
export async function listHolds(db: Database | Trx, voters: readonly string[]): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select set_aside.pseudonym_id as voter, clusters.id as cluster, signal,
      (array_agg(set_aside.reason order by released_at desc nulls first, set_aside_at desc))[1] as reason,
      coalesce(min(set_aside_at) filter (where released_at is null), min(set_aside_at)) as since,
      count(ratings.leaf) filter (where released_at is null) as ratings
    from set_aside
    join clusters on clusters.id = cluster_id
    left join ratings on (ratings.round_id, ratings.leaf) = (set_aside.round_id, set_aside.leaf)
    where set_aside.pseudonym_id = any(${voters}::uuid[])
    group by set_aside.pseudonym_id, clusters.id, signal
    order by ratings desc, since desc, cluster`.execute(db);
  return rows;
}

/** How many ratings of a ballot do not count, each once. */
export async function countRatingsSetAside(
  db: Database | Trx,
  voters: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ voter: string; ratings: number }>`
    select ratings.pseudonym_id as voter, count(*) as ratings from ratings
    where ratings.pseudonym_id = any(${voters}::uuid[]) and exists (
      select from set_aside
      where (set_aside.round_id, set_aside.leaf) = (ratings.round_id, ratings.leaf) and released_at is null
    )
    group by 1`.execute(db);
  return new Map(rows.map((row) => [row.voter, row.ratings]));
}

export async function findPseudonym(db: Database | Trx, roundId: string, memberId: string): Promise<string | null> {
  const row = await db
    .selectFrom('pseudonyms')
    .select('id')
    .where('round_id', '=', roundId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface ToldVoter {
  readonly voter: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
}

/** Who is behind these pseudonyms, to write to them and for nothing else. */
export async function listAddresses(trx: Trx, voters: readonly string[]): Promise<ToldVoter[]> {
  const { rows } = await sql<ToldVoter>`
    select pseudonyms.id as voter, email, locale from pseudonyms join members on members.id = member_id
    where pseudonyms.id = any(${voters}::uuid[]) and erased_at is null order by members.id`.execute(trx);
  return rows;
}
