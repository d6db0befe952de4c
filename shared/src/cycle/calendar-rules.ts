import { nextRoundSlug } from './calendar-names.ts';
import { canReplan, type PlanPart } from './plan-rules.ts';
import type { Reason } from './reasons.ts';
import { type RoundPhase, roundPhases } from './round-phase.ts';

/** The planned moments of a round, in milliseconds since 1970. */
export interface PlannedMoments {
  readonly collecting: number;
  readonly voting: number;
  readonly final: number;
  readonly freeze: number;
}

/** A month as a plan would leave it. */
export interface PlannedMonth {
  readonly slug: string;
  /** `planned` for a month that has no round yet. */
  readonly phase: RoundPhase;
  readonly moments: PlannedMoments;
  /** As its round is planned now; null where there is none yet. */
  readonly standing: PlannedMoments | null;
}

export type CalendarReasonCode = 'out_of_order' | 'does_not_touch' | 'overlaps' | 'already_begun' | 'in_the_past';

type Moment = keyof PlannedMoments;
type Field = `${Moment}At` & PlanPart;

/** In the order in which they come. */
export const plannedMoments = ['collecting', 'voting', 'final', 'freeze'] as const satisfies readonly Moment[];

export const fieldOf = (moment: Moment): Field => `${moment}At`;

/** Every moment that does not come after the one before it. */
export function momentsOutOfOrder(moments: PlannedMoments): Reason<'out_of_order'>[] {
  return plannedMoments.slice(1).flatMap((later, index) => {
    const earlier = plannedMoments[index]!;
    if (moments[earlier] < moments[later]) return [];
    return [{ code: 'out_of_order', field: fieldOf(later), detail: `${earlier} ${iso(moments[earlier])}` }];
  });
}

/** What an edge between two rounds looks at. */
export type Neighbour = Pick<PlannedMonth, 'slug' | 'phase' | 'moments'>;

/**
 * Months tile time: a vote begins when the one of the month before stops. A month that is over may leave a gap where
 * the next one could not begin in time, but is never overlapped. Neighbours that are cancelled touch nothing: leave
 * them out.
 */
export function touches(previous: Neighbour, next: Neighbour): boolean {
  const [end, begin] = [previous.moments.freeze, next.moments.voting];
  return isOver(previous.phase) ? end <= begin : end === begin;
}

/**
 * Every reason why these months cannot be planned so, each with its month and field as `2027-03/votingAt`: what a round
 * has begun stays, what is moved lies ahead, a round's moments follow one another, months that follow one another
 * touch, and where a month is left out the next vote does not begin before the last one ends. Months in their order.
 */
export function reasonsNotToPlan(months: readonly PlannedMonth[], now: number): Reason<CalendarReasonCode>[] {
  const rounds = months.filter(({ phase }) => phase !== 'cancelled');
  return months.flatMap((month) => {
    const previous = rounds.findLast(({ slug }) => slug < month.slug);
    const reasons = [
      ...fixed(month),
      ...past(month, now),
      ...(isMoved(month) ? momentsOutOfOrder(month.moments) : []),
      ...(previous && month.phase !== 'cancelled' ? edge(previous, month) : []),
    ];
    return reasons.map((reason) => ({ ...reason, field: `${month.slug}/${reason.field}` }));
  });
}

/** A stretch of time between two rounds in which nobody votes, since months are left out. */
export interface CalendarGap {
  readonly after: string;
  readonly before: string;
  readonly from: number;
  readonly to: number;
}

/** Where the calendar leaves months out: allowed, but seen. */
export function calendarGaps(months: readonly Neighbour[]): CalendarGap[] {
  const rounds = months.filter(({ phase }) => phase !== 'cancelled');
  return rounds.slice(1).flatMap((next, index) => {
    const previous = rounds[index]!;
    const [from, to] = [previous.moments.freeze, next.moments.voting];
    return from < to ? [{ after: previous.slug, before: next.slug, from, to }] : [];
  });
}

const HOUR = 3_600_000;

/** The final begins after 60 % of the voting time: at a full hour, for people to remember, unless that time is short. */
export function finalBetween(voting: number, freeze: number): number {
  const exact = voting + Math.floor(((freeze - voting) * 6) / 10);
  return freeze - voting < 48 * HOUR ? exact : Math.round(exact / HOUR) * HOUR;
}

export function movedMoments({ moments, standing }: Pick<PlannedMonth, 'moments' | 'standing'>): readonly Moment[] {
  return plannedMoments.filter((moment) => standing === null || standing[moment] !== moments[moment]);
}

function isMoved(month: PlannedMonth): boolean {
  return movedMoments(month).length > 0;
}

function fixed(month: PlannedMonth): Reason<CalendarReasonCode>[] {
  if (month.standing === null) return [];
  return movedMoments(month)
    .filter((moment) => !canReplan(month.phase, fieldOf(moment)))
    .map((moment) => ({ code: 'already_begun', field: fieldOf(moment), detail: month.phase }));
}

/** A new round may take designs at once, and so have a beginning that is over; what people vote by lies ahead. */
function past(month: PlannedMonth, now: number): Reason<CalendarReasonCode>[] {
  return movedMoments(month)
    .filter((moment) => month.standing !== null || moment !== 'collecting')
    .filter((moment) => canReplan(month.phase, fieldOf(moment)) && month.moments[moment] < now)
    .map((moment) => ({ code: 'in_the_past', field: fieldOf(moment), detail: iso(now) }));
}

function edge(previous: PlannedMonth, next: PlannedMonth): Reason<CalendarReasonCode>[] {
  // Where nothing is moved, an extended final may run beside the next vote: that was lived, not planned.
  if (!isMoved(previous) && !isMoved(next)) return [];
  const end = `${previous.slug} ${iso(previous.moments.freeze)}`;
  if (nextRoundSlug(previous.slug) === next.slug) {
    return touches(previous, next) ? [] : [{ code: 'does_not_touch', field: 'votingAt', detail: end }];
  }
  return previous.moments.freeze <= next.moments.voting ? [] : [{ code: 'overlaps', field: 'votingAt', detail: end }];
}

function isOver(phase: RoundPhase): boolean {
  return roundPhases.indexOf(phase) >= roundPhases.indexOf('frozen');
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
