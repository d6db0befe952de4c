import { whatFreezingDoes } from '@fraisier/shared/cycle/round-phase.ts';
import { quorum, tally } from '@fraisier/shared/cycle/tally.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { readHistograms, readTurnout } from '../ballots/ballots.sql.ts';
import { keepOut } from '../ballots/desk/keep-out.ts';
import type { Step } from './advance-round.ts';
import { prolongFinal } from './prolong-final.ts';
import { quorumOf } from './quorum.ts';
import { enterPhase, listFinalists } from './rounds.sql.ts';

/**
 * No more votes: those in flight were let in before the round could be locked, and none follows. Flat ballots are set
 * aside with it; the search for what people decide about takes longer, and a job does it at once.
 */
export const freezeRound: Step = async (trx, round, actor, deps) => {
  await keepOut(trx, { round, appUrl: deps.config.appUrl });
  const result = tally(await readHistograms(trx, round.id));
  const finalistIds = await listFinalists(trx, round.id);
  const { met } = quorum(result, finalistIds, quorumOf(round, (await readTurnout(trx, round.id)).counted));
  if (whatFreezingDoes({ quorumMet: met, extended: round.extended_at !== null }) === 'extend') {
    return prolongFinal(trx, round, actor, deps);
  }
  await enqueue(trx, 'sign-heads', { roundId: round.id, occasion: 'freeze' }, { key: `sign-heads:${round.id}:freeze` });
  await enqueue(trx, 'find-clusters', {}, { key: 'find-clusters' });
  return enterPhase(trx, round.id, 'frozen');
};
