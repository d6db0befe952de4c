import { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../../platform/query.ts';

const none: ReadonlySet<string> = new Set();

/** Which designs this visitor has rated: asked only of those who have, and only in the browser. */
export function useRated(round: Round): ReadonlySet<string> {
  const ballot = useQuery({
    ...queryOf(getBallot, { params: { round: round.slug } }),
    enabled: (round.standing?.rated ?? 0) > 0,
    select: (answer) => new Set(answer.ratings.map((rating) => rating.design)),
  });
  return ballot.data ?? none;
}
