import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

export interface PieceChoice {
  readonly size: string | null;
  readonly cut: string | null;
  readonly fabric: string;
  readonly label: string | null;
}

export interface PieceRow {
  readonly number: number;
  readonly size: string | null;
  readonly cut: string | null;
  readonly fabric: string | null;
  readonly label: string | null;
}

/** Numbers a run from 1 to N, every piece free. */
export async function insertPieces(trx: Trx, runId: string, size: number): Promise<void> {
  await sql`insert into pieces (run_id, number) select ${runId}, generate_series(1, ${size}::int)`.execute(trx);
}

/**
 * Holds the lowest free numbers for an order, all of them or none. `skip` passes by pieces that another buyer is taking
 * at this very moment, `wait` waits to learn whether they are taken.
 */
export async function takeFreePieces(
  trx: Trx,
  wanted: { runId: string; orderId: string; pieces: readonly PieceChoice[] },
  contended: 'skip' | 'wait',
): Promise<number[]> {
  const choices = JSON.stringify(wanted.pieces);
  const { rows } = await sql<{ number: number }>`
    with free as (
      select number from pieces where run_id = ${wanted.runId} and state = 'free'
      order by number limit ${wanted.pieces.length}::int
      for update ${contended === 'skip' ? sql`skip locked` : sql``}
    ), taken as (
      select number, row_number() over (order by number) as place from free
      where (select count(*) from free) = ${wanted.pieces.length}::int
    ), choices as (
      select * from rows from (
        jsonb_to_recordset(${choices}::jsonb) as (size text, cut text, fabric text, label text)
      ) with ordinality as choice (size, cut, fabric, label, place)
    )
    update pieces set state = 'held', order_id = ${wanted.orderId},
      size = choices.size, cut = choices.cut, fabric = choices.fabric, label = choices.label
    from taken join choices using (place)
    where pieces.run_id = ${wanted.runId} and pieces.number = taken.number and pieces.state = 'free'
    returning pieces.number`.execute(trx);
  return rows.map((row) => row.number).sort((a, b) => a - b);
}

/** Free pieces, those included that another buyer is taking right now. */
export async function countFreePieces(trx: Trx, runId: string): Promise<number> {
  const row = await trx
    .selectFrom('pieces')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('run_id', '=', runId)
    .where('state', '=', 'free')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Held pieces of an order become sold. Gives how many. */
export async function markPiecesSold(trx: Trx, orderId: string): Promise<number> {
  const result = await trx
    .updateTable('pieces')
    .set({ state: 'sold' })
    .where('order_id', '=', orderId)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
  return Number(result.numUpdatedRows);
}

/** Held pieces of orders go back on sale under their own numbers. */
export async function markPiecesFree(trx: Trx, orderIds: readonly string[]): Promise<void> {
  await trx
    .updateTable('pieces')
    .set({ state: 'free', order_id: null, size: null, cut: null, fabric: null, label: null })
    .where('order_id', 'in', [...orderIds])
    .where('state', '=', 'held')
    .execute();
}

/** Gives a free piece away without a hold. False when it is not free. */
export async function giveFreePiece(
  trx: Trx,
  piece: { runId: string; number: number; orderId: string; fabric: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('pieces')
    .set({ state: 'sold', order_id: piece.orderId, fabric: piece.fabric })
    .where('run_id', '=', piece.runId)
    .where('number', '=', piece.number)
    .where('state', '=', 'free')
    .executeTakeFirstOrThrow();
  return result.numUpdatedRows === 1n;
}

export async function putSizeAndCut(trx: Trx, orderId: string, choice: { size: string; cut: string }): Promise<void> {
  await trx.updateTable('pieces').set(choice).where('order_id', '=', orderId).execute();
}

export async function clearLabels(trx: Trx, orderIds: readonly string[]): Promise<void> {
  await trx.updateTable('pieces').set({ label: null }).where('order_id', 'in', orderIds).execute();
}

/** The pieces of orders, by order, in order of number. */
export async function listPiecesOf(db: Database | Trx, orderIds: readonly string[]): Promise<Map<string, PieceRow[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('pieces')
    .select(['order_id', 'number', 'size', 'cut', 'fabric', 'label'])
    .where('order_id', 'in', [...orderIds])
    .orderBy('number')
    .execute();
  return Map.groupBy(rows, (row) => row.order_id ?? '');
}
