import { expect, it } from 'vitest';
import { orderStep } from '../../../web/src/cycle/orders/order-step.ts';

it('an order is at the printer’s once one of its pieces is in a print order, and not before', () => {
  const since = '2026-12-02T10:00:00.000Z';
  expect(orderStep({ state: 'held', printingSince: null })).toBe(0);
  expect(orderStep({ state: 'paid', printingSince: null })).toBe(1);
  expect(orderStep({ state: 'paid', printingSince: since })).toBe(2);
  expect(orderStep({ state: 'sent', printingSince: since })).toBe(4);
  expect(orderStep({ state: 'lapsed', printingSince: null })).toBeNull();
});
