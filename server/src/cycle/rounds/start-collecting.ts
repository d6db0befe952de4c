import { reserveBounty } from '../bounties/reserve-bounty.ts';
import { takeStragglers } from '../submissions/move-on.ts';
import type { Step } from './advance-round.ts';
import { enterPhase } from './rounds.sql.ts';

/**
 * The round takes designs, and what it promises for the best one is set aside first. What was too late for a round when
 * there was no next one has waited for this.
 */
export const startCollecting: Step = async (trx, round, actor) => {
  await reserveBounty(trx, round, actor?.id ?? null);
  await takeStragglers(trx, round);
  return enterPhase(trx, round.id, 'collecting');
};
