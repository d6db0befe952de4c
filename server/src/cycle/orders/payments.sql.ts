import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Payments } from '../../platform/db/schema.ts';

export type PaymentRow = Selectable<Payments>;
export type PaymentState = 'created' | 'succeeded' | 'failed' | 'refund_due' | 'refunded';

export async function insertPayment(
  trx: Trx,
  payment: { order_id: string; provider: string; amount_cents: number },
): Promise<string> {
  const row = await trx.insertInto('payments').values(payment).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export function findPayment(db: Database | Trx, id: string): Promise<PaymentRow | undefined> {
  return db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The payments of orders; an order has one. */
export async function listPaymentsOf(
  db: Database | Trx,
  orderIds: readonly string[],
): Promise<Map<string, PaymentRow>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('payments')
    .selectAll()
    .where('order_id', 'in', [...orderIds])
    .orderBy('created_at')
    .execute();
  return new Map(rows.map((row) => [row.order_id, row]));
}

/** Gives false when the payment is no longer in the state that was seen. */
export async function settle(trx: Trx | Database, id: string, from: PaymentState, to: PaymentState): Promise<boolean> {
  const result = await trx
    .updateTable('payments')
    .set({ state: to, settled_at: sql<Date>`shop_now()` })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return result.numUpdatedRows === 1n;
}

export function listRefundsDue(db: Database, where: { id?: string }): Promise<PaymentRow[]> {
  let query = db.selectFrom('payments').selectAll().where('state', '=', 'refund_due').orderBy('created_at').limit(200);
  if (where.id) query = query.where('id', '=', where.id);
  return query.execute();
}
