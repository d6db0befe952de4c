import type {
  CalendarMoments,
  CalendarMonth,
  getCalendar,
  planCalendar,
} from '@fraisier/shared/contracts/rounds-calendar.ts';
import { nextRoundSlug, previousRoundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import {
  type CalendarGap,
  calendarGaps,
  fieldOf,
  movedMoments,
  type PlannedMoments,
  type PlannedMonth,
  reasonsNotToPlan,
} from '@fraisier/shared/cycle/calendar-rules.ts';
import { canReplan } from '@fraisier/shared/cycle/plan-rules.ts';
import type { BodyOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { usualFinal } from './what-follows.ts';

export type Calendar = ResponseOf<typeof getCalendar>;
export type CalendarKey = keyof CalendarMoments;
export const calendarKeys = ['collectingAt', 'votingAt', 'finalAt', 'freezeAt'] as const satisfies CalendarKey[];

/** What the operator changed: moments by month, and months that stay without a round. */
export interface CalendarEdits {
  readonly moments: Readonly<Record<string, Partial<CalendarMoments>>>;
  readonly skipped: readonly string[];
}
export const noEdits: CalendarEdits = { moments: {}, skipped: [] };

export interface DraftMonth {
  readonly month: CalendarMonth;
  readonly moments: CalendarMoments;
  /** `none`: there is no round and none can be. `stands`: as it is planned. */
  readonly state: 'none' | 'skipped' | 'new' | 'moved' | 'stands';
  readonly moved: readonly CalendarKey[];
  readonly reasons: readonly ProblemReason[];
  /** The stretch before this month in which nobody votes. */
  readonly gap: CalendarGap | undefined;
}

export interface CalendarDraft {
  readonly months: readonly DraftMonth[];
  readonly fresh: number;
  readonly moved: number;
  /** Months that cannot be planned so. */
  readonly wrong: number;
  /** What is sent: only what is new or moved. */
  readonly rounds: BodyOf<typeof planCalendar>['rounds'];
}

export function isEditable(month: CalendarMonth, key: CalendarKey): boolean {
  return month.phase === null ? month.free : canReplan(month.phase, key);
}

/**
 * The year as it would be, with everything that is wrong by the very rule that the shop refuses with. `refused` is what
 * the shop said at the last try.
 */
export function draftOf(
  calendar: Calendar,
  edits: CalendarEdits,
  now: string,
  refused: readonly ProblemReason[] = [],
): CalendarDraft {
  const { months, before, after } = calendar;
  const isIn = ({ slug, phase, free }: CalendarMonth) =>
    phase === null ? free && !edits.skipped.includes(slug) : true;
  const planned = [...(before ? [before] : []), ...months.filter(isIn), ...(after ? [after] : [])].map((month) =>
    plannedMonth(month, momentsOf(month, edits)),
  );
  const reasons: readonly ProblemReason[] = [...reasonsNotToPlan(planned, Date.parse(now)), ...refused];
  const gaps = calendarGaps(planned);
  const drafts = months.map((month): DraftMonth => {
    const moments = momentsOf(month, edits);
    const moved = isIn(month) ? movedMoments(plannedMonth(month, moments)).map(fieldOf) : [];
    return {
      month,
      moments,
      state: stateOf(month, isIn(month), moved.length > 0),
      moved,
      reasons: unlike(reasons.filter(({ field }) => field?.startsWith(`${month.slug}/`))),
      gap: gaps.find((gap) => gap.before === month.slug),
    };
  });
  const changed = drafts.filter(({ state }) => state === 'new' || state === 'moved');
  return {
    months: drafts,
    fresh: drafts.filter(({ state }) => state === 'new').length,
    moved: drafts.filter(({ state }) => state === 'moved').length,
    wrong: drafts.filter((draft) => draft.reasons.length > 0).length,
    rounds: changed.map(({ month, moments }) => ({
      slug: month.slug,
      ...moments,
      seen: month.phase === null ? null : only(month),
    })),
  };
}

/**
 * Moves a moment. Months tile time, so where a vote ends the next one begins, and what began with it moves along; the
 * final keeps its place in the vote unless it was given one.
 */
export function moveMoment(
  calendar: Calendar,
  edits: CalendarEdits,
  { slug, key, at }: { slug: string; key: CalendarKey; at: string },
): CalendarEdits {
  const moments: Record<string, Partial<CalendarMoments>> = { ...edits.moments };
  const find = (name: string | null) =>
    calendar.months.find((month) => month.slug === name && !edits.skipped.includes(month.slug));
  const standing = (month: CalendarMonth) => ({ ...only(month), ...moments[month.slug] });
  const set = (month: CalendarMonth | undefined, part: CalendarKey, value: string) => {
    if (!month || !isEditable(month, part)) return;
    const was = standing(month);
    moments[month.slug] = { ...moments[month.slug], [part]: value };
    if (part === 'votingAt' || part === 'freezeAt') keepFinal(month, was);
    if (part === 'votingAt') keepCollecting(find(nextRoundSlug(month.slug)), was.votingAt, value);
  };
  const keepFinal = (month: CalendarMonth, was: CalendarMoments) => {
    if (!isEditable(month, 'finalAt') || !isUsualFinal(was)) return;
    const { votingAt, freezeAt } = standing(month);
    if (votingAt < freezeAt) moments[month.slug] = { ...moments[month.slug], finalAt: usualFinal(votingAt, freezeAt) };
  };
  // The month after takes designs from when this one votes.
  const keepCollecting = (next: CalendarMonth | undefined, was: string, value: string) => {
    if (next && isEditable(next, 'collectingAt') && standing(next).collectingAt === was) {
      moments[next.slug] = { ...moments[next.slug], collectingAt: value };
    }
  };
  const month = find(slug);
  set(month, key, at);
  if (key === 'freezeAt') set(find(nextRoundSlug(slug)), 'votingAt', at);
  if (key === 'votingAt') set(find(previousRoundSlug(slug)), 'freezeAt', at);
  return { ...edits, moments };
}

/** Leaves a month without a round, or gives it one again. */
export function toggleMonth(edits: CalendarEdits, slug: string): CalendarEdits {
  const skipped = edits.skipped.includes(slug) ? edits.skipped.filter((one) => one !== slug) : [...edits.skipped, slug];
  return { ...edits, skipped };
}

/** Takes back what was changed in a month, with the edges that it shares. */
export function resetMonth(edits: CalendarEdits, slug: string): CalendarEdits {
  const { [slug]: _, ...others } = edits.moments;
  const moments: Record<string, Partial<CalendarMoments>> = others;
  const without = (name: string | null, key: CalendarKey) => {
    if (!name || !moments[name]) return;
    const { [key]: __, ...rest } = moments[name];
    moments[name] = rest;
  };
  without(previousRoundSlug(slug), 'freezeAt');
  without(nextRoundSlug(slug), 'votingAt');
  return { ...edits, moments };
}

export function hasEdits({ moments, skipped }: CalendarEdits): boolean {
  return skipped.length > 0 || Object.values(moments).some((one) => Object.keys(one).length > 0);
}

function momentsOf(month: CalendarMonth, edits: CalendarEdits): CalendarMoments {
  return { ...only(month), ...edits.moments[month.slug] };
}

function only({ collectingAt, votingAt, finalAt, freezeAt }: CalendarMoments): CalendarMoments {
  return { collectingAt, votingAt, finalAt, freezeAt };
}

function plannedMonth(month: CalendarMonth, moments: CalendarMoments): PlannedMonth {
  return {
    slug: month.slug,
    phase: month.phase ?? 'planned',
    moments: inMilliseconds(moments),
    standing: month.phase === null ? null : inMilliseconds(month),
  };
}

function inMilliseconds({ collectingAt, votingAt, finalAt, freezeAt }: CalendarMoments): PlannedMoments {
  return {
    collecting: Date.parse(collectingAt),
    voting: Date.parse(votingAt),
    final: Date.parse(finalAt),
    freeze: Date.parse(freezeAt),
  };
}

function stateOf({ phase, free }: CalendarMonth, isIn: boolean, isMoved: boolean): DraftMonth['state'] {
  if (phase !== null) return isMoved ? 'moved' : 'stands';
  return isIn ? 'new' : free ? 'skipped' : 'none';
}

function isUsualFinal({ votingAt, finalAt, freezeAt }: CalendarMoments): boolean {
  return Math.abs(Date.parse(usualFinal(votingAt, freezeAt)) - Date.parse(finalAt)) < 60_000;
}

/** What the page knows and what the shop said are often the same. */
function unlike(reasons: readonly ProblemReason[]): ProblemReason[] {
  const said = new Set<string>();
  return reasons.filter(({ code, field }) => {
    const key = `${code} ${field}`;
    return !said.has(key) && said.add(key);
  });
}
