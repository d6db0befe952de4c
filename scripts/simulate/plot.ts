import type { CellReport } from './cells.ts';
import { PANEL, type Panel, panelSvg } from './plot-panel.ts';
import { colours, fonts, textSvg } from './plot-style.ts';
import type { RuleKey } from './rules.ts';
import { percent, shareOf } from './shares.ts';

const COLUMNS = 2;
const MARGIN = 56;
const GAP = 64;
const HEAD = 120;

/** What was asked, as one picture: a panel for each question whose scenario ran. The same seed, the same bytes. */
export function plotSvg(reports: readonly CellReport[], seed: number): string {
  const panels = panelsOf(reports);
  const lines = Math.max(1, Math.ceil(panels.length / COLUMNS));
  const width = MARGIN * 2 + PANEL.width * COLUMNS + GAP * (COLUMNS - 1);
  const height = HEAD + lines * (PANEL.height + GAP);
  const placed = panels.map((panel, nth) =>
    panelSvg(
      panel,
      MARGIN + (nth % COLUMNS) * (PANEL.width + GAP),
      HEAD + Math.floor(nth / COLUMNS) * (PANEL.height + GAP),
    ),
  );
  const rounds = [...new Set(reports.map((report) => report.cell.rounds))].sort((a, b) => a - b);
  const said = `Seed ${seed}. ${rounds[0]}${rounds.length > 1 ? ` to ${rounds.at(-1)}` : ''} rounds a point; bars are 95 % intervals (Wilson).`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${fonts.text}" role="img" aria-label="Simulated rounds">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    textSvg(MARGIN, 58, 'Simulated rounds', { size: 36, font: fonts.display, weight: 800 }),
    textSvg(MARGIN, 86, said, { size: 16, colour: colours.ink2 }),
    ...placed,
    '</svg>',
  ].join('\n')}\n`;
}

function panelsOf(reports: readonly CellReport[]): Panel[] {
  const of = (scenario: string) => reports.filter(({ cell }) => cell.scenario === scenario);
  const panels: Panel[] = [];
  // One line of sizes a panel: the number of voters that most of them have.
  const crowd = sameVoters(of('crowd'));
  if (crowd.length > 0) {
    const rule = (key: RuleKey, name: string) => ({
      name,
      points: crowd.map(({ cell, rules }) => shareOf(rules[key]!.trueBest, cell.rounds)),
    });
    panels.push({
      title: 'The truly best design wins',
      under: `${crowd[0]!.cell.voters} honest voters`,
      axis: 'designs',
      ticks: crowd.map(({ cell }) => String(cell.designs)),
      series: [
        rule('shop', 'dealt equally, then a final of 16 (the shop)'),
        rule('noFinal', 'dealt equally, no final'),
        rule('popularNoFinal', 'most liked first, no final'),
      ],
    });
    const under = (key: RuleKey, name: string) => ({
      name,
      points: crowd.map(({ cell, rules }) => shareOf(rules[key]!.underFive, cell.rounds * cell.designs)),
    });
    panels.push({
      title: 'Designs with under five ratings',
      under: `${crowd[0]!.cell.voters} honest voters, at the end of the voting phase`,
      axis: 'designs',
      ticks: crowd.map(({ cell }) => String(cell.designs)),
      series: [under('shop', 'dealt equally (the shop)'), under('popular', 'most liked first')],
    });
  }
  const blocs = sameVoters(of('bloc'));
  if (blocs.length > 0) {
    const percents = [...new Set(blocs.map(({ cell }) => cell.bloc.percent))];
    const shown = percents.includes(5) ? 5 : Math.max(...percents);
    const cells = blocs.filter(({ cell }) => cell.bloc.percent === shown);
    const rule = (key: RuleKey, name: string) => ({
      name,
      points: cells.map(({ cell, rules }) => shareOf(rules[key]!.blocWins, cell.rounds)),
    });
    panels.push({
      title: `A bloc of ${shown} % has its favourite win`,
      under: `${cells[0]!.cell.voters} voters; the favourite is any design but the best`,
      axis: 'designs',
      ticks: cells.map(({ cell }) => String(cell.designs)),
      series: [
        rule('shop', 'only dealt designs, final (the shop)'),
        rule('link', 'a shared link collects, final'),
        rule('linkNoFinal', 'a shared link collects, no final'),
      ],
    });
  }
  const residual = sameVoters(of('residual'));
  if (residual.length > 0) {
    const designs = residual[0]!.cell.designs;
    const cells = (favourite: string) =>
      residual.filter(({ cell }) => cell.designs === designs && cell.bloc.favourite === favourite);
    const series = (favourite: string, name: string) => ({
      name,
      points: cells(favourite).map(({ cell, rules }) => shareOf(rules.shop!.blocWins, cell.rounds)),
    });
    const seen = residual.reduce((sum, { dishonest }) => sum + dishonest.desk, 0);
    const ballots = residual.reduce((sum, { dishonest }) => sum + dishonest.ballots, 0);
    panels.push({
      title: 'Residual risk: a bloc in the final only',
      under: `${designs} designs, ${residual[0]!.cell.voters} voters; the desk sees ${percent(seen / Math.max(1, ballots), 1)} of its ballots`,
      axis: 'bloc, in % of all voters',
      ticks: cells('any').map(({ cell }) => String(cell.bloc.percent)),
      series: [series('any', 'it pushes any finalist'), series('strong', 'it pushes the second best')],
    });
  }
  return panels;
}

/** The cells with the number of voters that most cells have (the first of them, if several). */
function sameVoters(reports: readonly CellReport[]): CellReport[] {
  const groups = [...Map.groupBy(reports, ({ cell }) => cell.voters).values()];
  return groups.sort((a, b) => b.length - a.length)[0] ?? [];
}
