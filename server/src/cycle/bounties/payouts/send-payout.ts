import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { lockBountiesOfPayout } from './lock-payout.ts';
import { findPayoutAct, insertPayoutAct } from './payout-acts.sql.ts';
import { listPaymentsOfPayouts } from './payouts.sql.ts';

/** Notes that the file was given to the bank. Said again it is the same; a void file was not. */
export function sendPayout(deps: Deps, { payoutId, actor }: { payoutId: string; actor: Member }): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    await lockBountiesOfPayout(trx, payoutId);
    const act = await findPayoutAct(trx, payoutId);
    if (act?.act === 'void') throw new Problem('payout_void');
    if (act) return;
    const payments = await listPaymentsOfPayouts(trx, [payoutId]);
    if (payments.some((payment) => payment.state === 'stopped')) throw new Problem('payout_stopped');
    await insertPayoutAct(trx, { payout_id: payoutId, act: 'sent', done_by: actor.id, reason: null });
    await audit(trx, { actor, act: 'send-payout', subjectType: 'payout', subjectId: payoutId });
  });
}
