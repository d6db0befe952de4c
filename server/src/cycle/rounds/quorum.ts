import { type Quorum, quorumFor } from '@fraisier/shared/cycle/voting-rules.ts';
import type { RoundRow } from './rounds.sql.ts';

/** How many ratings the round asks for: its own thresholds, or those for its number of voters. */
export function quorumOf(round: RoundRow, voters: number): Quorum {
  const usual = quorumFor(voters);
  return {
    finalMin: round.quorum_final ?? usual.finalMin,
    medianMin: round.quorum_median ?? usual.medianMin,
  };
}
