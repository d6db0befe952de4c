import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { lockBounty } from '../bounties.sql.ts';
import { hideIbans } from '../payouts/hide-ibans.ts';
import { findPayment } from '../payouts/payouts.sql.ts';
import { learnFact } from './learn-fact.ts';

export type Outcome = { readonly outcome: 'paid' } | { readonly outcome: 'failed'; readonly reason: string };

/**
 * Takes the bank's answer to a payment as a person read it, once. The same outcome again changes nothing; another one
 * is refused: what was read wrongly, only the bank's own files put right.
 */
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
    const open = payment.state === 'exported' || payment.state === 'stopped';
    if (!open) throw new Problem('payment_settled', { detail: payment.state });
    const reason = outcome.outcome === 'failed' ? hideIbans(outcome.reason.trim()) : null;
    await learnFact(deps, trx, bounty.id, {
      paymentId,
      kind: reason === null ? 'done' : 'refused',
      source: 'person',
      reference: '',
      reason,
      lineId: null,
      actorId: actor.id,
    });
    await audit(trx, {
      actor,
      act: 'settle-payment',
      subjectType: 'payment',
      subjectId: paymentId,
      details: { payout: payoutId, bounty: bounty.id, outcome: outcome.outcome, ...(reason ? { reason } : {}) },
    });
  });
}
