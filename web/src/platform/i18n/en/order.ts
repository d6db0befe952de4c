import type { order as shape } from '../fr/order.ts';

export const order: typeof shape = {};
