import type { submit as shape } from '../fr/submit.ts';

export const submit: typeof shape = {};
