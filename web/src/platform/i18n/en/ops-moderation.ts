import type { opsModeration as shape } from '../fr/ops-moderation.ts';

export const opsModeration: typeof shape = {};
