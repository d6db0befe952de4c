import type { Reason } from './reasons.ts';
import type { RoundPhase } from './round-phase.ts';

/** Designs in a hand. */
export const HAND_SIZE = 10;
/** Letters of a voter's word to the designer. */
export const NOTE_LENGTH = 280;
/** Designs in the final. */
export const FINALISTS = 16;
/** An unanswered deal returns to the pack after this time. */
export const DEAL_HOURS = 24;
/** Ratings of the average kind that every design starts from, so that a handful of friends decides nothing. */
export const K = 10n;
/** Ratings that a design needs on average for its place to mean something. */
export const RATINGS_PER_DESIGN = 20;
/** Days after which a decided round's pseudonyms lose their members. */
export const PSEUDONYM_DAYS = 60;

/** How many designs one voter is dealt at most in the voting phase. */
export function handCap(designs: number): number {
  return designs < 150 ? 30 : 60;
}

/** How many designs a round admits. */
export function roundCapacity(expectedRatings: number): number {
  return Math.max(0, Math.floor(expectedRatings / RATINGS_PER_DESIGN));
}

export interface Quorum {
  /** Ratings that each finalist needs. */
  readonly finalMin: number;
  /** Ratings that the median admitted design needs. */
  readonly medianMin: number;
}

/** The quorum of a round that sets none of its own. */
export function quorumFor(voters: number): Quorum {
  return { finalMin: voters < 500 ? 50 : 100, medianMin: RATINGS_PER_DESIGN };
}

export type Stars = 1 | 2 | 3 | 4 | 5;

/** What a rating is worth: 1 to 6. */
export function points(stars: Stars, wouldWear: boolean): number {
  return stars + (wouldWear ? 1 : 0);
}

export interface VoteFacts {
  readonly phase: RoundPhase;
  /** The design was dealt to this voter in this phase, be the deal open, answered or lapsed. */
  readonly dealt: boolean;
  readonly ownDesign: boolean;
  /** Milliseconds since 1970. */
  readonly accountCreatedAt: number;
  readonly finalOpenedAt: number | null;
  /** The phase's planned end has passed in the database, although no job has moved the round yet. */
  readonly late: boolean;
}

/** The same words as the problems of the HTTP interface. */
export type VoteReasonCode = 'round_closed' | 'not_dealt' | 'own_design' | 'account_too_new';

/** Every reason why this voter cannot rate this design now, the gravest first; none when they can. */
export function reasonsNotToVote(facts: VoteFacts): Reason<VoteReasonCode>[] {
  const reasons: Reason<VoteReasonCode>[] = [];
  const open = facts.phase === 'voting' || facts.phase === 'final';
  if (!open || facts.late) reasons.push({ code: 'round_closed', detail: facts.phase });
  if (facts.ownDesign) reasons.push({ code: 'own_design' });
  if (facts.phase === 'final' && (facts.finalOpenedAt === null || facts.accountCreatedAt >= facts.finalOpenedAt)) {
    reasons.push({ code: 'account_too_new' });
  }
  if (!facts.dealt) reasons.push({ code: 'not_dealt' });
  return reasons;
}
