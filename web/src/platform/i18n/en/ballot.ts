import type { ballot as shape } from '../fr/ballot.ts';

export const ballot: typeof shape = {};
