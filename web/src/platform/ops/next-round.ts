import type { Round } from '@fraisier/shared/contracts/rounds.ts';

/** What an empty room waits for: designs, votes, or what the close of a round makes. */
export type Awaited = 'designs' | 'vote' | 'close';

const before: Readonly<Record<Awaited, readonly Round['phase'][]>> = {
  designs: ['planned', 'collecting'],
  vote: ['planned', 'collecting'],
  close: ['planned', 'collecting', 'voting', 'final', 'frozen', 'counted'],
};

const momentOf: Readonly<Record<Awaited, (round: Round) => string>> = {
  designs: ({ planned }) => planned.collecting,
  vote: ({ planned }) => planned.voting,
  close: ({ planned }) => planned.freeze,
};

/** The round that brings it first, and when; without a moment where that is past and only a person's act is awaited. */
export function nextRound(
  rounds: readonly Round[],
  awaits: Awaited,
  now: string,
): { round: Round; at: string | null } | undefined {
  const coming = rounds
    .filter(({ phase }) => before[awaits].includes(phase))
    .map((round) => ({ round, at: momentOf[awaits](round) }))
    .sort((a, b) => a.at.localeCompare(b.at));
  // Submissions that are open have no moment ahead: what waits then is for people to draw.
  const [first] = coming;
  return first && { round: first.round, at: Date.parse(first.at) > Date.parse(now) ? first.at : null };
}
