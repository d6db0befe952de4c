import type { Deps } from '../../../deps.ts';
import { searchBallots } from './find-clusters.ts';
import { listSearchedRounds } from './rounds.sql.ts';

/** Looks at the ballots of each round that takes votes, or took them and is not counted. */
export async function findClusters(deps: Deps): Promise<void> {
  for (const id of await listSearchedRounds(deps.db)) await searchBallots(deps, id);
}
