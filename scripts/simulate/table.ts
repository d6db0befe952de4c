import type { CellReport, RuleReport } from './cells.ts';
import { type RuleKey, rules } from './rules.ts';
import { type ScenarioName, scenarioTitles } from './scenarios.ts';
import { percent, shareOf, shareText } from './shares.ts';

interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The report for people: shares with their 95 % intervals, in percent. */
export function tablesText(reports: readonly CellReport[], scenario: ScenarioName): string {
  const tables =
    scenario === 'crowd' ? crowdTables(reports) : scenario === 'bloc' ? blocTables(reports) : kindTables(reports);
  return [`\n${scenarioTitles[scenario]}`, ...tables.map(tableText)].join('\n');
}

function tableText({ title, columns, rows }: Table): string {
  const widths = columns.map((column, nth) => Math.max(column.length, ...rows.map((row) => row[nth]!.length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, nth) => cell.padStart(widths[nth]!)).join('  ')}`.trimEnd();
  return ['', `  ${title}`, line(columns), ...rows.map(line)].join('\n');
}

const sizeColumns = ['designs', 'voters'] as const;
const sizeOf = ({ cell }: CellReport) => [String(cell.designs), String(cell.voters)];

function perRule(
  reports: readonly CellReport[],
  title: string,
  what: (report: RuleReport) => number,
  lead: { columns: readonly string[]; of: (report: CellReport) => readonly string[] },
): Table {
  const keys = (reports[0]?.cell.rules ?? []) as readonly RuleKey[];
  return {
    title,
    columns: [...lead.columns, ...keys.map((key) => rules[key].name)],
    rows: reports.map((report) => [
      ...lead.of(report),
      ...keys.map((key) => shareText(shareOf(what(report.rules[key]!), report.cell.rounds))),
    ]),
  };
}

function crowdTables(reports: readonly CellReport[]): Table[] {
  const lead = { columns: sizeColumns, of: sizeOf };
  return [
    perRule(reports, 'The truly best design wins', (report) => report.trueBest, lead),
    perRule(reports, 'One of the three truly best wins', (report) => report.topThree, lead),
    {
      title:
        'How often a design was dealt in the voting phase; designs under five ratings at its end; what the result says',
      columns: [
        ...sizeColumns,
        'least',
        'most',
        'widest in a round',
        'Gini',
        'under 5, dealt',
        'under 5, popular',
        'quorum met',
        'photo finish',
      ],
      rows: reports.map((report) => {
        const { cell, exposure } = report;
        const under = (key: RuleKey) => percent((report.rules[key]?.underFive ?? 0) / (cell.rounds * cell.designs), 1);
        const of = (count: number) => percent(count / cell.rounds);
        return [
          ...sizeOf(report),
          ...[exposure.min, exposure.max, exposure.spread].map(String),
          exposure.gini.toFixed(4),
          under('shop'),
          under('popular'),
          of(report.rules.shop!.quorumMet),
          of(report.rules.shop!.photoFinish),
        ];
      }),
    },
    {
      title: 'False alarms: honest ballots that show a signal',
      columns: [...sizeColumns, 'ballots', 'flat (set aside)', 'sole favourite', 'twins', 'burst', 'any cluster'],
      rows: reports.map((report) => [...sizeOf(report), ...seenOf(report.honest)]),
    },
  ];
}

function seenOf(seen: CellReport['honest']): string[] {
  const share = (count: number) => (seen.ballots === 0 ? '–' : percent(count / seen.ballots, 2));
  return [String(seen.ballots), ...[seen.flat, seen.sole, seen.twins, seen.burst, seen.desk].map(share)];
}

function blocTables(reports: readonly CellReport[]): Table[] {
  const lead = {
    columns: [...sizeColumns, 'bloc'],
    of: (report: CellReport) => [...sizeOf(report), `${report.cell.bloc.percent} %`],
  };
  return [
    perRule(reports, 'The favourite of the bloc wins (nobody looks at the desk)', (report) => report.blocWins, lead),
    perRule(reports, 'The truly best design wins', (report) => report.trueBest, lead),
  ];
}

const favouriteWords = { any: 'any', strong: 'strong' } as const;

function kindTables(reports: readonly CellReport[]): Table[] {
  const lead = {
    columns: [...sizeColumns, 'voters that are', 'favourite', 'share'],
    of: (report: CellReport) => {
      const { kind, favourite, percent: share } = report.cell.bloc;
      return [...sizeOf(report), kind, kind === 'saboteurs' ? 'none' : favouriteWords[favourite], `${share} %`];
    },
  };
  return [
    perRule(reports, 'Their favourite wins', (report) => report.blocWins, lead),
    perRule(reports, 'The truly best design wins', (report) => report.trueBest, lead),
    {
      title: 'Their ballots that show a signal; last: honest ballots in any cluster',
      columns: [
        ...lead.columns,
        'ballots',
        'flat (set aside)',
        'sole favourite',
        'twins',
        'burst',
        'any cluster',
        'honest',
      ],
      rows: reports.map((report) => [
        ...lead.of(report),
        ...seenOf(report.dishonest),
        percent(report.honest.desk / Math.max(1, report.honest.ballots), 2),
      ]),
    },
  ];
}
