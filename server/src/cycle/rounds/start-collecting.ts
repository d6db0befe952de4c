import { reserveBounty } from '../bounties/reserve-bounty.ts';
import type { Step } from './advance-round.ts';
import { enterPhase } from './rounds.sql.ts';

/** The round takes designs, and what it promises for the best one is set aside first. */
export const startCollecting: Step = async (trx, round, actor) => {
  await reserveBounty(trx, round, actor?.id ?? null);
  return enterPhase(trx, round.id, 'collecting');
};
