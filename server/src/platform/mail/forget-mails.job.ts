import type { Deps } from '../../deps.ts';
import { forgetBodies } from './outbox.sql.ts';

/** As long as somebody may ask what a mail said. */
const DAYS = 30;
const BATCH = 1000;

/** The job: some weeks after a mail has left, the shop keeps that it was sent, and not what it said. */
export async function forgetMails({ db }: Deps): Promise<void> {
  for (let forgotten = BATCH; forgotten === BATCH; ) forgotten = await forgetBodies(db, { days: DAYS, limit: BATCH });
}
