import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Runs } from '../../platform/db/schema.ts';

export type RunRow = Selectable<Runs>;

/** A run with what its page says of its design and its round. */
export interface RunOnShow extends RunRow {
  readonly round_slug: string;
  readonly round_number: number;
  readonly title: string;
  readonly story: string;
  readonly print_width_mm: number;
  readonly print_height_mm: number;
}

export async function insertRun(trx: Trx, run: Insertable<Runs>): Promise<RunRow> {
  return trx.insertInto('runs').values(run).returningAll().executeTakeFirstOrThrow();
}

/** What is printed: the artwork that the round voted on. */
export function findVotedArtwork(db: Database | Trx, designId: string) {
  return db
    .selectFrom('designs')
    .innerJoin('artworks', 'artworks.id', 'designs.artwork_id')
    .select(['designs.id', 'designs.fabric', 'designs.designer_id', 'artworks.id as artwork_id', 'artworks.sha256'])
    .where('designs.id', '=', designId)
    .executeTakeFirst();
}

/**
 * Nothing is sold or printed before the designer has accepted the contract, and nothing after the last day of its
 * rights, by the shop's calendar.
 */
const stateToday = sql<string>`coalesce(
  (
    select case
      when bounties.contract_accepted_at is null then 'preparing'
      when (bounties.contract_until at time zone shop_settings.time_zone)::date
        < (shop_now() at time zone shop_settings.time_zone)::date then 'closed'
    end
    from bounties, shop_settings
    where bounties.design_id = runs.design_id and runs.state = 'open'
  ),
  runs.state)`;

function runsOnShow(db: Database | Trx) {
  return (
    db
      .selectFrom('runs')
      .innerJoin('rounds', 'rounds.id', 'runs.round_id')
      .innerJoin('designs', 'designs.id', 'runs.design_id')
      .selectAll('runs')
      // Named as the column that it stands for, and after it: the last one is read.
      .select(stateToday.as('state'))
      .select([
        'rounds.slug as round_slug',
        'rounds.number as round_number',
        'rounds.print_width_mm',
        'rounds.print_height_mm',
        'designs.title',
        'designs.story',
      ])
  );
}

/** Newest first; one more than asked for, which tells whether there is another page. */
export function listRunRows(db: Database, page: { cursor: string | null; limit: number }): Promise<RunOnShow[]> {
  let query = runsOnShow(db)
    .orderBy('runs.id', 'desc')
    .limit(page.limit + 1);
  if (page.cursor) query = query.where('runs.id', '<', page.cursor);
  return query.execute();
}

export function findRunOnShow(db: Database | Trx, slug: string): Promise<RunOnShow | undefined> {
  return runsOnShow(db).where('runs.slug', '=', slug).executeTakeFirst();
}

export function listRunsOnShow(db: Database | Trx, ids: readonly string[]): Promise<RunOnShow[]> {
  return runsOnShow(db)
    .where('runs.id', 'in', [...ids])
    .execute();
}

export function findRunRow(db: Database | Trx, slug: string): Promise<RunRow | undefined> {
  return db.selectFrom('runs').selectAll().select(stateToday.as('state')).where('slug', '=', slug).executeTakeFirst();
}

/** The run, held until the transaction ends: one print order at a time. Buyers are not kept waiting. */
export function lockRunRow(trx: Trx, slug: string): Promise<RunRow | undefined> {
  return trx
    .selectFrom('runs')
    .selectAll()
    .select(stateToday.as('state'))
    .where('slug', '=', slug)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** The run, from which nothing is sent to print until the transaction ends. Buyers are not kept waiting. */
export function shareRunRow(trx: Trx, id: string): Promise<RunRow> {
  return trx.selectFrom('runs').selectAll().where('id', '=', id).forShare().executeTakeFirstOrThrow();
}

export interface RunCount {
  readonly run_id: string;
  readonly held: number;
  readonly sold: number;
  readonly free: number;
  readonly next: number | null;
}

/** A hold ends at its minute, not when the job next looks: until then its pieces already count as free. */
const stateNow = sql<'free' | 'held' | 'sold'>`
  case when pieces.state = 'held' and orders.held_until <= (select shop_now()) then 'free' else pieces.state end`;

export async function countPieces(db: Database | Trx, runIds: readonly string[]): Promise<Map<string, RunCount>> {
  if (runIds.length === 0) return new Map();
  const rows = await db
    .with('now', (inner) =>
      inner
        .selectFrom('pieces')
        .leftJoin('orders', 'orders.id', 'pieces.order_id')
        .select(['pieces.run_id', 'pieces.number', stateNow.as('state')])
        .where('pieces.run_id', 'in', [...runIds]),
    )
    .selectFrom('now')
    .select((eb) => [
      'run_id',
      eb.fn.countAll<number>().filterWhere('state', '=', 'held').as('held'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'sold').as('sold'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'free').as('free'),
      eb.fn.min<number | null>('number').filterWhere('state', '=', 'free').as('next'),
    ])
    .groupBy('run_id')
    .execute();
  return new Map(rows.map((row) => [row.run_id, row]));
}

/** The state of each piece in order of number, a letter each. */
export async function readPieceLetters(db: Database, runId: string): Promise<string> {
  const row = await db
    .selectFrom('pieces')
    .leftJoin('orders', 'orders.id', 'pieces.order_id')
    .select(sql<string>`string_agg(left(${stateNow}, 1), '' order by pieces.number)`.as('letters'))
    .where('pieces.run_id', '=', runId)
    .executeTakeFirstOrThrow();
  return row.letters;
}
