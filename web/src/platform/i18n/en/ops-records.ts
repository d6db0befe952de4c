import type { opsRecords as shape } from '../fr/ops-records.ts';

export const opsRecords: typeof shape = {};
