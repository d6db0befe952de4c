import type { home as shape } from '../fr/home.ts';

export const home: typeof shape = {};
