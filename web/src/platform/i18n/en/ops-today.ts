import type { opsToday as shape } from '../fr/ops-today.ts';

export const opsToday: typeof shape = {};
