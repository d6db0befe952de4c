import type { Address } from '@fraisier/shared/contracts/common.ts';
import { HOLD_MINUTES } from '@fraisier/shared/cycle/edition.ts';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Orders } from '../../platform/db/schema.ts';

export type OrderState = 'held' | 'paid' | 'sent' | 'lapsed' | 'cancelled' | 'refunded';

/** With its state at this moment: a hold is over at its minute, not when the job next looks. */
export type OrderRow = Selectable<Orders> & { readonly state_now: OrderState };

const stateNow = sql<OrderState>`
  case when orders.state = 'held' and orders.held_until <= shop_now() then 'lapsed' else orders.state end`;

const orders = (db: Database | Trx) => db.selectFrom('orders').selectAll('orders').select(stateNow.as('state_now'));

/**
 * A hold lasts by the shop's clock, which demo and tests may move: the sandbox has no money that would not follow. A
 * provider of real money will keep its holds by real time.
 *
 * Gives the order's id; null when this member has used this key before. A second one waits for the first to be decided. */
export async function insertOrder(trx: Trx, order: Insertable<Orders>): Promise<string | null> {
  const row = await trx
    .insertInto('orders')
    .values({
      ...order,
      ...(order.state === 'held' ? { held_until: sql<Date>`shop_now() + make_interval(mins => ${HOLD_MINUTES})` } : {}),
      ...(order.state === 'paid' ? { paid_at: sql<Date>`shop_now()` } : {}),
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export function findOrderByKey(db: Database | Trx, memberId: string, key: string): Promise<OrderRow | undefined> {
  return orders(db).where('member_id', '=', memberId).where('idempotency_key', '=', key).executeTakeFirst();
}

export function findOrder(db: Database | Trx, id: string): Promise<OrderRow | undefined> {
  return orders(db).where('id', '=', id).executeTakeFirst();
}

export function lockOrder(trx: Trx, id: string): Promise<OrderRow | undefined> {
  return orders(trx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export interface OrderFilter {
  readonly memberId?: string;
  readonly state?: OrderState | undefined;
  readonly run?: string | undefined;
  readonly cursor: string | null;
  readonly limit: number;
}

/** Newest first; one more than asked for. */
export function listOrderRows(db: Database, filter: OrderFilter): Promise<OrderRow[]> {
  let query = orders(db)
    .innerJoin('runs', 'runs.id', 'orders.run_id')
    .orderBy('orders.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.memberId) query = query.where('orders.member_id', '=', filter.memberId);
  if (filter.state) query = query.where(stateNow, '=', filter.state);
  if (filter.run) query = query.where('runs.slug', '=', filter.run);
  if (filter.cursor) query = query.where('orders.id', '<', filter.cursor);
  return query.execute();
}

export async function putItems(trx: Trx, orderId: string, items: unknown): Promise<void> {
  await trx
    .updateTable('orders')
    .set({ items: JSON.stringify(items) })
    .where('id', '=', orderId)
    .execute();
}

export async function putAddressOfOrder(trx: Trx, orderId: string, address: Address): Promise<void> {
  await trx
    .updateTable('orders')
    .set({ address: JSON.stringify(address) })
    .where('id', '=', orderId)
    .execute();
}

export async function markPaid(trx: Trx, orderId: string): Promise<void> {
  await trx
    .updateTable('orders')
    .set({ state: 'paid', paid_at: sql<Date>`shop_now()` })
    .where('id', '=', orderId)
    .execute();
}

export async function markSent(trx: Trx, orderId: string, tracking: string | null): Promise<void> {
  await trx
    .updateTable('orders')
    .set({ state: 'sent', sent_at: sql<Date>`shop_now()`, tracking })
    .where('id', '=', orderId)
    .execute();
}

/** Holds that are over become lapsed. Orders that somebody is paying this instant are passed by; they decide themselves. */
export async function lapseOverdue(trx: Trx, where: { runId?: string; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update orders set state = 'lapsed', lapsed_at = shop_now()
    where id in (
      select id from orders where state = 'held' and held_until <= shop_now()
        ${where.runId ? sql`and run_id = ${where.runId}` : sql``}
      order by held_until limit ${where.limit}::int for update skip locked)
    returning id`.execute(trx);
  return rows.map((row) => row.id);
}

export async function markLapsed(trx: Trx, orderId: string): Promise<void> {
  await trx
    .updateTable('orders')
    .set({ state: 'lapsed', lapsed_at: sql<Date>`shop_now()` })
    .where('id', '=', orderId)
    .execute();
}

/** Orders that still say where to, of a member or lapsed for so many days. */
export async function listOrdersToForget(
  trx: Trx,
  which: { memberId: string } | { lapsedDays: number; limit: number },
): Promise<string[]> {
  let query = trx.selectFrom('orders').select('id').where('address', 'is not', null).orderBy('id').forNoKeyUpdate();
  query =
    'memberId' in which
      ? query.where('member_id', '=', which.memberId)
      : query
          .where('state', '=', 'lapsed')
          .where('lapsed_at', '<', sql<Date>`shop_now() - make_interval(days => ${which.lapsedDays}::int)`)
          .limit(which.limit);
  return (await query.execute()).map((row) => row.id);
}

export async function forgetAddressesAndLabels(trx: Trx, orderIds: readonly string[]): Promise<void> {
  await sql`
    update orders set address = null, items = coalesce(
      (select jsonb_agg(item || '{"label": null}' order by place)
        from jsonb_array_elements(items) with ordinality as asked (item, place)), '[]')
    where id = any (${[...orderIds]}::uuid[])`.execute(trx);
}

export function findAuthorOrderRow(db: Database | Trx, where: { designId: string } | { orderId: string }) {
  let query = db
    .selectFrom('orders')
    .innerJoin('runs', 'runs.id', 'orders.run_id')
    .innerJoin('pieces', 'pieces.order_id', 'orders.id')
    .select(['orders.id', 'orders.run_id', 'pieces.size', 'pieces.cut'])
    .where('orders.kind', '=', 'author');
  query =
    'designId' in where
      ? query.where('runs.design_id', '=', where.designId)
      : query.where('orders.id', '=', where.orderId);
  return query.executeTakeFirst();
}

export function listRecommendations(db: Database | Trx, orderIds: readonly string[]) {
  return db
    .selectFrom('recommendations')
    .select(['order_id', 'score', 'why'])
    .where('order_id', 'in', [...orderIds])
    .execute();
}

export function listBuyers(db: Database | Trx, memberIds: readonly string[]) {
  return db
    .selectFrom('members')
    .select(['id', 'name', 'email'])
    .where('id', 'in', [...memberIds])
    .execute();
}
