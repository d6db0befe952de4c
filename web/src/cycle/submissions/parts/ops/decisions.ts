import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getAgenda } from '@fraisier/shared/contracts/rounds-agenda.ts';
import {
  type DecisionOutcome,
  decideReviews,
  listReviews,
  type ReviewItem,
} from '@fraisier/shared/contracts/submissions-reviews.ts';
import { designTransitions } from '@fraisier/shared/cycle/submission-rules.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { ApiProblem } from '../../../../platform/api.ts';
import { heldAct, hold } from '../../../../platform/ui/ops/held-acts.ts';
import type { Refusal } from './refuse-form.tsx';

const stale = [listReviews, listRounds, getDesk, getAgenda];

/** What became of the last decisions, where that is worth saying: of several, or of one that did not go through. */
export const useReport = create<{ readonly outcomes: readonly DecisionOutcome[] }>(() => ({ outcomes: [] }));

export function canAdmit(item: ReviewItem): boolean {
  return item.state === 'checked' && item.blockers.length === 0;
}

export function canRefuse(item: ReviewItem): boolean {
  return item.state !== 'checking' && designTransitions[item.state].includes('refused');
}

/** Decides now, sends a little later; each of them only about the file that is on the screen. */
export function decide(client: QueryClient, items: readonly ReviewItem[], refusal: Refusal | null, said: string): void {
  const ids = items.map(({ id }) => id);
  const body = {
    decision: refusal ? ('refusal' as const) : ('admission' as const),
    designs: items.map(({ id, own }) => ({
      design: id,
      version: own?.artwork.version ?? 1,
      ...(own ? { placement: own.artwork.placement } : {}),
    })),
    ...(refusal ? { reasons: [...refusal.reasons] } : {}),
    ...(refusal?.message ? { message: refusal.message } : {}),
  };
  const failures = ({ items: outcomes }: { items: readonly DecisionOutcome[] }) => {
    const undone = outcomes.filter(({ outcome }) => outcome === 'not_done');
    if (outcomes.length > 1 || undone.length > 0) useReport.setState({ outcomes });
    return Object.fromEntries(undone.map(({ design, reasons }) => [design, problemOf(reasons)]));
  };
  hold(heldAct(client, decideReviews, { body }, { key: ids.join(), covers: ids, said, stale, failures }));
}

function problemOf(reasons: readonly ProblemReason[]): ApiProblem {
  return new ApiProblem('design_not_reviewable', { status: 409, reasons });
}
