import type { dismissReasons, quarantineReasons, releaseReasons } from './ballot-log.ts';
import type { Reason } from './reasons.ts';
import type { RoundPhase } from './round-phase.ts';

/** The signals that make a cluster; others only support one. */
export const clusterSignals = ['flat_ballot', 'sole_favourite', 'twin_ballots'] as const;
export type ClusterSignal = (typeof clusterSignals)[number];
export const supportingSignals = ['burst', 'account_age'] as const;

export const clusterStates = ['open', 'quarantined', 'dismissed', 'released'] as const;
export type ClusterState = (typeof clusterStates)[number];

export const clusterActs = ['quarantine', 'dismissal', 'release', 'signature'] as const;
export type ClusterAct = (typeof clusterActs)[number];

/** What an operator may give as the reason; the others are said by an act of their own. */
export const operatorReleaseReasons = [
  'mistake',
  'other',
] as const satisfies readonly (typeof releaseReasons)[number][];
export type QuarantineReason = (typeof quarantineReasons)[number];
export type DismissReason = (typeof dismissReasons)[number];
export type ReleaseReason = (typeof releaseReasons)[number];

export const appealStates = ['open', 'upheld', 'rejected'] as const;
export type AppealState = (typeof appealStates)[number];

export interface DeskFacts {
  readonly phase: RoundPhase;
  readonly state: ClusterState;
  /** Who set it aside, by id; nobody where the rule did. */
  readonly quarantinedBy: readonly string[];
  /** Who asks. */
  readonly actor: string;
  /** The count has another winner than it would have with what is set aside. Known only once counted. */
  readonly changesWinner: boolean;
  readonly signed: boolean;
}

export type DeskReasonCode =
  | 'wrong_phase'
  | 'already_quarantined'
  | 'already_dismissed'
  | 'already_released'
  | 'not_quarantined'
  | 'signature_not_needed'
  | 'already_signed'
  | 'second_operator_needed'
  /** The log says just that of just these ballots already; known only where the line is written. */
  | 'reason_used';

/**
 * Every reason why this operator cannot do that to a cluster now.
 *
 * While votes are taken and while the round is frozen, an open cluster is set aside or dismissed, and what is set aside
 * can be released. Once counted, a quarantine that changes the winner is for a second operator: they sign it, or they
 * do not and release it; whatever else is set aside comes back by an appeal only.
 */
export function reasonsNotToDecide(act: ClusterAct, facts: DeskFacts): Reason<DeskReasonCode>[] {
  const { phase, state } = facts;
  const reasons: Reason<DeskReasonCode>[] = [];
  const beforeCount = phase === 'voting' || phase === 'final' || phase === 'frozen';
  if (act === 'quarantine' || act === 'dismissal') {
    if (!beforeCount) reasons.push({ code: 'wrong_phase', detail: phase });
    if (state !== 'open') reasons.push({ code: `already_${state}` });
    return reasons;
  }
  if (state !== 'quarantined') reasons.push({ code: 'not_quarantined', detail: state });
  if (act === 'release' && beforeCount) return reasons;
  if (phase !== 'counted') return [{ code: 'wrong_phase', detail: phase }, ...reasons];
  if (state !== 'quarantined') return reasons;
  if (!facts.changesWinner) reasons.push({ code: 'signature_not_needed' });
  if (act === 'release' && facts.signed) reasons.push({ code: 'already_signed' });
  if (facts.quarantinedBy.includes(facts.actor)) reasons.push({ code: 'second_operator_needed' });
  return reasons;
}

export interface AppealFacts {
  readonly phase: RoundPhase;
  /** Milliseconds since 1970, by the database's clock. */
  readonly now: number;
  /** Null before the count: until then there is no end. */
  readonly appealsEndAt: number | null;
  /** At least one rating of the ballot does not count. */
  readonly setAside: boolean;
  readonly appealed: boolean;
}

export type AppealReasonCode = 'not_set_aside' | 'appeals_over' | 'already_appealed';

/** Every reason why a voter cannot appeal now. One appeal a round: its answer is final. */
export function reasonsNotToAppeal(facts: AppealFacts): Reason<AppealReasonCode>[] {
  const reasons: Reason<AppealReasonCode>[] = [];
  if (facts.appealed) reasons.push({ code: 'already_appealed' });
  else if (!facts.setAside) reasons.push({ code: 'not_set_aside' });
  const ended = facts.appealsEndAt !== null && facts.now >= facts.appealsEndAt;
  if (ended || facts.phase === 'decided' || facts.phase === 'cancelled') {
    reasons.push({
      code: 'appeals_over',
      ...(facts.appealsEndAt !== null && { detail: new Date(facts.appealsEndAt).toISOString() }),
    });
  }
  return reasons;
}
