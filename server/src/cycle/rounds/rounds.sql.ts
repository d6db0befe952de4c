import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import { type Insertable, type Selectable, sql, type UpdateObject } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { DB, Rounds } from '../../platform/db/schema.ts';

type RoundChange = UpdateObject<DB, 'rounds', 'rounds'>;

export type RoundRow = Omit<Selectable<Rounds>, 'phase'> & { readonly phase: RoundPhase };

export async function findRoundRow(
  db: Database | Trx,
  key: { slug: string } | { id: string },
): Promise<RoundRow | undefined> {
  const [column, value] = 'slug' in key ? (['slug', key.slug] as const) : (['id', key.id] as const);
  const row = await db.selectFrom('rounds').selectAll().where(column, '=', value).executeTakeFirst();
  return row as RoundRow | undefined;
}

/**
 * A row's lock alone lets new sharers in while a mover waits, so that a freeze could wait as long as people vote. The
 * advisory lock before it is granted in the order of asking.
 */
export async function lockRoundRow(
  trx: Trx,
  slug: string,
  strength: 'share' | 'update',
): Promise<RoundRow | undefined> {
  const queue = sql.raw(strength === 'share' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  const { rows } = await sql<RoundRow>`
    with turn as materialized (select ${queue}(hashtextextended('round/' || ${slug}::text, 0)))
    select rounds.* from turn, rounds where slug = ${slug}
    for ${sql.raw(strength)} of rounds`.execute(trx);
  return rows[0];
}

/** Locks rounds by name, always in the order of the months, so that two acts never wait for each other. */
export async function lockRoundRows(trx: Trx, slugs: readonly string[]): Promise<RoundRow[]> {
  const rows: RoundRow[] = [];
  for (const slug of [...new Set(slugs)].sort()) {
    const row = await lockRoundRow(trx, slug, 'update');
    if (row) rows.push(row);
  }
  return rows;
}

/** Newest month first. */
export async function listRoundRows(
  db: Database,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<RoundRow[]> {
  let query = db.selectFrom('rounds').selectAll().orderBy('slug', 'desc').limit(limit);
  if (before) query = query.where('slug', '<', before);
  return (await query.execute()) as RoundRow[];
}

/** The rounds that a planned moment can move, in the order of the months. */
export async function listMovableRounds(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('rounds')
    .select('slug')
    .where('phase', 'in', ['planned', 'collecting', 'voting', 'final'])
    .orderBy('slug')
    .execute();
  return rows.map((row) => row.slug);
}

/** The round after this one that takes designs or will: where a design goes that came too late. */
export async function findNextTaking(trx: Trx, slug: string): Promise<RoundRow | undefined> {
  const row = await trx
    .selectFrom('rounds')
    .selectAll()
    .where('slug', '>', slug)
    .where('phase', 'in', ['planned', 'collecting'])
    .orderBy('slug')
    .limit(1)
    .forShare()
    .executeTakeFirst();
  return row as RoundRow | undefined;
}

export function findFirstRound(trx: Database | Trx): Promise<{ slug: string; number: number } | undefined> {
  return trx.selectFrom('rounds').select(['slug', 'number']).orderBy('slug').limit(1).executeTakeFirst();
}

export async function insertRound(trx: Trx, round: Insertable<Rounds>): Promise<RoundRow> {
  const row = await trx.insertInto('rounds').values(round).returningAll().executeTakeFirstOrThrow();
  return row as RoundRow;
}

export async function updateRound(trx: Trx, id: string, change: RoundChange): Promise<RoundRow> {
  const row = await trx.updateTable('rounds').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  return row as RoundRow;
}

/** The round is in that phase from now on, by the shop's clock. */
export function enterPhase(
  trx: Trx,
  id: string,
  phase: Exclude<RoundPhase, 'planned'>,
  change: RoundChange = {},
): Promise<RoundRow> {
  return updateRound(trx, id, { ...change, phase, [`${phase}_at`]: sql<Date>`shop_now()` });
}

export async function insertFinalists(trx: Trx, roundId: string, designIds: readonly string[]): Promise<void> {
  if (designIds.length === 0) return;
  await trx
    .insertInto('finalists')
    .values(designIds.map((designId) => ({ round_id: roundId, design_id: designId })))
    .execute();
}

export async function listFinalists(db: Database | Trx, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('finalists')
    .select('design_id')
    .where('round_id', '=', roundId)
    .orderBy('design_id')
    .execute();
  return rows.map((row) => row.design_id);
}

/** The rounds of these months, and the nearest one on either side that is not cancelled, in the order of the months. */
export async function listRoundsAround(db: Database | Trx, from: string, to: string): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    (select * from rounds where slug < ${from} and phase <> 'cancelled' order by slug desc limit 1)
    union all
    (select * from rounds where slug between ${from} and ${to} order by slug)
    union all
    (select * from rounds where slug > ${to} and phase <> 'cancelled' order by slug limit 1)
    order by slug`.execute(db);
  return rows;
}

/** The rounds that are neither decided nor cancelled, in the order of the months. */
export async function listUnsettledRounds(db: Database): Promise<RoundRow[]> {
  const rows = await db
    .selectFrom('rounds')
    .selectAll()
    .where('phase', 'not in', ['decided', 'cancelled'])
    .orderBy('slug')
    .execute();
  return rows as RoundRow[];
}

export async function listRoundsById(db: Database, ids: readonly string[]): Promise<RoundRow[]> {
  if (ids.length === 0) return [];
  return (await db
    .selectFrom('rounds')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()) as RoundRow[];
}
