import type { CalendarMoments, CalendarMonth } from '@fraisier/shared/contracts/rounds-calendar.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import type { Moments } from './calendar.sql.ts';
import { momentsOf } from './neighbours.ts';
import type { RoundRow } from './rounds.sql.ts';

export function momentsView({ collecting, voting, final, freeze }: Moments): CalendarMoments {
  return {
    collectingAt: collecting.toISOString(),
    votingAt: voting.toISOString(),
    finalAt: final.toISOString(),
    freezeAt: freeze.toISOString(),
  };
}

export function plannedMonthView(row: RoundRow): CalendarMonth {
  return {
    slug: row.slug,
    month: roundMonth(row.slug).month,
    number: row.number,
    phase: row.phase,
    ...momentsView(momentsOf(row)),
    free: false,
  };
}

export function freeMonthView(slug: string, number: number, moments: Moments, now: Date): CalendarMonth {
  return {
    slug,
    month: roundMonth(slug).month,
    number,
    phase: null,
    ...momentsView(moments),
    free: number >= 1 && moments.voting > now,
  };
}
