import type { OrderState } from '@fraisier/shared/contracts/orders.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { parseRunSlug } from '@fraisier/shared/cycle/calendar-names.ts';
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

export function auditInput(search: URLSearchParams): { query: { act?: string; subject?: string } } {
  const act = search.get('act')?.slice(0, 60);
  const subject = search.get('subject')?.trim().slice(0, 80);
  return { query: { ...(act ? { act } : {}), ...(subject ? { subject } : {}) } };
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

export function openAppealsInput(round: string): { params: { round: string }; query: { state: 'open' } } {
  return { params: { round }, query: { state: 'open' } };
}
