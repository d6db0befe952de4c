import type { opsOrders as shape } from '../fr/ops-orders.ts';

export const opsOrders: typeof shape = {};
