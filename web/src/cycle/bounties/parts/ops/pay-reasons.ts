import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { type PayReasonCode, reasonsNotToPay } from '@fraisier/shared/cycle/bounty-rules.ts';
import type { Reason } from '@fraisier/shared/cycle/reasons.ts';

const IBAN_WAIT = 48 * 3_600_000;

/** Why a bounty cannot go into a file now, as far as the page knows; the shop looks at the account itself. */
export function whyNotPayable(bounty: Bounty, now: string): Reason<PayReasonCode>[] {
  const { payee, contract } = bounty;
  const acceptedAt = contract?.acceptedAt ?? null;
  const changed = payee !== null && acceptedAt !== null && payee.givenAt > acceptedAt;
  return reasonsNotToPay({
    // A refused transfer is owed again by the next file.
    state: bounty.state === 'failed' ? 'owed' : bounty.state,
    amountCents: bounty.net.amount,
    payeeNamed: payee !== null,
    ibanProblem: payee ? null : 'missing',
    contractAccepted: acceptedAt !== null,
    ibanChangePending: changed && Date.parse(now) < Date.parse(payee.givenAt) + IBAN_WAIT,
  });
}

export function isOpen({ state }: Bounty): boolean {
  return state !== 'paid' && state !== 'cancelled';
}
