import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { book } from './book.ts';
import { type BountyRow, findWinner, lockBounty, markFailed, markPaid } from './bounties.sql.ts';
import { failedMail, paidMail } from './bounty.mail.ts';
import { hideIbans } from './hide-ibans.ts';
import { findPayment, markSettled, type PaymentRow } from './payouts.sql.ts';

export type Outcome = { readonly outcome: 'paid' } | { readonly outcome: 'failed'; readonly reason: string };

/** Takes the bank's answer to a payment, once. The same outcome again changes nothing; another one is refused. */
export function settlePayment(
  deps: Deps,
  input: { payoutId: string; paymentId: string; actor: Member; outcome: Outcome },
): Promise<void> {
  const { actor, outcome, payoutId, paymentId } = input;
  return deps.db.transaction().execute(async (trx) => {
    const found = await findPayment(trx, { payoutId, paymentId });
    if (!found) throw new Problem('not_found');
    const bounty = await lockBounty(trx, found.bounty_id);
    // Read again under the lock: another operator may have settled it meanwhile.
    const payment = await findPayment(trx, { payoutId, paymentId });
    if (!payment || !bounty) throw new Problem('not_found');
    if (payment.state === outcome.outcome) return;
    if (payment.state !== 'exported') throw new Problem('payment_settled', { detail: payment.state });
    const reason = outcome.outcome === 'failed' ? hideIbans(outcome.reason.trim()) : null;
    await markSettled(trx, paymentId, { state: outcome.outcome, reason, settled_by: actor.id });
    if (reason === null) await settlePaid(deps, trx, { bounty, payment, actor });
    else await settleFailed(deps, trx, { bounty, payment, actor, reason });
    await audit(trx, {
      actor,
      act: 'settle-payment',
      subjectType: 'payment',
      subjectId: paymentId,
      details: { payout: payoutId, bounty: bounty.id, outcome: outcome.outcome, ...(reason ? { reason } : {}) },
    });
  });
}

interface Settlement {
  readonly bounty: BountyRow;
  readonly payment: PaymentRow;
  readonly actor: Member;
}

async function settlePaid(deps: Deps, trx: Trx, { bounty, payment, actor }: Settlement): Promise<void> {
  const paid = await markPaid(trx, bounty.id);
  await book(trx, {
    cause: `payment:${payment.id}:paid`,
    description: `Virement confirmé par la banque, ${payment.end_to_end_id}`,
    entries: [
      { account: 'bounty_in_transit', amountCents: payment.amount_cents },
      { account: 'bank', amountCents: -payment.amount_cents },
    ],
    actorId: actor.id,
  });
  const winner = await findWinner(trx, bounty.id);
  if (!winner || !paid.paid_at) return;
  const { time_zone: timeZone } = await readSettings(trx);
  await writeMail(trx, {
    cause: `bounty-paid:${payment.id}`,
    to: winner.email,
    locale: winner.locale,
    template: 'bounty-paid',
    content: paidMail(
      {
        netCents: payment.amount_cents,
        title: winner.title,
        paidAt: paid.paid_at,
        timeZone,
        url: `${deps.config.appUrl}/${winner.locale}/bounties/${bounty.id}`,
      },
      winner.locale,
    ),
  });
}

async function settleFailed(
  deps: Deps,
  trx: Trx,
  { bounty, payment, actor, reason }: Settlement & { readonly reason: string },
): Promise<void> {
  await markFailed(trx, bounty.id);
  await book(trx, {
    cause: `payment:${payment.id}:failed`,
    description: `Virement refusé par la banque, ${payment.end_to_end_id}`,
    entries: [
      { account: 'bounty_in_transit', amountCents: payment.amount_cents },
      { account: 'bounty_payable', amountCents: -payment.amount_cents },
    ],
    actorId: actor.id,
  });
  const winner = await findWinner(trx, bounty.id);
  if (!winner) return;
  await writeMail(trx, {
    cause: `bounty-failed:${payment.id}`,
    to: winner.email,
    locale: winner.locale,
    template: 'bounty-failed',
    content: failedMail(
      {
        netCents: payment.amount_cents,
        title: winner.title,
        reason,
        ibanMasked: payment.iban_masked,
        url: `${deps.config.appUrl}/${winner.locale}/bounties/${bounty.id}`,
      },
      winner.locale,
    ),
  });
}
