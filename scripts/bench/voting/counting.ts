import { countBallots, readHistograms } from '@fraisier/server/cycle/ballots/ballots.sql.ts';
import { countersAgree, readCounters } from '@fraisier/server/cycle/ballots/counters.sql.ts';
import { median, spreadOf, timesOf } from '../measure.ts';
import { atLeast, atMost, figure } from '../report.ts';
import type { VotingBench } from './casting.ts';
import { fillRatings, openRound, type Round } from './crowd.ts';

const RATED = 100;
const DESIGNS = 1000;
const MOST_LIVE_MS = 1;
const MOST_RECOUNT = 5;

/** The count of a round: from its counters while it goes on, and again from every row. */
export async function count(bench: VotingBench): Promise<void> {
  const { shop, report, ratings, times } = bench;
  const { db, pool } = shop.db;
  const round = await ratedRound(bench, '2031-03', Math.ceil(ratings / RATED));
  const name = `count of ${ratings.toLocaleString('en')} ratings`;
  const live = await timesOf(20 * times, () => countBallots(db, [round.id]));
  report.add(atMost(MOST_LIVE_MS, figure(`${name}: live, in all`, median(live), 'ms', spreadOf(live))));
  const cells = await timesOf(5 * times, () => readCounters(db, round.id));
  report.add(figure(`${name}: live, every cell of ${DESIGNS} designs`, median(cells), 'ms', spreadOf(cells)));

  const plain: number[] = [];
  const full: number[] = [];
  await readHistograms(db, round.id);
  for (let time = 0; time < times; time++) {
    const statement = 'select count(*) from ratings where round_id = $1';
    plain.push(...(await timesOf(1, () => pool.query(statement, [round.id]))));
    full.push(...(await timesOf(1, () => readHistograms(db, round.id))));
  }
  const ratios = full.map((taken, nth) => taken / plain[nth]!);
  const ratio = figure(`${name}: full recount`, median(ratios), 'of count(*)', spreadOf(ratios));
  report.add(atMost(MOST_RECOUNT, ratio));
  report.add(figure(`${name}: count(*) of the rows`, median(plain), 'ms', spreadOf(plain)));
  report.add(figure(`${name}: full recount`, median(full), 'ms', spreadOf(full)));
  const agree = Number(await countersAgree(db, round.id));
  report.add(atLeast(1, figure(`${name}: counters and rows agree`, agree, '1 is yes')));
}

/** A round in which so many voters have rated a hundred designs each. */
export async function ratedRound({ shop }: VotingBench, slug: string, voters: number): Promise<Round> {
  // Nobody votes here: the deals are only in the way.
  const round = await openRound(shop.db.pool, { slug, designs: DESIGNS, voters, dealt: RATED, begun: 0 });
  await fillRatings(shop.db.pool, round);
  return round;
}
