import type { run as shape } from '../fr/run.ts';

export const run: typeof shape = {};
