import type { Reason } from './reasons.ts';

/** How long a piece is kept for somebody who has not paid. */
export const HOLD_MINUTES = 15;

/** The designer's own piece, in every run. */
export const DESIGNERS_PIECE = 1;

/** Pieces in one order, unless the run says otherwise. */
export const MAX_PIECES_PER_ORDER = 10;

/**
 * `preparing` until its designer has accepted the contract, `closed` when the rights it gives have ended. A run without
 * a free piece is still `open`: a hold may lapse, a piece may come back.
 */
export const runStates = ['preparing', 'open', 'closed'] as const;

export type RunState = (typeof runStates)[number];

export interface OrderFacts {
  readonly runState: RunState;
  readonly free: number;
  readonly wanted: number;
  /** The most that one order of this run may hold. */
  readonly maxPerOrder?: number;
}

/** `run_not_open` and `sold_out` are problems of the HTTP interface too. */
export type OrderReasonCode = 'run_not_open' | 'sold_out' | 'too_few_left' | 'quantity';

/** Every reason why these pieces cannot be ordered now. The detail is the figure: pieces left, or the most per order. */
export function reasonsNotToOrder({
  runState,
  free,
  wanted,
  maxPerOrder = MAX_PIECES_PER_ORDER,
}: OrderFacts): Reason<OrderReasonCode>[] {
  const reasons: Reason<OrderReasonCode>[] = [];
  if (runState !== 'open') reasons.push({ code: 'run_not_open', detail: runState });
  if (!Number.isSafeInteger(wanted) || wanted < 1 || wanted > maxPerOrder) {
    reasons.push({ code: 'quantity', field: 'pieces', detail: String(maxPerOrder) });
  }
  if (free <= 0) reasons.push({ code: 'sold_out' });
  else if (wanted > free) reasons.push({ code: 'too_few_left', field: 'pieces', detail: String(free) });
  return reasons;
}
