import type { OrderState } from '@fraisier/shared/contracts/orders.ts';
import { isRoundSlug, parseRunSlug } from '@fraisier/shared/cycle/calendar-names.ts';
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

/** The page of a round's desk, where the name is one. */
export function roundDesk(slug: string): string | null {
  return isRoundSlug(slug) ? `/ops/rounds/${slug}` : null;
}
