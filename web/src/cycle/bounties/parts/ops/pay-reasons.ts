import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { type PayReasonCode, reasonsNotToPay } from '@fraisier/shared/cycle/bounty-rules.ts';
import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import { waitingChange } from '../../bounty-standing.ts';

/** Why a bounty cannot go into a file now, as far as the page knows; the shop looks at the account itself. */
export function whyNotPayable(bounty: Bounty): Reason<PayReasonCode>[] {
  const { payee, contract } = bounty;
  const acceptedAt = contract?.acceptedAt ?? null;
  return reasonsNotToPay({
    // A refused transfer is owed again by the next file.
    state: bounty.state === 'failed' ? 'owed' : bounty.state,
    amountCents: bounty.net.amount,
    payeeNamed: payee !== null,
    ibanProblem: payee?.ibanMasked ? null : 'missing',
    contractAccepted: acceptedAt !== null,
    ibanChangePending: waitingChange(bounty) !== undefined,
  });
}

export function isOpen({ state }: Bounty): boolean {
  return state !== 'paid' && state !== 'cancelled';
}
