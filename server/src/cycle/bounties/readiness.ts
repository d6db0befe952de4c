import { type PayReasonCode, reasonsNotToPay } from '@fraisier/shared/cycle/bounty-rules.ts';
import type { IbanProblem } from '@fraisier/shared/cycle/iban.ts';
import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import type { BountyRow } from './bounties.sql.ts';

/**
 * Why a bounty cannot be exported now; the account itself is looked at when it is opened. A failed payment is owed again
 * by the export itself. While another account waits, nothing is paid, neither to it nor to the one on file.
 */
export function reasonsNotToExport(bounty: BountyRow): Reason<PayReasonCode>[] {
  return reasonsNotToPay({
    state: bounty.state === 'failed' ? 'owed' : (bounty.state as 'owed' | 'exported' | 'paid' | 'cancelled'),
    amountCents: bounty.net_cents,
    payeeNamed: bounty.legal_name !== null,
    ibanProblem: ibanState(bounty),
    contractAccepted: bounty.contract_accepted_at !== null,
    ibanChangePending: bounty.iban_change_id !== null,
  }).map((reason) => ({ ...reason, field: bounty.id }));
}

function ibanState(bounty: BountyRow): IbanProblem | 'missing' | null {
  return bounty.iban_sealed === null ? 'missing' : null;
}
