import type { IbanProblem } from './iban.ts';
import type { Reason } from './reasons.ts';

export const bountyStates = ['owed', 'exported', 'paid', 'failed', 'cancelled'] as const;

export type BountyState = (typeof bountyStates)[number];

/**
 * Only what is owed is exported, and only what is exported is paid or failed. A failed payment is owed again by an act
 * of its own, once its cause is mended, so that no bounty stands in two files the bank may still carry out.
 */
export const bountyTransitions: Readonly<Record<BountyState, readonly BountyState[]>> = {
  owed: ['exported', 'cancelled'],
  exported: ['paid', 'failed'],
  failed: ['owed', 'cancelled'],
  paid: [],
  cancelled: [],
};

export interface PayFacts {
  readonly state: BountyState;
  readonly amountCents: number;
  readonly payeeNamed: boolean;
  /** Of the account frozen at acceptance. `missing` when none was given. */
  readonly ibanProblem: IbanProblem | 'missing' | null;
  readonly contractAccepted: boolean;
  /** A later change of account waits for its second person. */
  readonly ibanChangePending: boolean;
}

export type PayReasonCode =
  | 'nothing_to_pay'
  | 'payee_missing'
  | 'iban_missing'
  | 'iban_invalid'
  | 'contract_not_accepted'
  | 'iban_change_pending';

/** Every reason why the bounty cannot go into a bank file now. */
export function reasonsNotToPay(facts: PayFacts): Reason<PayReasonCode>[] {
  const reasons: Reason<PayReasonCode>[] = [];
  if (!bountyTransitions[facts.state].includes('exported') || facts.amountCents <= 0) {
    reasons.push({ code: 'nothing_to_pay', detail: facts.state });
  }
  if (!facts.payeeNamed) reasons.push({ code: 'payee_missing' });
  if (facts.ibanProblem === 'missing') reasons.push({ code: 'iban_missing' });
  else if (facts.ibanProblem !== null) reasons.push({ code: 'iban_invalid', detail: facts.ibanProblem });
  if (!facts.contractAccepted) reasons.push({ code: 'contract_not_accepted' });
  if (facts.ibanChangePending) reasons.push({ code: 'iban_change_pending' });
  return reasons;
}
