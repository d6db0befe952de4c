import type { letter as shape } from '../fr/letter.ts';

export const letter: typeof shape = {};
