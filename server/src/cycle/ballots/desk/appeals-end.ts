import type { RoundRow } from '../../rounds/find-round.ts';

/** The end of the time for appeals; null before the count, when there is none. */
export function appealsEndAt(round: Pick<RoundRow, 'counted_at' | 'appeal_hours'>): number | null {
  return round.counted_at && round.counted_at.getTime() + round.appeal_hours * 3_600_000;
}
