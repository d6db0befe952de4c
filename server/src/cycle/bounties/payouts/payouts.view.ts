import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import { isContradicted, isDebitedTwice, type PaymentFact } from '@fraisier/shared/cycle/payment-states.ts';
import type { FactRow } from '../bank/facts.sql.ts';
import type { NamedAct } from './payout-acts.sql.ts';
import type { NamedPayoutRow, PaymentRow } from './payouts.sql.ts';

export interface PayoutHistory {
  readonly payments: readonly PaymentRow[];
  /** Of each payment, in the order in which they were learned. */
  readonly facts: ReadonlyMap<string, readonly FactRow[]>;
  readonly act: NamedAct | undefined;
  readonly downloads: number;
}

export function payoutView(row: NamedPayoutRow, { payments, facts, act, downloads }: PayoutHistory): Payout {
  const factsOf = (payment: PaymentRow) => facts.get(payment.id) ?? [];
  return {
    id: row.id,
    messageId: row.message_id,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
    requestedFor: row.requested_for,
    total: eur(row.total_cents),
    sha256: row.sha256.toString('hex'),
    state: (act?.act ?? 'made') as Payout['state'],
    stateSince: (act?.done_at ?? row.created_at).toISOString(),
    stateBy: act?.name ?? row.created_by_name,
    voidReason: act?.act === 'void' ? act.reason : null,
    downloads,
    answered: payments.some((payment) => factsOf(payment).some(({ kind }) => kind !== 'cancelled')),
    payments: payments.map((payment) => paymentView(payment, factsOf(payment))),
  };
}

function paymentView(payment: PaymentRow, rows: readonly FactRow[]): Payout['payments'][number] {
  const facts = rows as readonly (FactRow & PaymentFact)[];
  const latest = facts.findLast((fact) => fact.source !== 'person');
  return {
    id: payment.id,
    bounty: payment.bounty_id,
    payee: payment.payee,
    ibanMasked: payment.iban_masked,
    amount: eur(payment.amount_cents),
    endToEndId: payment.end_to_end_id,
    state: payment.state as Payout['payments'][number]['state'],
    reasonCode: payment.reason_code,
    reason: payment.reason,
    settledAt: payment.settled_at?.toISOString() ?? null,
    // The reference of a status is the status; entries have names of their own.
    bankStatus: latest ? (latest.source === 'status' ? latest.reference : 'BOOK') : null,
    bookedOn: facts.findLast((fact) => fact.booked_on !== null)?.booked_on ?? null,
    alarm: isDebitedTwice(facts) ? 'debited_twice' : isContradicted(facts) ? 'contradicted' : null,
  };
}
