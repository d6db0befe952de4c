import type { design as shape } from '../fr/design.ts';

export const design: typeof shape = {};
