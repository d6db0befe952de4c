import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { Order } from '@fraisier/shared/contracts/orders.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { PieceRow } from '../runs/pieces.ts';
import type { RunOnShow } from '../runs/runs.sql.ts';
import type { OrderRow } from './orders.sql.ts';

/** All that an order's page needs, read elsewhere. */
export interface OrderParts {
  readonly order: OrderRow;
  readonly run: RunOnShow;
  readonly design: DesignCard;
  readonly pieces: readonly PieceRow[];
  readonly invoice: { number: string; issued_at: Date } | undefined;
  readonly recommendation: { score: number; why: string } | undefined;
  readonly printingSince: Date | null;
  readonly payUrl: string | null;
  readonly buyer: { name: string; email: string } | null;
}

export function orderView(parts: OrderParts): Order {
  const { order, run, invoice, recommendation } = parts;
  return {
    id: order.id,
    run: run.slug,
    runSize: run.size,
    month: roundMonth(run.round_slug).month,
    design: parts.design,
    kind: order.kind as Order['kind'],
    state: order.state_now,
    pieces: parts.pieces.map(pieceView),
    piecesPrice: eur(order.pieces_cents),
    shipping: eur(order.shipping_cents),
    vat: eur(order.vat_cents),
    total: eur(order.pieces_cents + order.shipping_cents),
    address: order.address as Address | null,
    placedAt: order.placed_at.toISOString(),
    heldUntil: order.held_until?.toISOString() ?? null,
    paidAt: order.paid_at?.toISOString() ?? null,
    printingSince: parts.printingSince?.toISOString() ?? null,
    sentAt: order.sent_at?.toISOString() ?? null,
    tracking: order.tracking,
    invoice: invoice
      ? { number: invoice.number, issuedAt: invoice.issued_at.toISOString(), url: `/api/orders/${order.id}/invoice` }
      : null,
    payUrl: parts.payUrl,
    recommendation: recommendation ? { score: recommendation.score, why: recommendation.why } : null,
    buyer: parts.buyer,
  };
}

function pieceView(piece: PieceRow): Order['pieces'][number] {
  return {
    number: piece.number,
    size: piece.size as Order['pieces'][number]['size'],
    cut: piece.cut as Order['pieces'][number]['cut'],
    fabric: piece.fabric as Order['pieces'][number]['fabric'],
    label: piece.label,
  };
}
