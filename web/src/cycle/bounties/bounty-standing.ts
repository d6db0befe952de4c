import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';

/** The bank refused, and another account has been given since: it waits for its time and a second person. */
export function hasNewAccount({ state, payee, payments }: Bounty): boolean {
  const refusedAt = payments.findLast((payment) => payment.state === 'failed')?.settledAt;
  return state === 'failed' && Boolean(refusedAt && payee && payee.givenAt > refusedAt);
}

/** Which of the three steps is to be done; three once all are. */
export function stepOf(bounty: Bounty): number {
  if (bounty.state === 'paid') return 3;
  if (!bounty.payee || (bounty.state === 'failed' && !hasNewAccount(bounty))) return 0;
  return bounty.contract?.acceptedAt ? 2 : 1;
}
