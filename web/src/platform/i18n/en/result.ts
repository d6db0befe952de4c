import type { result as shape } from '../fr/result.ts';

export const result: typeof shape = {};
