import type { Deps } from '../../deps.ts';
import type { Trx } from '../../platform/db/database.ts';
import { freePieces } from '../runs/pieces.ts';
import { lapseOverdue } from './orders.sql.ts';
import { payBackLatePayments } from './pay-back.ts';

const BATCH = 200;

/** The job: pieces whose hold is over go back on sale, and payments that came too late are given back. */
export async function lapseHolds(deps: Deps): Promise<void> {
  for (let lapsed = BATCH; lapsed === BATCH; ) {
    lapsed = await deps.db.transaction().execute((trx) => lapse(trx, {}));
  }
  await payBackLatePayments(deps, {});
}

/** A buyer who finds no free piece looks first for holds of the run that are over. */
export async function lapseRunHolds(trx: Trx, runId: string): Promise<void> {
  await lapse(trx, { runId });
}

async function lapse(trx: Trx, where: { runId?: string }): Promise<number> {
  const orderIds = await lapseOverdue(trx, { ...where, limit: BATCH });
  if (orderIds.length > 0) await freePieces(trx, orderIds);
  return orderIds.length;
}
