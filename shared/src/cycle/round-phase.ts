import type { Reason } from './reasons.ts';

/** Where a round is. The order of the array is the order of the month. */
export const roundPhases = [
  'planned',
  'collecting',
  'voting',
  'final',
  'frozen',
  'counted',
  'decided',
  'cancelled',
] as const;

export type RoundPhase = (typeof roundPhases)[number];

/**
 * Every move there is. Cancelling ends with the count: from then on a winner is known, and cancelling would take the
 * bounty away from a person.
 */
export const transitions: Readonly<Record<RoundPhase, readonly RoundPhase[]>> = {
  planned: ['collecting', 'cancelled'],
  collecting: ['voting', 'cancelled'],
  voting: ['final', 'cancelled'],
  final: ['frozen', 'cancelled'],
  frozen: ['counted', 'cancelled'],
  counted: ['decided'],
  decided: [],
  cancelled: [],
};

/** The ordinary next phase; null when the round is over. */
export function nextPhase(phase: RoundPhase): RoundPhase | null {
  return transitions[phase].find((to) => to !== 'cancelled') ?? null;
}

/** From the count on everyone may know the ranking and who drew what. */
export function isCounted(phase: string): boolean {
  return phase === 'counted' || phase === 'decided';
}

export function canCancel(phase: RoundPhase): boolean {
  return transitions[phase].includes('cancelled');
}

/** A round with one design has nothing to choose from. */
export const MIN_DESIGNS = 2;

/** By how much a final without quorum goes on, once. In days of the shop's calendar, not in hours. */
export const EXTENSION_DAYS = 7;

/** What the rules of moving on look at. Moments are milliseconds since 1970, `now` is the database's `shop_now()`. */
export interface RoundFacts {
  readonly phase: RoundPhase;
  readonly now: number;
  /** The planned moment of each phase's beginning; `freeze` as it stands after an extension. */
  readonly due: Readonly<Record<'collecting' | 'voting' | 'final' | 'freeze', number | null>>;
  readonly admitted: number;
  /** Designs checked or still checking: they move to the next round when voting opens, and block nothing. */
  readonly awaitingReview: number;
  /** Null where nobody asks: outside the final. */
  readonly quorumMet: boolean | null;
  /** The final was extended already. */
  readonly extended: boolean;
  readonly openAppeals: number;
  readonly openClusters: number;
}

export type AdvanceReasonCode =
  | 'already_there'
  | 'wrong_step'
  | 'date_missing'
  | 'not_due'
  | 'too_few_designs'
  | 'clusters_open'
  | 'appeals_open'
  | 'decided_by_closing'
  | 'cancelled_by_cancelling';

const dueOf = { collecting: 'collecting', voting: 'voting', final: 'final', frozen: 'freeze' } as const;

type TimedPhase = keyof typeof dueOf;

function isTimed(phase: RoundPhase): phase is TimedPhase {
  return Object.hasOwn(dueOf, phase);
}

/**
 * Every reason why the round cannot move to `to` now; none when it can. The same for an operator and for the job.
 *
 * - `already_there`: the round is in that phase. `wrong_step`: phases follow one another, none is skipped.
 * - `date_missing`, `not_due` (detail: the planned moment): voting, final and freeze are published, and people draw and
 *   vote by them; nobody may bring them forward. Collecting may open early, which takes nothing from anyone.
 * - `too_few_designs` (detail: how many are admitted): voting needs at least two.
 * - `clusters_open`, `appeals_open` (detail: how many): people decide first, then the count is looked at.
 * - `decided_by_closing`, `cancelled_by_cancelling`: these phases are reached by acts of their own.
 *
 * A final without quorum is no reason here: see `whatFreezingDoes`.
 */
export function reasonsNotToAdvance(facts: RoundFacts, to: RoundPhase): Reason<AdvanceReasonCode>[] {
  if (facts.phase === to) return [{ code: 'already_there', detail: to }];
  const reasons: Reason<AdvanceReasonCode>[] = [];
  if (!transitions[facts.phase].includes(to)) reasons.push({ code: 'wrong_step', detail: `${facts.phase} → ${to}` });
  if (isTimed(to) && to !== 'collecting') {
    const field = dueOf[to];
    const due = facts.due[field];
    if (due === null) reasons.push({ code: 'date_missing', field });
    else if (facts.now < due) reasons.push({ code: 'not_due', field, detail: new Date(due).toISOString() });
  }
  if (to === 'voting' && facts.admitted < MIN_DESIGNS) {
    reasons.push({ code: 'too_few_designs', detail: String(facts.admitted) });
  }
  if (to === 'counted' && facts.openClusters > 0) {
    reasons.push({ code: 'clusters_open', detail: String(facts.openClusters) });
  }
  if (to === 'decided') {
    reasons.push({ code: 'decided_by_closing' });
    if (facts.openAppeals > 0) reasons.push({ code: 'appeals_open', detail: String(facts.openAppeals) });
  }
  if (to === 'cancelled') reasons.push({ code: 'cancelled_by_cancelling' });
  return reasons;
}

/**
 * Freezing a final that is short of quorum extends it instead, once. An unknown quorum freezes: the published end is
 * never moved without a measured cause.
 */
export function whatFreezingDoes(facts: Pick<RoundFacts, 'quorumMet' | 'extended'>): 'freeze' | 'extend' {
  return facts.quorumMet === false && !facts.extended ? 'extend' : 'freeze';
}

/**
 * The phase that the planned moments ask for now, or null. Always the next one only: after an outage the job moves a
 * round step by step through the moments it missed, and asks `reasonsNotToAdvance` before each.
 */
export function phaseDue(facts: Pick<RoundFacts, 'phase' | 'now' | 'due'>): RoundPhase | null {
  const next = nextPhase(facts.phase);
  if (next === null || !isTimed(next)) return null;
  const due = facts.due[dueOf[next]];
  return due !== null && facts.now >= due ? next : null;
}
