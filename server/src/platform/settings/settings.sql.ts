import type { Selectable } from 'kysely';
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
