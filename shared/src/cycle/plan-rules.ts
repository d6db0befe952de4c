import { type RoundPhase, roundPhases } from './round-phase.ts';

/**
 * Until which phase each part of a round's plan may change. Money is promised when the round takes its first design,
 * the rules of the vote when it opens; the time for appeals begins with the count.
 */
export const planParts = {
  collectingAt: 'planned',
  bountyCents: 'planned',
  runSize: 'planned',
  piecePriceCents: 'planned',
  votingAt: 'collecting',
  expectedRatings: 'collecting',
  quorumFinal: 'collecting',
  quorumMedian: 'collecting',
  handCap: 'collecting',
  finalAt: 'voting',
  freezeAt: 'final',
  appealHours: 'frozen',
} as const satisfies Record<string, RoundPhase>;

export type PlanPart = keyof typeof planParts;

/** What has not begun may still change; in a cancelled round nothing does. */
export function canReplan(phase: RoundPhase, part: PlanPart): boolean {
  return phase !== 'cancelled' && roundPhases.indexOf(phase) <= roundPhases.indexOf(planParts[part]);
}
