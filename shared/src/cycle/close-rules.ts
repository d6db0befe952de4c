import type { Reason } from './reasons.ts';
import { canCancel, type RoundPhase } from './round-phase.ts';

export {
  type BountyState,
  bountyStates,
  bountyTransitions,
  type PayFacts,
  type PayReasonCode,
  reasonsNotToPay,
} from './bounty-rules.ts';

/** A reason that is published has something to say. */
export const PUBLISHED_REASON = { least: 10, most: 600 } as const;

export interface CloseFacts {
  readonly phase: RoundPhase;
  /** Milliseconds since 1970, by the database's clock. */
  readonly now: number;
  /** The end of the time for appeals; null before the count. */
  readonly appealsEndAt: number | null;
  readonly openAppeals: number;
  readonly quorumMet: boolean;
  /** The operator says openly that the shop chose from a shortlist, since the quorum was missed twice. */
  readonly shortlistDeclared: boolean;
  /** Quarantines that change the winner and that no second operator has signed. */
  readonly unsignedQuarantines: number;
  /** Counters, rows and log give the same count. */
  readonly countsAgree: boolean;
  /** Ratings that count, in the whole round. */
  readonly ratings: number;
  /** Finalists that are rated and not passed over. */
  readonly eligible: number;
  readonly winners: readonly {
    readonly designId: string;
    readonly admitted: boolean;
    /** The designer's account is there to be paid. */
    readonly designerReachable: boolean;
  }[];
  /** What all bounties of the winners cost, and what the ledger holds for them. */
  readonly costCents: number;
  readonly reservedCents: number;
}

export type CloseReasonCode =
  | 'not_counted'
  | 'appeals_running'
  | 'appeals_open'
  | 'quorum_missed'
  | 'second_signature_missing'
  | 'counts_differ'
  | 'winner_missing'
  | 'winner_not_admitted'
  | 'winner_unreachable'
  | 'bounty_not_covered';

/**
 * Every reason why the round cannot be closed now. A round in which nobody rated closes without a winner; so does one
 * in which every finalist was passed over.
 */
export function reasonsNotToClose(facts: CloseFacts): Reason<CloseReasonCode>[] {
  const reasons: Reason<CloseReasonCode>[] = [];
  if (facts.phase !== 'counted') reasons.push({ code: 'not_counted', detail: facts.phase });
  if (facts.appealsEndAt !== null && facts.now < facts.appealsEndAt) {
    reasons.push({ code: 'appeals_running', detail: new Date(facts.appealsEndAt).toISOString() });
  }
  if (facts.openAppeals > 0) reasons.push({ code: 'appeals_open', detail: String(facts.openAppeals) });
  if (!facts.quorumMet && !facts.shortlistDeclared) reasons.push({ code: 'quorum_missed' });
  if (facts.unsignedQuarantines > 0) {
    reasons.push({ code: 'second_signature_missing', detail: String(facts.unsignedQuarantines) });
  }
  if (!facts.countsAgree) reasons.push({ code: 'counts_differ' });
  if (facts.winners.length === 0 && facts.eligible > 0 && facts.ratings > 0) reasons.push({ code: 'winner_missing' });
  for (const winner of facts.winners) {
    if (!winner.admitted) reasons.push({ code: 'winner_not_admitted', field: winner.designId });
    if (!winner.designerReachable) reasons.push({ code: 'winner_unreachable', field: winner.designId });
  }
  if (facts.costCents > facts.reservedCents) {
    reasons.push({ code: 'bounty_not_covered', detail: String(facts.costCents - facts.reservedCents) });
  }
  return reasons;
}

export type CancelReasonCode = 'cannot_cancel' | 'reason_missing' | 'reason_too_long';

/** Every reason why the round cannot be cancelled: the reason is published, and after the count a winner is known. */
export function reasonsNotToCancel({
  phase,
  reason,
}: {
  readonly phase: RoundPhase;
  readonly reason: string;
}): Reason<CancelReasonCode>[] {
  const reasons: Reason<CancelReasonCode>[] = [];
  if (!canCancel(phase)) reasons.push({ code: 'cannot_cancel', detail: phase });
  return [...reasons, ...publishedReasonProblems(reason)];
}

export interface PassingOverFacts {
  readonly phase: RoundPhase;
  /** The design is a winner as the count stands: only the first place is ever passed on. */
  readonly isWinner: boolean;
  readonly alreadyPassedOver: boolean;
  readonly reason: string;
}

export type PassOverReasonCode =
  | 'not_counted'
  | 'already_passed_over'
  | 'not_winner'
  | 'reason_missing'
  | 'reason_too_long';

/** Every reason why this winner cannot be passed over. */
export function reasonsNotToPassOver(facts: PassingOverFacts): Reason<PassOverReasonCode>[] {
  const reasons: Reason<PassOverReasonCode>[] = [];
  if (facts.phase !== 'counted') reasons.push({ code: 'not_counted', detail: facts.phase });
  if (facts.alreadyPassedOver) reasons.push({ code: 'already_passed_over' });
  else if (!facts.isWinner) reasons.push({ code: 'not_winner' });
  return [...reasons, ...publishedReasonProblems(facts.reason)];
}

function publishedReasonProblems(reason: string): Reason<'reason_missing' | 'reason_too_long'>[] {
  const length = [...reason.trim()].length;
  const { least, most } = PUBLISHED_REASON;
  if (length < least) return [{ code: 'reason_missing', field: 'reason', detail: `${length}/${least}` }];
  if (length > most) return [{ code: 'reason_too_long', field: 'reason', detail: `${length}/${most}` }];
  return [];
}
