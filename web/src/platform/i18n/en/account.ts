import type { account as shape } from '../fr/account.ts';

export const account: typeof shape = {};
