import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { PaymentRow, PayoutRow } from './payouts.sql.ts';

export function payoutView(row: PayoutRow, payments: readonly PaymentRow[]): Payout {
  return {
    id: row.id,
    messageId: row.message_id,
    createdAt: row.created_at.toISOString(),
    requestedFor: row.requested_for,
    total: eur(row.total_cents),
    sha256: row.sha256.toString('hex'),
    payments: payments.map((payment) => ({
      id: payment.id,
      bounty: payment.bounty_id,
      payee: payment.payee,
      ibanMasked: payment.iban_masked,
      amount: eur(payment.amount_cents),
      endToEndId: payment.end_to_end_id,
      state: payment.state as Payout['payments'][number]['state'],
      reason: payment.reason,
      settledAt: payment.settled_at?.toISOString() ?? null,
    })),
  };
}
