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

/** Whole days from owed to paid, on average over the bounties paid so far. */
export async function averageDaysToPay(db: Database): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`
    select round(avg(extract(epoch from paid_at - owed_at) / 86400))::int as days
    from bounties where state = 'paid'`.execute(db);
  return rows[0]?.days ?? null;
}
