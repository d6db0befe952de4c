import type { kit as shape } from '../fr/kit.ts';

export const kit: typeof shape = { title: 'Component sheet' };
