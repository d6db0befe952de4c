import { momentsOutOfOrder, type Neighbour, touches } from '@fraisier/shared/cycle/calendar-rules.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { inMilliseconds, type Moments } from './calendar.sql.ts';

/**
 * Every reason why these moments do not make a round between its neighbours. A neighbour that is cancelled has no
 * moments to touch.
 */
export function datesOutOfOrder(
  given: Moments,
  { previous, next }: { previous: Neighbour | null; next: Neighbour | null },
): ProblemReason[] {
  const moments = inMilliseconds(given);
  const reasons: ProblemReason[] = momentsOutOfOrder(moments);
  const round = { slug: '', phase: 'planned', moments } as const;
  if (previous && !touches(previous, round)) {
    const end = new Date(previous.moments.freeze).toISOString();
    reasons.push({ code: 'does_not_touch', field: 'votingAt', detail: `${previous.slug} ${end}` });
  }
  if (next && !touches(round, next)) {
    const begin = new Date(next.moments.voting).toISOString();
    reasons.push({ code: 'does_not_touch', field: 'freezeAt', detail: `${next.slug} ${begin}` });
  }
  return reasons;
}
