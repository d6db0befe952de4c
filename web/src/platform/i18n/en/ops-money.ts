import type { opsMoney as shape } from '../fr/ops-money.ts';

export const opsMoney: typeof shape = {};
