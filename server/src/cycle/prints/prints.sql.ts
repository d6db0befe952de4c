import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { PrintDeliveries, PrintOrders } from '../../platform/db/schema.ts';
import { isCovered } from './printed.sql.ts';

export type DeliveryRow = Selectable<PrintDeliveries>;

export interface PrintOrderRow extends Selectable<PrintOrders> {
  readonly run_slug: string;
  readonly title: string;
  readonly good: number;
  readonly defective: number;
}

export interface NeededPiece {
  readonly number: number;
  readonly size: string | null;
  readonly cut: string | null;
  readonly fabric: string | null;
  readonly label: string | null;
}

/** Sold pieces that are neither being printed nor printed well, in order of number. */
export function listNeededPieces(db: Database | Trx, runId: string): Promise<NeededPiece[]> {
  return db
    .selectFrom('pieces')
    .select(['number', 'size', 'cut', 'fabric', 'label'])
    .where('run_id', '=', runId)
    .where('state', '=', 'sold')
    .where((eb) => eb.not(isCovered))
    .orderBy('number')
    .execute();
}

/** The next number is free for as long as the caller holds the run. */
export async function insertPrintOrder(
  trx: Trx,
  order: { run_id: string; matrix: unknown; pieces: number; artwork_sha256: Buffer; ordered_by: string },
): Promise<{ id: string; number: number }> {
  return trx
    .insertInto('print_orders')
    .values((eb) => ({
      ...order,
      matrix: JSON.stringify(order.matrix),
      number: eb
        .selectFrom('print_orders')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('run_id', '=', order.run_id),
    }))
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
}

export async function insertPrintPieces(
  trx: Trx,
  order: { id: string; runId: string },
  pieces: readonly NeededPiece[],
): Promise<void> {
  await sql`
    insert into print_order_pieces (print_order_id, run_id, number, size, cut, fabric, label)
    select ${order.id}, ${order.runId}, piece.number, piece.size, piece.cut, piece.fabric, piece.label
    from jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb)
      as piece (number int, size text, cut text, fabric text, label text)`.execute(trx);
}

function printOrders(db: Database | Trx) {
  const count = (state: string) => sql<number>`
    (select count(*) from print_order_pieces p where p.print_order_id = print_orders.id and p.state = ${state})`;
  return db
    .selectFrom('print_orders')
    .innerJoin('runs', 'runs.id', 'print_orders.run_id')
    .innerJoin('designs', 'designs.id', 'runs.design_id')
    .selectAll('print_orders')
    .select(['runs.slug as run_slug', 'designs.title', count('good').as('good'), count('defective').as('defective')]);
}

export function findPrintOrder(db: Database | Trx, id: string): Promise<PrintOrderRow | undefined> {
  return printOrders(db).where('print_orders.id', '=', id).executeTakeFirst();
}

export function listPrintOrderRows(
  db: Database,
  page: { run: string | undefined; cursor: string | null; limit: number },
): Promise<PrintOrderRow[]> {
  let query = printOrders(db)
    .orderBy('print_orders.id', 'desc')
    .limit(page.limit + 1);
  if (page.run) query = query.where('runs.slug', '=', page.run);
  if (page.cursor) query = query.where('print_orders.id', '<', page.cursor);
  return query.execute();
}

/** The print order, held until the transaction ends: its deliveries are counted one after the other. */
export function lockPrintOrder(trx: Trx, id: string) {
  return trx.selectFrom('print_orders').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Numbers of a print order that no delivery has counted yet, ascending. */
export async function listOutstanding(trx: Trx, printOrderId: string): Promise<number[]> {
  const rows = await trx
    .selectFrom('print_order_pieces')
    .select('number')
    .where('print_order_id', '=', printOrderId)
    .where('state', '=', 'ordered')
    .orderBy('number')
    .execute();
  return rows.map((row) => row.number);
}

export async function markPrintPieces(
  trx: Trx,
  printOrderId: string,
  numbers: readonly number[],
  state: 'good' | 'defective',
): Promise<void> {
  if (numbers.length === 0) return;
  await trx
    .updateTable('print_order_pieces')
    .set({ state })
    .where('print_order_id', '=', printOrderId)
    .where('number', '=', sql<number>`any(${numbers}::int[])`)
    .execute();
}

export async function insertDelivery(
  trx: Trx,
  delivery: {
    print_order_id: string;
    ordered: number;
    good: number;
    defective: number;
    defective_numbers: number[];
    counted_by: string;
  },
): Promise<void> {
  await trx.insertInto('print_deliveries').values(delivery).execute();
}

export async function markDelivered(trx: Trx, printOrderId: string): Promise<void> {
  await trx
    .updateTable('print_orders')
    .set({ state: 'delivered', delivered_at: sql<Date>`shop_now()` })
    .where('id', '=', printOrderId)
    .execute();
}

export async function listDeliveriesOf(
  db: Database | Trx,
  printOrderIds: readonly string[],
): Promise<Map<string, DeliveryRow[]>> {
  if (printOrderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('print_deliveries')
    .selectAll()
    .where('print_order_id', 'in', [...printOrderIds])
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.print_order_id);
}

export function listPrintPieces(db: Database, printOrderId: string) {
  return db
    .selectFrom('print_order_pieces')
    .select(['number', 'size', 'cut', 'fabric', 'label'])
    .where('print_order_id', '=', printOrderId)
    .orderBy('number')
    .execute();
}

/** The artwork of the run: where its original lies, and the preview to put on the sheet. */
export function findArtworkOfRun(db: Database, runId: string) {
  return db
    .selectFrom('runs')
    .innerJoin('artworks', 'artworks.id', 'runs.artwork_id')
    .select(['runs.design_id', 'runs.artwork_id', 'runs.artwork_sha256', 'artworks.storage_key'])
    .select((eb) =>
      eb
        .selectFrom('pictures')
        .select('pictures.name')
        .whereRef('pictures.artwork_id', '=', 'artworks.id')
        .where('kind', '=', 'shirt')
        .where('pictures.format', 'in', ['jpeg', 'png'])
        .orderBy('pictures.width', 'desc')
        .limit(1)
        .as('preview'),
    )
    .where('runs.id', '=', runId)
    .executeTakeFirstOrThrow();
}

export async function putPacket(
  db: Database | Trx,
  id: string,
  packet: { key: string; sha256: Buffer; bytes: number },
): Promise<void> {
  await db
    .updateTable('print_orders')
    .set({ packet_state: 'ready', packet_key: packet.key, packet_sha256: packet.sha256, packet_bytes: packet.bytes })
    .where('id', '=', id)
    .execute();
}

export async function markPacketFailed(db: Database | Trx, id: string): Promise<void> {
  await db
    .updateTable('print_orders')
    .set({ packet_state: 'failed' })
    .where('id', '=', id)
    .where('packet_state', '!=', 'ready')
    .execute();
}
