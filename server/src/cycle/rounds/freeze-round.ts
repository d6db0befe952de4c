import { whatFreezingDoes } from '@fraisier/shared/cycle/round-phase.ts';
import { quorum, tally } from '@fraisier/shared/cycle/tally.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { countVoters, readHistograms } from '../ballots/ballots.sql.ts';
import type { Step } from './advance-round.ts';
import { prolongFinal } from './prolong-final.ts';
import { quorumOf } from './quorum.ts';
import { enterPhase, listFinalists } from './rounds.sql.ts';

/** No more votes: those in flight were let in before the round could be locked, and none follows. */
export const freezeRound: Step = async (trx, round, actor) => {
  const result = tally(await readHistograms(trx, round.id));
  const finalistIds = await listFinalists(trx, round.id);
  const { met } = quorum(result, finalistIds, quorumOf(round, await countVoters(trx, round.id)));
  if (whatFreezingDoes({ quorumMet: met, extended: round.extended_at !== null }) === 'extend') {
    return prolongFinal(trx, round, actor);
  }
  await enqueue(trx, 'sign-heads', { roundId: round.id, occasion: 'freeze' }, { key: `sign-heads:${round.id}:freeze` });
  return enterPhase(trx, round.id, 'frozen');
};
