import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { Run } from '@fraisier/shared/contracts/runs.ts';
import type { HomeRounds } from '../home-rounds.ts';
import { Call } from './call.tsx';
import { Drop } from './drop.tsx';
import { FrozenNote, Podium } from './podium.tsx';

export interface RestOfMonthProps {
  readonly rounds: HomeRounds;
  /** The round that the page begins with: it is not told of twice. */
  readonly hero: Round | undefined;
  readonly run: Run | undefined;
}

/** What else there is this month: the run on sale, what was decided, what is being drawn. */
export function RestOfMonth({ rounds, hero, run }: RestOfMonthProps) {
  const { frozen, published, collecting } = rounds;
  return (
    <>
      {run && <Drop run={run} />}
      {frozen && frozen !== hero && <FrozenNote round={frozen} />}
      {published && <Podium round={published} />}
      {collecting && collecting !== hero && <Call round={collecting} />}
    </>
  );
}
