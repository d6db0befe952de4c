import type { ops as shape } from '../fr/ops.ts';

export const ops: typeof shape = {};
