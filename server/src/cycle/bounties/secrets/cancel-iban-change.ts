import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { signOutEverywhere } from '../../../people/sign-out-everywhere.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { sha256 } from '../../../platform/crypto/hash.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { type BountyRow, lockBounty, readWork, setWaitingChange } from '../bounties.sql.ts';
import { findChangeByToken, type IbanChangeRow, lockChange, settleChange } from './iban-changes.sql.ts';

/** The winner, signed in, keeps the account on file. Again, it is kept already. */
export function cancelIbanChange(
  deps: Deps,
  { bountyId, changeId, member }: { bountyId: string; changeId: string; member: Member },
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const bounty = await lockBounty(trx, bountyId);
    if (bounty?.designer_id !== member.id) throw new Problem('not_found');
    const change = await lockChange(trx, bounty.id, changeId);
    if (!change) throw new Problem('not_found');
    await callOff(trx, { bounty, change, by: member, way: 'page' });
  });
}

/**
 * Whoever holds the mail's link keeps the account on file, and ends every session of the winner: if they did not ask for
 * the change, someone else is signed in as them.
 */
export function callOffIbanChange(deps: Deps, token: string): Promise<{ title: string; ibanKept: string }> {
  return deps.db.transaction().execute(async (trx) => {
    const found = await findChangeByToken(trx, sha256(token));
    const bounty = found && (await lockBounty(trx, found.bounty_id));
    const change = bounty && (await lockChange(trx, bounty.id, found.id));
    if (!bounty || !change) throw new Problem('not_found');
    const isNew = await callOff(trx, { bounty, change, by: null, way: 'mail' });
    if (isNew) await signOutEverywhere(trx, bounty.designer_id);
    const { title } = await readWork(trx, bounty.id);
    return { title, ibanKept: bounty.iban_last4 ? `${bounty.iban_country}•• … ${bounty.iban_last4}` : '' };
  });
}

async function callOff(
  trx: Trx,
  facts: { bounty: BountyRow; change: IbanChangeRow; by: Member | null; way: 'page' | 'mail' },
): Promise<boolean> {
  const { bounty, change, by, way } = facts;
  if (change.state === 'cancelled') return false;
  if (change.state !== 'waiting') throw new Problem('iban_change_decided', { detail: change.state });
  await settleChange(trx, change.id, { state: 'cancelled', decided_by: by?.id ?? null });
  await setWaitingChange(trx, bounty.id, null);
  await audit(trx, {
    actor: by,
    act: 'cancel-iban-change',
    subjectType: 'bounty',
    subjectId: bounty.id,
    details: { change: change.id, way },
  });
  return true;
}
