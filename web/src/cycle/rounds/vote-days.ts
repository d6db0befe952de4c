import type { Formats } from '../../platform/i18n/format.ts';

const HALF_DAY = 43_200_000;

export interface VoteDays {
  readonly total: number;
  /** Which day it is, from 1; 0 before the first. */
  readonly now: number;
  /** Within the first day. */
  readonly first: Date;
}

/**
 * The days of a vote by the shop's calendar: one that opens in the evening begins with the day after, and its last day
 * is the one it closes on.
 */
export function voteDays(opens: string, closes: string, now: string, format: Formats): VoteDays {
  const first = new Date(Date.parse(opens) + HALF_DAY);
  const last = new Date(Date.parse(closes) - 1);
  return {
    total: Math.max(1, format.daysBetween(first, last) + 1),
    now: Math.max(0, format.daysBetween(first, now) + 1),
    first,
  };
}
