import { type PayReasonCode, reasonsNotToPay } from '@fraisier/shared/cycle/bounty-rules.ts';
import type { IbanProblem } from '@fraisier/shared/cycle/iban.ts';
import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import type { BountyRow } from './bounties.sql.ts';

/** How long an account that was changed after a failed payment waits: its owner is told by mail at once. */
export const IBAN_WAIT_HOURS = 48;

export interface Asked {
  readonly now: Date;
  readonly actorId: string;
  /** The operator asked for this very bounty, not for all that are ready. */
  readonly named: boolean;
}

/**
 * Why a bounty cannot be exported now; the account itself is looked at when it is opened. A failed payment is owed again
 * by the export itself. A changed account needs its waiting time, and a person other than its owner who names it.
 */
export function reasonsNotToExport(bounty: BountyRow, asked: Asked): Reason<PayReasonCode>[] {
  const changedAt = bounty.iban_changed_at?.getTime();
  const waits = changedAt !== undefined && asked.now.getTime() < changedAt + IBAN_WAIT_HOURS * 3_600_000;
  const seconded = asked.named && asked.actorId !== bounty.designer_id;
  return reasonsNotToPay({
    state: bounty.state === 'failed' ? 'owed' : (bounty.state as 'owed' | 'exported' | 'paid' | 'cancelled'),
    amountCents: bounty.net_cents,
    payeeNamed: bounty.legal_name !== null,
    ibanProblem: ibanState(bounty),
    contractAccepted: bounty.contract_accepted_at !== null,
    ibanChangePending: changedAt !== undefined && (waits || !seconded),
  }).map((reason) => ({ ...reason, field: bounty.id }));
}

function ibanState(bounty: BountyRow): IbanProblem | 'missing' | null {
  return bounty.iban_sealed === null ? 'missing' : null;
}
