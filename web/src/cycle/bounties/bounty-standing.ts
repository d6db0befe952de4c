import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';

/** Another account that waits for its time and a second person: until then nothing is paid. */
export function waitingChange({ ibanChanges }: Bounty): Bounty['ibanChanges'][number] | undefined {
  return ibanChanges.find((change) => change.state === 'waiting');
}

/** The bank refused, and another account has been confirmed since. */
export function hasNewAccount({ state, ibanChanges, payments }: Bounty): boolean {
  const refusedAt = payments.findLast((payment) => payment.state === 'failed')?.settledAt;
  return (
    state === 'failed' &&
    ibanChanges.some(({ state: decision, decidedAt }) =>
      Boolean(decision === 'approved' && decidedAt && refusedAt && decidedAt > refusedAt),
    )
  );
}

/** Which of the three steps is to be done; three once all are. */
export function stepOf(bounty: Bounty): number {
  if (bounty.state === 'paid') return 3;
  if (!bounty.payee) return 0;
  if (bounty.state === 'failed' && !hasNewAccount(bounty) && !waitingChange(bounty)) return 0;
  return bounty.contract?.acceptedAt ? 2 : 1;
}
