import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { PrintDeliveries, PrintOrders, PrintPlates } from '../../platform/db/schema.ts';
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

export interface VotedArtwork {
  readonly design_id: string;
  readonly storage_key: string;
  /** As the run, the file's own row, and the admission name it; the last is null for a design that nobody admitted. */
  readonly run_sha256: Buffer;
  readonly artwork_sha256: Buffer;
  readonly admitted: boolean | null;
  readonly inks: readonly { hex: string; coverage: number }[];
  readonly print_method: string;
  /** In pixels, as a person sees it. */
  readonly width: number;
  readonly height: number;
  readonly print_width_mm: number;
  readonly print_height_mm: number;
  /** Where its designer put it; null where nobody did. */
  readonly place_from_centre_mm: number | null;
  readonly place_top_mm: number | null;
  readonly place_width_mm: number | null;
}

/** The artwork of the run: where its original lies, and all that must say the same of it before anything is printed. */
export async function findVotedArtworkOf(db: Database, runId: string): Promise<VotedArtwork> {
  const row = await db
    .selectFrom('runs')
    .innerJoin('artworks', 'artworks.id', 'runs.artwork_id')
    .innerJoin('rounds', 'rounds.id', 'runs.round_id')
    .select(['runs.design_id', 'artworks.storage_key', 'artworks.inks', 'rounds.print_method'])
    .select(['artworks.width', 'artworks.height', 'rounds.print_width_mm', 'rounds.print_height_mm'])
    .select(['artworks.place_from_centre_mm', 'artworks.place_top_mm', 'artworks.place_width_mm'])
    .select(['runs.artwork_sha256 as run_sha256', 'artworks.sha256 as artwork_sha256'])
    .select((eb) =>
      eb
        .selectFrom('design_decisions')
        .select(sql<boolean>`design_decisions.artwork_id = runs.artwork_id`.as('same'))
        .whereRef('design_decisions.design_id', '=', 'runs.design_id')
        .where('kind', '=', 'admission')
        .orderBy('design_decisions.id', 'desc')
        .limit(1)
        .as('admitted'),
    )
    .where('runs.id', '=', runId)
    .executeTakeFirstOrThrow();
  return { ...row, inks: row.inks as VotedArtwork['inks'] };
}

export type PlateRow = Omit<Selectable<PrintPlates>, 'print_order_id' | 'thumb'>;

/** The packet with its plates, in place of any that were made before. */
export async function putPacket(
  trx: Trx,
  id: string,
  packet: {
    key: string;
    sha256: Buffer;
    bytes: number;
    files: unknown;
    facts: unknown;
    plates: readonly (PlateRow & { thumb: Buffer })[];
  },
): Promise<void> {
  await trx
    .updateTable('print_orders')
    .set({
      ...{ packet_state: 'ready', packet_problem: null, packet_key: packet.key, packet_sha256: packet.sha256 },
      packet_bytes: packet.bytes,
      packet_files: JSON.stringify(packet.files),
      print_facts: JSON.stringify(packet.facts),
    })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('print_plates').where('print_order_id', '=', id).execute();
  if (packet.plates.length === 0) return;
  await trx
    .insertInto('print_plates')
    .values(packet.plates.map((plate) => ({ ...plate, print_order_id: id })))
    .execute();
}

/** Says why there is no packet. One that is ready stays so, unless it is the packet itself that is wrong. */
export async function markPacketFailed(
  db: Database | Trx,
  id: string,
  problem: string,
  { evenReady = false } = {},
): Promise<void> {
  let query = db
    .updateTable('print_orders')
    .set({ packet_state: 'failed', packet_problem: problem })
    .where('id', '=', id);
  if (!evenReady) query = query.where('packet_state', '!=', 'ready');
  await query.execute();
}

/** Gives whether there was one that had failed. */
export async function markPacketPreparing(trx: Trx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('print_orders')
    .set({ packet_state: 'preparing', packet_problem: null })
    .where('id', '=', id)
    .where('packet_state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function listPlatesOf(
  db: Database | Trx,
  printOrderIds: readonly string[],
): Promise<Map<string, PlateRow[]>> {
  if (printOrderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('print_plates')
    .select(['print_order_id', 'place', 'hex', 'coverage', 'tonal', 'file_name'])
    .where('print_order_id', 'in', [...printOrderIds])
    .orderBy('place')
    .execute();
  return Map.groupBy(rows, (row) => row.print_order_id);
}

export async function findPlateThumb(db: Database, printOrderId: string, place: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('print_plates')
    .select('thumb')
    .where('print_order_id', '=', printOrderId)
    .where('place', '=', place)
    .executeTakeFirst();
  return row?.thumb;
}
