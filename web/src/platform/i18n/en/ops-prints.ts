import type { opsPrints as shape } from '../fr/ops-prints.ts';

export const opsPrints: typeof shape = {};
