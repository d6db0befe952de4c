import { reasonsNotToCancel } from '@fraisier/shared/cycle/payment-states.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { listFacts } from '../bank/facts.sql.ts';
import { learnFact } from '../bank/learn-fact.ts';
import { lockBountiesOfPayout } from './lock-payout.ts';
import { findPayoutAct, insertPayoutAct } from './payout-acts.sql.ts';
import { listPaymentsOfPayouts } from './payouts.sql.ts';

/**
 * Makes a file void that the bank never had. Its bounties are owed again, its references are closed for ever, the books
 * go back. Cancelled again it stays as it is.
 */
export function cancelPayout(
  deps: Deps,
  { payoutId, actor, reason }: { payoutId: string; actor: Member; reason: string },
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const bounties = await lockBountiesOfPayout(trx, payoutId);
    const act = await findPayoutAct(trx, payoutId);
    if (act?.act === 'void') return;
    const payments = await listPaymentsOfPayouts(trx, [payoutId]);
    const facts = await listFacts(
      trx,
      payments.map((payment) => payment.id),
    );
    const reasons = reasonsNotToCancel({ state: act?.act ?? 'made', answered: facts.length > 0 });
    if (reasons.length > 0) throw new Problem('cannot_cancel_payout', { reasons });
    await insertPayoutAct(trx, { payout_id: payoutId, act: 'void', done_by: actor.id, reason: reason.trim() });
    for (const payment of payments) {
      await learnFact(deps, trx, payment.bounty_id, {
        paymentId: payment.id,
        kind: 'cancelled',
        source: 'person',
        reference: '',
        reason: reason.trim(),
        lineId: null,
        actorId: actor.id,
      });
    }
    await audit(trx, {
      actor,
      act: 'cancel-payout',
      subjectType: 'payout',
      subjectId: payoutId,
      details: { reason: reason.trim(), bounties: bounties.map((bounty) => bounty.id) },
    });
  });
}
