import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { lockBounty, markContractAccepted } from './bounties.sql.ts';

/** Accepts the contract whose hash was read. The same acceptance again changes nothing. */
export function acceptContract(
  deps: Deps,
  { bountyId, member, sha256 }: { bountyId: string; member: Member; sha256: string },
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const bounty = await lockBounty(trx, bountyId);
    if (bounty?.designer_id !== member.id) throw new Problem('not_found');
    if (!bounty.contract_sha256) throw new Problem('payee_missing');
    if (bounty.contract_sha256.toString('hex') !== sha256) throw new Problem('contract_changed');
    if (!bounty.contract_accepted_at) await markContractAccepted(trx, bounty.id);
  });
}
