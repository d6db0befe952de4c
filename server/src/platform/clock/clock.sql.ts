import { sql } from 'kysely';
import type { Database, Trx } from '../db/database.ts';

/** The moment that decides: the database's clock, moved only in demo and tests. */
export async function shopNow(db: Database | Trx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select shop_now() as now`.execute(db);
  return rows[0]!.now;
}

/** Moves the shop's clock so that it shows `moment` now. For demo and tests only. */
export async function setShopClock(db: Database | Trx, moment: Date | null): Promise<void> {
  await sql`
    update shop_clock set clock_offset =
      case when ${moment}::timestamptz is null then interval '0' else ${moment}::timestamptz - clock_timestamp() end
  `.execute(db);
}
