import type { Round } from '@fraisier/shared/contracts/rounds.ts';

/** The rounds that the home page speaks of; months overlap, so several live at once. */
export interface HomeRounds {
  /** People vote in it: voting or final. */
  readonly open: Round | undefined;
  /** Voting is over, the count is not made. */
  readonly frozen: Round | undefined;
  /** The latest result there is, provisional or not. */
  readonly published: Round | undefined;
  readonly collecting: Round | undefined;
  readonly planned: Round | undefined;
}

/** `items` as the shop lists them: newest month first. */
export function homeRounds(items: readonly Round[]): HomeRounds {
  const newest = (...phases: Round['phase'][]) => items.find((round) => phases.includes(round.phase));
  const oldest = (...phases: Round['phase'][]) => items.findLast((round) => phases.includes(round.phase));
  return {
    open: oldest('voting', 'final'),
    frozen: newest('frozen'),
    published: newest('counted', 'decided'),
    collecting: oldest('collecting'),
    planned: oldest('planned'),
  };
}

/** What the first screen is about: what can be done now, else what is awaited, else what was. */
export function heroOf(rounds: HomeRounds): Round | undefined {
  return rounds.open ?? rounds.frozen ?? rounds.collecting ?? rounds.published ?? rounds.planned;
}
