import type { settleSandboxPayment } from '@fraisier/shared/contracts/orders.ts';
import { vatIncluded } from '@fraisier/shared/cycle/money.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { findMember } from '../../people/members.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { listText } from '../../platform/words.ts';
import { book } from '../bounties/ledger/book.ts';
import { listPiecesOf } from '../runs/pieces.sql.ts';
import { freePieces, sellPieces } from '../runs/pieces.ts';
import { listRunsOnShow, type RunOnShow } from '../runs/runs.sql.ts';
import { getOrder } from './get-order.ts';
import { issueInvoice } from './issue-invoice.ts';
import { lateMail, paidMail } from './order.mail.ts';
import { lockOrder, markLapsed, markPaid, type OrderRow } from './orders.sql.ts';
import { payBackLatePayments } from './pay-back.ts';
import { findPayment, type PaymentRow, type PaymentState, settle } from './payments.sql.ts';

type Outcome = 'success' | 'failure';
type Settled = ResponseOf<typeof settleSandboxPayment>;

/**
 * What the bank said of a member's own payment. The same word again changes nothing and answers the same; a success
 * that finds the hold over is given back, so that a payment ends as a piece or as a refund, never as both or neither.
 */
export async function settlePayment(
  deps: Deps,
  member: Member,
  { paymentId, outcome }: { paymentId: string; outcome: Outcome },
): Promise<Settled> {
  const { orderId, late } = await deps.db.transaction().execute(async (trx) => {
    const payment = await findPayment(trx, paymentId);
    const order = payment && (await lockOrder(trx, payment.order_id));
    if (!payment || order?.member_id !== member.id) throw new Problem('not_found');
    // Read again: another answer of the bank may have come while this one waited for the order.
    const current = (await findPayment(trx, paymentId))!;
    const came = outcome === 'success' ? await succeed(trx, deps, order, current) : await fail(trx, current);
    return { orderId: order.id, late: came === 'late' };
  });
  if (late) {
    await payBackLatePayments(deps, { id: paymentId });
    throw new Problem('order_lapsed', {
      detail: 'The payment came after the 15 minutes of the hold. It was given back.',
      reasons: [{ code: 'payment_given_back', field: 'payment' }],
    });
  }
  const payment = await findPayment(deps.db, paymentId);
  return { order: await getOrder(deps, member, orderId), payment: { id: paymentId, state: payment!.state } };
}

async function succeed(trx: Trx, deps: Deps, order: OrderRow, payment: PaymentRow): Promise<'paid' | 'late'> {
  const state = payment.state as PaymentState;
  if (state === 'succeeded') return 'paid';
  if (state === 'refund_due' || state === 'refunded') return 'late';
  if (order.state_now === 'held') {
    await settle(trx, payment.id, state, 'succeeded');
    await takeAsPaid(trx, deps, order, payment);
    return 'paid';
  }
  if (order.state_now !== 'lapsed') throw new Problem('order_not_payable');
  if (order.state === 'held') {
    // The hold is over and the job has not been here yet.
    await markLapsed(trx, order.id);
    await freePieces(trx, [order.id]);
  }
  await settle(trx, payment.id, state, 'refund_due');
  await sayLate(trx, deps, order, payment);
  return 'late';
}

/** The order stays held: its buyer may try again until the hold is over. */
async function fail(trx: Trx, payment: PaymentRow): Promise<'failed'> {
  if (payment.state === 'failed') return 'failed';
  if (payment.state !== 'created') throw new Problem('order_not_payable');
  await settle(trx, payment.id, 'created', 'failed');
  return 'failed';
}

async function takeAsPaid(trx: Trx, deps: Deps, order: OrderRow, payment: PaymentRow): Promise<void> {
  const run = (await listRunsOnShow(trx, [order.run_id]))[0]!;
  const pieces = (await listPiecesOf(trx, [order.id])).get(order.id) ?? [];
  const buyer = (await findMember(trx, order.member_id))!;
  await markPaid(trx, order.id);
  await sellPieces(trx, order.id, (order.items as unknown[]).length);
  const numbers = pieces.map((piece) => String(piece.number));
  await book(trx, {
    cause: `payment:${payment.id}:paid`,
    description: `Vente, tirage ${run.slug}, nº ${listText(numbers, 'fr')}`,
    entries: saleEntries(order, run),
  });
  const invoice = await issueInvoice(trx, { order, run, pieces, buyer });
  await writeMail(trx, {
    cause: `order:${order.id}:paid`,
    to: buyer.email,
    locale: buyer.locale,
    template: 'order-paid',
    content: paidMail(
      {
        title: run.title,
        runSize: run.size,
        pieces,
        invoice,
        totalCents: payment.amount_cents,
        url: `${deps.config.appUrl}/${buyer.locale}/orders/${order.id}`,
      },
      buyer.locale,
    ),
  });
}

/** What the VAT of delivery leaves is delivery's income; the sale takes the cent that rounding leaves over. */
function saleEntries(order: OrderRow, run: RunOnShow) {
  const totalCents = order.pieces_cents + order.shipping_cents;
  const shippingCents = vatIncluded(order.shipping_cents, run.vat_rate_bp).netCents;
  return [
    { account: 'payments_clearing', amountCents: totalCents },
    { account: 'sales', amountCents: -(totalCents - order.vat_cents - shippingCents) },
    { account: 'shipping_income', amountCents: -shippingCents },
    { account: 'vat_payable', amountCents: -order.vat_cents },
  ];
}

async function sayLate(trx: Trx, deps: Deps, order: OrderRow, payment: PaymentRow): Promise<void> {
  const run = (await listRunsOnShow(trx, [order.run_id]))[0]!;
  const buyer = (await findMember(trx, order.member_id))!;
  await writeMail(trx, {
    cause: `payment:${payment.id}:late`,
    to: buyer.email,
    locale: buyer.locale,
    template: 'payment-late',
    content: lateMail(
      {
        title: run.title,
        runSize: run.size,
        totalCents: payment.amount_cents,
        url: `${deps.config.appUrl}/${buyer.locale}/runs/${run.slug}`,
      },
      buyer.locale,
    ),
  });
}
