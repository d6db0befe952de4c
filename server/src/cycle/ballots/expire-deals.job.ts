import type { Deps } from '../../deps.ts';
import { expireDeals as expireSome } from './expire-deals.sql.ts';

const AT_ONCE = 1000;

/** Deals that nobody answered in time go back to the pack. */
export async function expireDeals(deps: Deps): Promise<void> {
  let expired: number;
  do {
    expired = await deps.db.transaction().execute((trx) => expireSome(trx, AT_ONCE));
  } while (expired === AT_ONCE);
}
