import type { Deps } from '../../deps.ts';
import type { Trx } from '../../platform/db/database.ts';
import { forgetLabels } from '../runs/pieces.ts';
import { forgetAddressesAndLabels, listOrdersToForget } from './orders.sql.ts';

/** By then no bank brings a payment any more, and nobody asks what became of an order that was never paid. */
const LAPSED_DAYS = 30;
const BATCH = 500;

/** What orders say of a person beside what the law has the shop keep: where it went, and the words on the label. */
export async function forgetOrdersOf(trx: Trx, memberId: string): Promise<void> {
  const orderIds = await listOrdersToForget(trx, { memberId });
  if (orderIds.length === 0) return;
  await forgetAddressesAndLabels(trx, orderIds);
  await forgetLabels(trx, orderIds);
}

/** The job: some weeks after an order lapsed, nothing says any more where it would have gone. */
export async function forgetLapsedOrders({ db }: Deps): Promise<void> {
  for (let forgotten = BATCH; forgotten === BATCH; ) {
    forgotten = await db.transaction().execute(async (trx) => {
      const orderIds = await listOrdersToForget(trx, { lapsedDays: LAPSED_DAYS, limit: BATCH });
      if (orderIds.length > 0) await forgetAddressesAndLabels(trx, orderIds);
      return orderIds.length;
    });
  }
}
