import type { OrderState } from '@fraisier/shared/contracts/orders.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { isRoundSlug, parseRunSlug, roundMonth, roundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { type ClusterState, clusterStates } from '@fraisier/shared/cycle/desk-rules.ts';
import { type DesignState, designStates } from '@fraisier/shared/cycle/submission-rules.ts';
import type { Static } from 'typebox';

/** What the addresses of the console's lists ask for. The loader and the page ask with the very same words. */

type StateOfOrder = Static<typeof OrderState>;

export const orderStates: readonly StateOfOrder[] = ['held', 'paid', 'sent', 'lapsed', 'cancelled', 'refunded'];

export function reviewsInput(state: string | null): { query: { state: DesignState } } {
  return { query: { state: designStates.find((one) => one === state) ?? 'checked' } };
}

/** Paid orders are those that wait, so they are what is shown unless the address says otherwise. */
export function ordersInput(search: URLSearchParams): {
  query: { all: true; state?: StateOfOrder; run?: string };
} {
  const asked = search.get('state') ?? 'paid';
  const state = orderStates.find((one) => one === asked);
  const run = search.get('run');
  return {
    query: { all: true, ...(state ? { state } : {}), ...(run && parseRunSlug(run) ? { run } : {}) },
  };
}

export const auditFilters = ['words', 'act', 'actor', 'subject', 'from', 'to'] as const;
export type AuditQuery = Partial<Record<(typeof auditFilters)[number], string>>;

const ADDRESS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^2\d{3}-\d\d-\d\d$/;

/** What the address asks for; what cannot be asked for is left out, and nothing is refused. */
export function auditInput(search: URLSearchParams): { query: AuditQuery } {
  const fits: Record<keyof AuditQuery, (value: string) => boolean> = {
    words: (value) => value.length <= 200,
    act: (value) => value.length <= 60,
    actor: (value) => value === 'shop' || ADDRESS.test(value),
    subject: (value) => value.length <= 80,
    from: isDay,
    to: isDay,
  };
  const asked = auditFilters.map((name) => [name, search.get(name)?.trim() ?? ''] as const);
  return { query: Object.fromEntries(asked.filter(([name, value]) => value !== '' && fits[name](value))) };
}

/** The end of which day the books are shown of; without one, now. */
export function ledgerInput(search: URLSearchParams): { query: { on?: string } } {
  const on = search.get('on') ?? '';
  return { query: isDay(on) ? { on } : {} };
}

function isDay(value: string): boolean {
  const moment = DAY.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return moment !== null && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

const votePhases: readonly Round['phase'][] = ['voting', 'final', 'frozen', 'counted'];

/** Rounds whose ballots can be decided about, and the one that is shown; newest first. */
export function votedRounds(rounds: readonly Round[], shown: string): readonly Round[] {
  return rounds.filter(({ slug, phase }) => slug === shown || votePhases.includes(phase));
}

/** The round that is asked for; else the oldest that is being voted on or counted: its close is the nearest. */
export function roundOfVotes(rounds: readonly Round[], asked: string | null): Round | undefined {
  return (
    rounds.find(({ slug, phase }) => slug === asked && phase !== 'planned' && phase !== 'collecting') ??
    rounds.findLast(({ phase }) => votePhases.includes(phase)) ??
    rounds.find(({ phase }) => phase === 'decided')
  );
}

export function votesView(search: URLSearchParams): ClusterState | 'appeals' {
  const asked = search.get('state');
  return asked === 'appeals' ? 'appeals' : (clusterStates.find((one) => one === asked) ?? 'open');
}

export function clustersInput(
  round: string,
  state: ClusterState,
): { params: { round: string }; query: { state: ClusterState } } {
  return { params: { round }, query: { state } };
}

/** A year of the calendar, from the month in the address or today's. */
export function calendarInput(search: URLSearchParams): { query: { from?: string } } {
  const from = search.get('from');
  return { query: isRoundSlug(from) ? { from } : {} };
}

export function neighbourYear(slug: string, years: 1 | -1): string {
  const { year, month } = roundMonth(slug);
  return roundSlug({ year: year + years, month });
}

export function openAppealsInput(round: string): { params: { round: string }; query: { state: 'open' } } {
  return { params: { round }, query: { state: 'open' } };
}
