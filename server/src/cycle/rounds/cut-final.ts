import { cutLine } from '@fraisier/shared/cycle/ballot-log.ts';
import { finalists, tally } from '@fraisier/shared/cycle/tally.ts';
import { appendLogLine, sequenceLog } from '../ballots/append-log-line.ts';
import { readHistograms } from '../ballots/ballots.sql.ts';
import { keepOut } from '../ballots/desk/keep-out.ts';
import { startDealing } from '../ballots/start-dealing.ts';
import type { Step } from './advance-round.ts';
import { enterPhase, insertFinalists } from './rounds.sql.ts';

/** The best designs of the voting phase go to the final, once and for all; the log says which, and nothing of how. */
export const cutFinal: Step = async (trx, round, _actor, deps) => {
  await keepOut(trx, { round, appUrl: deps.config.appUrl });
  const result = tally(await readHistograms(trx, round.id));
  const chosen = finalists(result);
  await insertFinalists(trx, round.id, chosen);
  const size = await sequenceLog(trx, round);
  const line = cutLine({ round: round.slug, size, ratings: result.ratings, finalists: chosen, passedOver: [] });
  await appendLogLine(trx, round, line, 'cut');
  const cut = await enterPhase(trx, round.id, 'final');
  await startDealing(trx, cut, 'final', chosen);
  return cut;
};
