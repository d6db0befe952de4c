import { countBallots, readHistograms } from '@fraisier/server/cycle/ballots/ballots.sql.ts';
import { median, timesOf } from '../measure.ts';
import { figure } from '../report.ts';
import { loader, type VotingBench } from './casting.ts';
import { ratedRound } from './counting.ts';
import { openRound } from './crowd.ts';

const CLIENTS = 32;
const SECONDS = 2;

/** What each path costs when there is ten and a hundred times as much of what it works on. */
export async function growth(bench: VotingBench): Promise<void> {
  const { shop, report } = bench;
  const { db, pool } = shop.db;
  for (const [nth, times] of [1, 10, 100].entries()) {
    const dealt = 30;
    const round = await openRound(pool, { slug: `2032-0${nth + 1}`, designs: 150, voters: 300 * times, dealt });
    const vote = loader(bench, round, 'rating');
    await vote(CLIENTS, 1);
    const name = `growth × ${times}: ${(300 * times).toLocaleString('en')} voters`;
    const one = await vote(1, SECONDS);
    report.add(figure(`${name}, one rating`, one.p50, 'ms'));
    report.add(figure(`${name}, ${CLIENTS} clients`, (await vote(CLIENTS, SECONDS)).perSecond, 'ratings/s'));
  }
  for (const [nth, times] of [1, 10, 100].entries()) {
    const round = await ratedRound(bench, `2032-0${nth + 4}`, 100 * times);
    const name = `growth × ${times}: ${(10_000 * times).toLocaleString('en')} ratings`;
    report.add(figure(`${name}, live count`, median(await timesOf(20, () => countBallots(db, [round.id]))), 'ms'));
    report.add(figure(`${name}, recount`, median(await timesOf(3, () => readHistograms(db, round.id))), 'ms'));
  }
  for (const [nth, times] of [1, 10, 100].entries()) {
    const crowd = { slug: `2032-0${nth + 7}`, designs: 10 * times, voters: 3000, dealt: 10, begun: 1000 };
    const ask = loader(bench, await openRound(pool, crowd), 'hand');
    await ask(4, 0.5);
    report.add(figure(`growth × ${times}: ${10 * times} designs, a hand`, (await ask(1, SECONDS / 2)).p50, 'ms'));
  }
}
