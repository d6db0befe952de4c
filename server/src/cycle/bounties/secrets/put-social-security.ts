import { normalizeSocialSecurity, socialSecurityProblem } from '@fraisier/shared/cycle/social-security.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { type BountyRow, lockBounty, setSocialSecurity } from '../bounties.sql.ts';

/** The winner gives their number: the shop declares with it what it kept back. It moves no money and is never frozen. */
export function putSocialSecurity(
  deps: Deps,
  { bountyId, member, number }: { bountyId: string; member: Member; number: string },
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const bounty = await lockBounty(trx, bountyId);
    if (bounty?.designer_id !== member.id) throw new Problem('not_found');
    await keepSocialSecurity(deps, trx, bounty, number);
  });
}

export async function keepSocialSecurity(deps: Deps, trx: Trx, bounty: BountyRow, typed: string): Promise<void> {
  const problem = socialSecurityProblem(typed);
  if (problem) {
    throw new Problem('social_security_invalid', { reasons: [{ code: problem, field: '/socialSecurity' }] });
  }
  const number = normalizeSocialSecurity(typed);
  await setSocialSecurity(trx, bounty.id, {
    social_security_sealed: deps.keys.seal(number, `bounty:${bounty.id}:social-security`),
    social_security_last2: number.slice(-2),
  });
}
