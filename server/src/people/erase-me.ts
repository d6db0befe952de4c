import type { EraseReason } from '@fraisier/shared/contracts/people.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import { eraseBallotsOf } from '../cycle/ballots/erase-ballots.ts';
import { forgetOrdersOf } from '../cycle/orders/forget-orders.ts';
import { forgetFileNames } from '../cycle/submissions/forget-file-names.ts';
import { withdrawAll } from '../cycle/submissions/withdraw-all.ts';
import type { Deps } from '../deps.ts';
import { deleteMailsTo } from '../platform/mail/outbox.sql.ts';
import { forgetTopics } from '../platform/mail/topics.sql.ts';
import type { Member } from './accounts.ts';
import { listAddresses } from './email-change/email-changes.sql.ts';
import { anonymiseMember, forgetMessagesFrom, lockAdmins, lockMember, readTies, type Ties } from './erase.sql.ts';

/**
 * Erases an account at its owner's word, in one transaction: sessions, passkeys, addresses, labels, mails, messages,
 * ballots of rounds that are not decided, designs that may still be withdrawn. What stays: designs that people rate or
 * have rated, without a name, and what the law has the shop keep of money (orders, invoices, bounties).
 */
export async function eraseMe(deps: Deps, member: Member, typed: string): Promise<void> {
  if (typed.trim().toLowerCase() !== member.email) {
    throw new Problem('bad_input', { reasons: [{ code: 'other_email', field: '/email' }] });
  }
  await deps.db.transaction().execute(async (trx) => {
    if (member.role === 'admin') await lockAdmins(trx);
    await lockMember(trx, member.id);
    const reasons = reasonsToKeep(member, await readTies(trx, member.id));
    if (reasons.length > 0) throw new Problem('account_needed', { reasons });
    await withdrawAll(trx, member.id);
    await forgetFileNames(trx, member.id);
    await eraseBallotsOf(trx, member.id);
    await forgetOrdersOf(trx, member.id);
    const addresses = await listAddresses(trx, member.id);
    for (const span of addresses) {
      await deleteMailsTo(trx, span);
      await forgetMessagesFrom(trx, member.id, span);
    }
    await forgetTopics(trx, member.email);
    await anonymiseMember(trx, member);
  });
}

function reasonsToKeep({ role }: Member, ties: Ties): ProblemReason[] {
  const open: [EraseReason, number][] = [
    ['bounty_owed', ties.bounties],
    ['order_held', ties.held],
    ['order_undelivered', ties.undelivered],
    ['refund_due', ties.refunds],
  ];
  return [
    ...open.filter(([, count]) => count > 0).map(([code, count]) => ({ code, detail: String(count) })),
    ...(role === 'admin' && ties.otherAdmins === 0 ? [{ code: 'last_admin' satisfies EraseReason }] : []),
  ];
}
