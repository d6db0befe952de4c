import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { Formats } from '../../../../platform/i18n/format.ts';

/** A stretch of a round's life within one month, in days of that month. */
export interface Stretch {
  readonly kind: 'collecting' | 'voting' | 'final' | 'count' | 'sale';
  readonly from: number;
  readonly to: number;
}

export interface RoundLane {
  readonly round: Round;
  readonly stretches: readonly Stretch[];
}

export interface MonthView {
  /** Days in the month. */
  readonly total: number;
  /** Today's. */
  readonly today: number;
  readonly lanes: readonly RoundLane[];
}

const HALF_DAY = 43_200_000;
const DAY = 86_400_000;

/**
 * The month of `now` as the rounds overlap in it. What begins in the evening begins with the day after, as people count
 * the days of a vote.
 */
export function monthView(rounds: readonly Round[], now: string, format: Formats): MonthView {
  const today = dayOf(now, format);
  const at = Date.parse(now);
  // The day of the month that a moment falls on, counted from today: 0 and less is before the month.
  const dayIn = (moment: number) => today + format.daysBetween(at, moment);
  let total = 28;
  while (total < 31 && dayOf(at + (total + 1 - today) * DAY, format) === total + 1) total += 1;
  const lanes = rounds.flatMap((round) => {
    const stretches = within(partsOf(round), { total, dayIn });
    return stretches.length > 0 ? [{ round, stretches }] : [];
  });
  return { total, today, lanes };
}

type Part = readonly [kind: Stretch['kind'], from: string | null, to: string | null];

function partsOf({ phase, planned, actual, runs }: Round): readonly Part[] {
  if (phase === 'cancelled') return [];
  return [
    ['collecting', actual.collecting ?? planned.collecting, actual.voting ?? planned.voting],
    ['voting', actual.voting ?? planned.voting, actual.final ?? planned.final],
    ['final', actual.final ?? planned.final, actual.frozen ?? planned.freeze],
    ['count', actual.frozen, actual.frozen && (actual.decided ?? null)],
    ['sale', runs.length > 0 ? actual.decided : null, null],
  ];
}

function within(
  parts: readonly Part[],
  { total, dayIn }: { total: number; dayIn: (moment: number) => number },
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [kind, begins, ends] of parts) {
    if (begins === null) continue;
    const after = stretches.at(-1)?.to ?? 0;
    const from = Math.max(after + 1, dayIn(Date.parse(begins) + HALF_DAY));
    const to = ends === null ? total : Math.min(total, dayIn(Date.parse(ends) - 1));
    if (from <= to) stretches.push({ kind, from, to });
  }
  return stretches;
}

function dayOf(moment: string | number, format: Formats): number {
  return Number.parseInt(format.day(moment), 10);
}
