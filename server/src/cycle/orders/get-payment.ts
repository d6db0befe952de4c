import type { getSandboxPayment } from '@fraisier/shared/contracts/orders.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { findOrder } from './orders.sql.ts';
import { findPayment, type PaymentState } from './payments.sql.ts';

/** What is to be paid: the buyer's own business, and nobody else's. */
export async function getPayment(
  { db }: Deps,
  member: Member,
  paymentId: string,
): Promise<ResponseOf<typeof getSandboxPayment>> {
  const payment = await findPayment(db, paymentId);
  const order = payment && (await findOrder(db, payment.order_id));
  if (!payment || order?.member_id !== member.id) throw new Problem('not_found');
  return {
    id: payment.id,
    order: order.id,
    state: payment.state as PaymentState,
    amount: eur(payment.amount_cents),
    heldUntil: order.state_now === 'held' ? (order.held_until?.toISOString() ?? null) : null,
  };
}
