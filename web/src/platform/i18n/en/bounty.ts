import type { bounty as shape } from '../fr/bounty.ts';

export const bounty: typeof shape = {};
