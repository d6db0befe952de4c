import type { Cell, CellReport } from './cells.ts';
import { percent, type Share, shareOf, shareText } from './shares.ts';

/** What voting.md states of the simulation its rules came from, beside what this run shows. Empty where it shows none. */
export function statedText(reports: readonly CellReport[]): string {
  const find = (scenario: string, designs: number, bloc?: number) =>
    reports.find(
      ({ cell }) =>
        cell.scenario === scenario && cell.designs === designs && (bloc === undefined || cell.bloc.percent === bloc),
    );
  const rows: [string, string, string][] = [];
  const add = (stated: string, report: CellReport | undefined, what: (report: CellReport) => string) => {
    if (report) rows.push([stated, sizeOf(report.cell), what(report)]);
  };
  const wins = (report: CellReport, rule: 'link' | 'linkNoFinal' | 'shop' | 'noFinal', of: 'blocWins' | 'trueBest') =>
    shareText(shareOf(report.rules[rule]?.[of] ?? 0, report.cell.rounds)).trim();

  for (const designs of [150, 300, 1000]) {
    add('popular first: 35 % under five ratings; dealt: none', find('crowd', designs), ({ cell, rules }) => {
      const under = (count = 0): Share => shareOf(count, cell.rounds * cell.designs);
      return `${percent(under(rules.popular?.underFive).share, 1)}; ${percent(under(rules.shop?.underFive).share, 1)}`;
    });
  }
  for (const [designs, stated] of [
    [300, 'a link collects, 5 %: up to 79 % of rounds'],
    [1000, 'a link collects, 5 %: all rounds'],
  ] as const) {
    add(stated, find('bloc', designs, 5), (report) => {
      return `${wins(report, 'linkNoFinal', 'blocWins')} without a final, ${wins(report, 'link', 'blocWins')} with one`;
    });
    add('dealt only, 5 %: none', find('bloc', designs, 5), (report) => wins(report, 'shop', 'blocWins'));
  }
  for (const designs of [26, 150, 300, 1000]) {
    add('the final gives the largest gain (true best)', find('crowd', designs), (report) => {
      return `${wins(report, 'shop', 'trueBest')} with, ${wins(report, 'noFinal', 'trueBest')} without`;
    });
  }
  add('26 designs: exposure differs by 8 at most', find('crowd', 26), (report) => `${report.exposure.spread}`);
  const honest = reports.filter(({ cell }) => cell.scenario === 'crowd').map((report) => report.honest);
  if (honest.length > 0) {
    const flat = honest.reduce((sum, one) => sum + one.flat, 0);
    const ballots = honest.reduce((sum, one) => sum + one.ballots, 0);
    rows.push(['flat ballot: 0.2–0.5 % of honest ones', 'crowd, all', percent(flat / ballots, 2)]);
  }
  const saboteurs = reports.find(({ cell }) => cell.bloc.kind === 'saboteurs')?.dishonest;
  if (saboteurs) rows.push(['flat ballot: all saboteurs', 'kinds', percent(saboteurs.flat / saboteurs.ballots, 1)]);
  if (rows.length === 0) return '';
  const widths = [0, 1].map((nth) => Math.max(...rows.map((row) => row[nth]!.length)));
  return [
    '\nWhat voting.md states, and what this run shows',
    ...rows.map(([stated, where, shown]) => `  ${stated.padEnd(widths[0]!)}  ${where.padEnd(widths[1]!)}  ${shown}`),
  ].join('\n');
}

const sizeOf = (cell: Cell): string => `${cell.designs} designs, ${cell.voters} voters`;
