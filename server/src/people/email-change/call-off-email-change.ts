import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { maskAddress } from '../../platform/mail/topics.ts';
import type { Member } from '../accounts.ts';
import { lockMember } from '../erase.sql.ts';
import { findMember } from '../members.sql.ts';
import { noteAccountAct } from '../note-account-act.ts';
import { deletePasskeysSince } from '../sessions.sql.ts';
import { signOutEverywhere } from '../sign-out-everywhere.ts';
import { changeOfToken } from './call-off-token.ts';
import { cancelSince, findChange, withdrawWaiting } from './email-changes.sql.ts';
import { moveToAddress } from './move-to-address.ts';

/** Who asked, signed in, no longer wants another address. Again, nothing waits any more. */
export function cancelEmailChange(deps: Deps, member: Member): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    await lockMember(trx, member.id);
    const [change] = await withdrawWaiting(trx, member.id);
    if (change) await noteAccountAct(trx, 'cancel-email-change', member.id, { change });
  });
}

/**
 * Whoever holds the link that the old address got keeps it, or takes it back: every session of the account ends, and
 * passkeys made since the sign-in that asked go, for whoever asked may have been someone else. Again, it is so already.
 */
export function callOffEmailChange(deps: Deps, token: string): Promise<{ address: string }> {
  const id = changeOfToken(deps.config, token);
  return deps.db.transaction().execute(async (trx) => {
    const found = id ? await findChange(trx, id) : undefined;
    if (!found) throw new Problem('not_found');
    await lockMember(trx, found.member_id);
    const change = await findChange(trx, found.id);
    const member = await findMember(trx, found.member_id);
    if (!change || !member) throw new Problem('not_found');
    const answer = { address: maskAddress(change.old_email) };
    if (change.state === 'cancelled') return answer;
    if (!change.kept) throw new Problem('email_change_settled');

    await cancelSince(trx, change);
    if (member.email !== change.old_email) {
      await moveToAddress(trx, { memberId: member.id, from: member.email, to: change.old_email });
    }
    await deletePasskeysSince(trx, member.id, change.signed_in_at);
    await signOutEverywhere(trx, member.id);
    await noteAccountAct(trx, 'cancel-email-change', member.id, { change: change.id });
    return answer;
  });
}
