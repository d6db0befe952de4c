import type { CellReport } from './cells.ts';
import type { RuleKey } from './rules.ts';
import { shareOf } from './shares.ts';

/** One object a line: for each cell one of its dealing and signals, and one of each rule. The same seed, the same bytes. */
export function jsonLines(reports: readonly CellReport[], seed: number): string {
  return reports
    .flatMap(({ cell, rules, exposure, honest, dishonest }) => {
      const { scenario, designs, voters, bloc, rounds } = cell;
      const of = { scenario, seed, designs, voters, bloc, rounds };
      const perRule = (Object.keys(rules) as RuleKey[]).map((rule) => {
        const report = rules[rule]!;
        const share = (count: number) => shareOf(count, rounds);
        return {
          ...of,
          rule,
          trueBest: share(report.trueBest),
          topThree: share(report.topThree),
          blocWins: share(report.blocWins),
          quorumMet: share(report.quorumMet),
          photoFinish: share(report.photoFinish),
          underFive: shareOf(report.underFive, rounds * designs),
        };
      });
      const told = cell.signals ? { exposure, honest, dishonest } : { exposure };
      return [{ ...of, ...told }, ...perRule].map((line) => JSON.stringify(line));
    })
    .join('\n');
}
