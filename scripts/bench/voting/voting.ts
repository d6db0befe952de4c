import type { Bench } from '../../bench.ts';
import { openBenchShop } from '../bench-shop.ts';
import { findPgbench } from '../pgbench.ts';
import { castBallots, castOneByOne } from './casting.ts';
import { count } from './counting.ts';
import { deal } from './dealing.ts';
import { growth } from './growth.ts';

/** The rows of performance.md on ratings, ballots and the count; dealing, memory and growth with them. */
export const voting: Bench<'seconds' | 'times' | 'ratings' | 'voters', 'one' | 'ballot' | 'count' | 'deal' | 'grow'> = {
  numbers: { seconds: 4, times: 3, ratings: 1_000_000, voters: 100_000 },
  steps: ['one', 'ballot', 'count', 'deal', 'grow'],

  async run(report, numbers, steps) {
    const pgbench = findPgbench();
    report.note(
      `pgbench at ${pgbench}; a Postgres of its own at default durability, the server as one process, sessions, ` +
        `limits and validation as for people; ${numbers.times} times in turn, ${numbers.seconds} s each; seed fixed.`,
    );
    const shop = await openBenchShop();
    try {
      const bench = { shop, pgbench, report, ...numbers };
      if (steps.has('one')) await castOneByOne(bench);
      if (steps.has('ballot')) await castBallots(bench);
      if (steps.has('count')) await count(bench);
      if (steps.has('deal')) await deal(bench);
      if (steps.has('grow')) await growth(bench);
    } finally {
      await shop.close();
    }
  },
};
