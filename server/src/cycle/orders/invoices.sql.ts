import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Invoices } from '../../platform/db/schema.ts';

export type InvoiceRow = Selectable<Invoices>;

/**
 * The next number of the year in the shop's time zone. The counter's row stays locked until the transaction ends: a
 * number is used, or given back with the rollback, so that none is missing.
 */
export async function takeInvoiceNumber(trx: Trx, timeZone: string): Promise<{ year: number; number: number }> {
  const { rows } = await sql<{ year: number; number: number }>`
    insert into invoice_counters (year, last)
    values (extract(year from shop_now() at time zone ${timeZone})::int, 1)
    on conflict (year) do update set last = invoice_counters.last + 1
    returning year, last as number`.execute(trx);
  return rows[0]!;
}

export async function insertInvoice(trx: Trx, invoice: Insertable<Invoices>): Promise<void> {
  await trx.insertInto('invoices').values(invoice).execute();
}

export function findInvoice(db: Database, orderId: string): Promise<InvoiceRow | undefined> {
  return db.selectFrom('invoices').selectAll().where('order_id', '=', orderId).executeTakeFirst();
}

export async function listInvoicesOf(db: Database | Trx, orderIds: readonly string[]) {
  if (orderIds.length === 0) return new Map<string, { order_id: string; number: string; issued_at: Date }>();
  const rows = await db
    .selectFrom('invoices')
    .select(['order_id', 'number', 'issued_at'])
    .where('order_id', 'in', [...orderIds])
    .execute();
  return new Map(rows.map((row) => [row.order_id, row]));
}
