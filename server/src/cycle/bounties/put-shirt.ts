import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { Cut, Size } from '@fraisier/shared/cycle/garments.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { putAddress } from '../../people/update-me.ts';
import type { Trx } from '../../platform/db/database.ts';
import { findAuthorOrder, setAuthorShirt } from '../orders/author-order.ts';
import { type BountyRow, lockBounty } from './bounties.sql.ts';

export interface ShirtChoice {
  readonly shirt?: { readonly size: Size; readonly cut: Cut } | undefined;
  readonly address?: Address | undefined;
}

/** The winner chooses their shirt anew: the contract says nothing of it, so its acceptance changes nothing here. */
export function putShirt(
  deps: Deps,
  { bountyId, member, choice }: { bountyId: string; member: Member; choice: ShirtChoice },
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const bounty = await lockBounty(trx, bountyId);
    if (bounty?.designer_id !== member.id) throw new Problem('not_found');
    await chooseShirt(trx, deps, { bounty, member, choice });
  });
}

/** Keeps the choice in the order of the shirt; without a run there is none yet. */
export async function chooseShirt(
  trx: Trx,
  deps: Deps,
  { bounty, member, choice }: { bounty: BountyRow; member: Member; choice: ShirtChoice },
): Promise<void> {
  const { shirt, address } = choice;
  if (address) await putAddress({ ...deps, db: trx }, member, address);
  if (!shirt && !address) return;
  const order = await findAuthorOrder(trx, bounty.design_id);
  if (!order) return;
  await setAuthorShirt(trx, { orderId: order.orderId, ...shirt, ...(address ? { address } : {}) });
}
