import { median, spreadOf } from '../measure.ts';
import { atMost, figure } from '../report.ts';
import { loader, type VotingBench } from './casting.ts';
import { openRound } from './crowd.ts';

const DESIGNS = 1000;
const HAND = 10;
const CLIENTS = 8;
const MOST_SPREAD = 2;
const FRESH = 0.05;

/** Hands for newcomers, when nearly all others have theirs. */
export async function deal(bench: VotingBench): Promise<void> {
  const { shop, report, seconds, times, voters } = bench;
  const begun = Math.floor(voters * (1 - FRESH));
  const round = await openRound(shop.db.pool, { slug: '2031-04', designs: DESIGNS, voters, dealt: HAND, begun });
  const ask = loader(bench, round, 'hand');
  await ask(CLIENTS, 1);
  const alone: number[] = [];
  const together: number[] = [];
  for (let time = 0; time < times; time++) {
    alone.push((await ask(1, seconds / 2)).p50);
    together.push((await ask(CLIENTS, seconds / 2)).perSecond);
  }
  const name = `dealing, ${DESIGNS.toLocaleString('en')} designs, ${voters.toLocaleString('en')} voters`;
  report.add(figure(`${name}: a hand`, median(alone), 'ms', spreadOf(alone)));
  report.add(figure(`${name}: ${CLIENTS} clients`, median(together), 'hands/s', spreadOf(together)));
  const { rows } = await shop.db.pool.query(
    'select max(dealt) - min(dealt) as spread, min(dealt), max(dealt) from exposures where round_id = $1',
    [round.id],
  );
  const { spread, min, max } = rows[0] as { spread: number; min: number; max: number };
  const shown = figure(`${name}: most less least shown`, spread, 'times', `shown ${min} to ${max} times`);
  report.add(atMost(MOST_SPREAD, shown));
}
