import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

/** One print of a piece that stands: asked for, or back and good. A defective one is as if it had never been. */
export interface StandingPrint {
  readonly order_id: string;
  readonly number: number;
  readonly state: 'ordered' | 'good';
  readonly ordered_at: Date;
}

/** Whether the row of `pieces` at hand is being printed or is printed. */
export const isCovered = sql<boolean>`exists (
  select from print_order_pieces printed
  where printed.run_id = pieces.run_id and printed.number = pieces.number and printed.state <> 'defective')`;

/** Whether the row of `pieces` at hand is back from the print shop, and good. */
const isGood = sql<boolean>`exists (
  select from print_order_pieces printed
  where printed.run_id = pieces.run_id and printed.number = pieces.number and printed.state = 'good')`;

/** Whether a print shop could make the row of `pieces` at hand. */
const isKnown = sql<boolean>`(pieces.size is not null and pieces.cut is not null)`;

/** The prints of the pieces of orders; a piece that none covers has no row. */
export async function listPrintsOfOrders(
  db: Database | Trx,
  orderIds: readonly string[],
): Promise<Map<string, StandingPrint[]>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await sql<StandingPrint>`
    select pieces.order_id, printed.number, printed.state, print_orders.ordered_at
    from pieces
    join print_order_pieces printed
      on printed.run_id = pieces.run_id and printed.number = pieces.number and printed.state <> 'defective'
    join print_orders on print_orders.id = printed.print_order_id
    where pieces.order_id = any(${[...orderIds]}::uuid[])
    order by printed.number`.execute(db);
  return Map.groupBy(rows, (row) => row.order_id);
}

/** The numbers of an order that have no good print yet. */
export async function listUnprinted(db: Database | Trx, orderId: string): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from pieces where order_id = ${orderId} and not ${isGood} order by number`.execute(db);
  return rows.map((row) => row.number);
}

/** What waits for the operator: sold pieces that can be ordered, and paid orders whose pieces are all good. */
export async function countPrintWork(db: Database): Promise<{ piecesToPrint: number; ordersToSend: number }> {
  const { rows } = await sql<{ piecesToPrint: number; ordersToSend: number }>`
    select
      (select count(*) from pieces where state = 'sold' and ${isKnown} and not ${isCovered}) as "piecesToPrint",
      (select count(*) from orders where state = 'paid' and not exists (
        select from pieces where pieces.order_id = orders.id and not ${isGood}
      )) as "ordersToSend"`.execute(db);
  return rows[0]!;
}
