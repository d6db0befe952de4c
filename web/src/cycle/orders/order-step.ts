import type { Order } from '@fraisier/shared/contracts/orders.ts';

/** Which of the four steps (on hold, paid, at the printer's, sent) an order is at; four once all are done. */
export function orderStep({ state, printingSince }: Pick<Order, 'state' | 'printingSince'>): number | null {
  if (state === 'held') return 0;
  if (state === 'paid') return printingSince ? 2 : 1;
  return state === 'sent' ? 4 : null;
}
