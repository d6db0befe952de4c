import { shopNow } from '../../../platform/clock/clock.sql.ts';
import type { Database } from '../../../platform/db/database.ts';
import { findNewestHead } from './heads.sql.ts';

const HOUR_MS = 3_600_000;

/** When the head of the lines that wait now is there at the latest: an hour after the last one, or within the next. */
export async function nextHeadAt(db: Database, roundId: string): Promise<Date> {
  const now = (await shopNow(db)).getTime();
  const last = (await findNewestHead(db, roundId))?.signed_at.getTime();
  const due = (last ?? now) + HOUR_MS;
  return new Date(due > now && due <= now + HOUR_MS ? due : now + HOUR_MS);
}
