import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../db/database.ts';
import type { ShopSettings as Row } from '../db/schema.ts';

export type Settings = Omit<Selectable<Row>, 'is_only'>;

export async function readSettings(db: Database | Trx): Promise<Settings> {
  const { is_only: _, ...settings } = await db.selectFrom('shop_settings').selectAll().executeTakeFirstOrThrow();
  return settings;
}

export async function writeSettings(trx: Trx, settings: Omit<Settings, 'updated_at'>): Promise<void> {
  await trx
    .updateTable('shop_settings')
    .set({ ...settings, updated_at: new Date() })
    .execute();
}

export async function isTimeZone(db: Database | Trx, name: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from pg_timezone_names where name = ${name}) as known`.execute(db);
  return rows[0]?.known === true;
}

export interface PayRecord {
  readonly paid: number;
  readonly on_time: number;
  /** Whole days from owed to paid, on average over the bounties paid so far; null before the first. */
  readonly average_days: number | null;
  readonly longest_days: number | null;
  /** Due before now, and still not paid. */
  readonly late: number;
}

/** How the shop has paid so far, by its own clock. */
export async function readPayRecord(db: Database): Promise<PayRecord> {
  const { rows } = await sql<PayRecord>`
    select count(*) filter (where state = 'paid') as paid,
      count(*) filter (where state = 'paid' and paid_at <= due_at) as on_time,
      round(avg(extract(epoch from paid_at - owed_at) / 86400) filter (where state = 'paid'))::int as average_days,
      ceil(max(extract(epoch from paid_at - owed_at) / 86400) filter (where state = 'paid'))::int as longest_days,
      count(*) filter (where state in ('owed', 'exported', 'failed') and due_at < shop_now()) as late
    from bounties`.execute(db);
  return rows[0]!;
}
