import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { type BountyRow, lockBounties } from '../bounties.sql.ts';
import { listPaymentsOfPayouts } from './payouts.sql.ts';

/** Everything about a payout is decided under the locks of its bounties, taken in the order of their ids. */
export async function lockBountiesOfPayout(trx: Trx, payoutId: string): Promise<BountyRow[]> {
  const payments = await listPaymentsOfPayouts(trx, [payoutId]);
  if (payments.length === 0) throw new Problem('not_found');
  return lockBounties(
    trx,
    payments.map((payment) => payment.bounty_id),
  );
}
