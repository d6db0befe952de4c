import type { legal as shape } from '../fr/legal.ts';

export const legal: typeof shape = {};
