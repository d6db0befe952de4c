import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Moments } from './calendar.sql.ts';

/** A round of a neighbouring month, as far as the calendar is concerned. */
export interface Neighbour {
  readonly slug: string;
  readonly phase: RoundPhase;
  readonly moments: Moments;
}

const order = [
  ['collecting', 'voting'],
  ['voting', 'final'],
  ['final', 'freeze'],
] as const;

/**
 * Every reason why these moments do not make a round: they follow one another, and months tile time, so voting begins
 * when the month before stops voting, and stops when the month after begins. A neighbour that is cancelled has no
 * moments to touch.
 */
export function datesOutOfOrder(
  moments: Moments,
  { previous, next }: { previous: Neighbour | null; next: Neighbour | null },
): ProblemReason[] {
  const reasons: ProblemReason[] = [];
  for (const [earlier, later] of order) {
    if (moments[earlier] >= moments[later]) {
      reasons.push({
        code: 'out_of_order',
        field: `${later}At`,
        detail: `${earlier} ${moments[earlier].toISOString()}`,
      });
    }
  }
  if (previous && !touches(previous.moments.freeze, moments.voting, previous.phase)) {
    const end = previous.moments.freeze.toISOString();
    reasons.push({ code: 'does_not_touch', field: 'votingAt', detail: `${previous.slug} ${end}` });
  }
  if (next && moments.freeze.getTime() !== next.moments.voting.getTime()) {
    const begin = next.moments.voting.toISOString();
    reasons.push({ code: 'does_not_touch', field: 'freezeAt', detail: `${next.slug} ${begin}` });
  }
  return reasons;
}

/** A month that is over leaves a gap where the next one could not begin in time, but is never overlapped. */
function touches(end: Date, begin: Date, phase: RoundPhase): boolean {
  const over = phase === 'frozen' || phase === 'counted' || phase === 'decided';
  return over ? end <= begin : end.getTime() === begin.getTime();
}
