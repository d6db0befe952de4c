import type { Deps } from '../../../deps.ts';
import { findRoundById, lockRound } from '../../rounds/find-round.ts';
import { keepClusters } from './find-clusters.ts';
import { findSignals } from './find-signals.ts';
import { keepOut } from './keep-out.ts';
import { listVotingRounds } from './rounds.sql.ts';

/**
 * Looks at the ballots of each round that takes votes. They are read without a lock; what follows from them is written
 * under it. After the freeze nothing is left to find: it looks itself.
 */
export async function findClusters(deps: Deps): Promise<void> {
  for (const id of await listVotingRounds(deps.db)) {
    const { flat, clusters } = await findSignals(deps.db, id);
    const { slug } = await findRoundById(deps.db, id);
    await deps.db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, slug, 'update');
      if (round.phase !== 'voting' && round.phase !== 'final') return;
      const place = { round, appUrl: deps.config.appUrl };
      await keepOut(trx, place, flat);
      await keepClusters(trx, place, clusters);
    });
  }
}
