import { describe, expect, it } from 'vitest';
import type { Bloc } from '../../../scripts/simulate/blocs.ts';
import { type Cell, simulateCell } from '../../../scripts/simulate/cells.ts';
import { jsonLines } from '../../../scripts/simulate/json-lines.ts';
import { readOptions } from '../../../scripts/simulate/options.ts';
import { plotSvg } from '../../../scripts/simulate/plot.ts';
import { runCells } from '../../../scripts/simulate/run-cells.ts';
import { cellsOf, scenarioNames } from '../../../scripts/simulate/scenarios.ts';
import { shareOf } from '../../../scripts/simulate/shares.ts';
import { statedText } from '../../../scripts/simulate/stated.ts';
import { tablesText } from '../../../scripts/simulate/table.ts';

/**
 * A small `pnpm simulate`. The seed decides every figure; the bands are so wide that other seeds stay inside them too,
 * and so narrow that a broken rule does not.
 */
const SEED = 1;
const honest: Bloc = { kind: 'sole', percent: 0, favourite: 'any' };
const round = (designs: number, voters: number, rounds: number, more: Partial<Cell> = {}): Cell => ({
  ...{ scenario: 'crowd', bloc: honest, rules: ['shop'], signals: false },
  ...{ designs, voters, rounds },
  ...more,
});

describe('an honest crowd', () => {
  it.each([26, 84])('sees %i designs equally often', (designs) => {
    const { exposure, rules } = simulateCell(round(designs, 200, 5), SEED);
    expect(exposure.spread).toBeLessThanOrEqual(8);
    expect(exposure.gini).toBeLessThan(0.02);
    expect(rules.shop!.underFive).toBe(0);
  });

  it('finds the truly best design more often with the final, and leaves none unseen as a popular list does', () => {
    const cell = round(150, 200, 30, { rules: ['shop', 'noFinal', 'popular'] });
    const { shop, noFinal, popular } = simulateCell(cell, SEED).rules;
    expect(shop!.trueBest).toBeGreaterThanOrEqual(15);
    expect(shop!.topThree).toBeGreaterThanOrEqual(23);
    expect(shop!.trueBest - noFinal!.trueBest).toBeGreaterThanOrEqual(3);
    expect(shop!.quorumMet).toBe(30);
    expect(shop!.underFive).toBe(0);
    expect(popular!.underFive / (30 * 150)).toBeGreaterThan(0.03);
  });
});

describe('a bloc', () => {
  it('wins where a shared link collects votes and there is no final, and not where designs are dealt', () => {
    const bloc: Bloc = { kind: 'sole', percent: 7, favourite: 'any' };
    const cell = round(300, 200, 20, { bloc, rules: ['shop', 'linkNoFinal'] });
    const { shop, linkNoFinal } = simulateCell(cell, SEED).rules;
    expect(linkNoFinal!.blocWins).toBeGreaterThanOrEqual(8);
    expect(shop!.blocWins).toBeLessThanOrEqual(5);
  });

  it('that likes its favourite only is shown in the desk, and loses what it won when its ballots are set aside', () => {
    const bloc: Bloc = { kind: 'sole', percent: 8, favourite: 'strong' };
    const report = simulateCell(round(40, 300, 12, { bloc, rules: ['shop', 'desk'], signals: true }), SEED);
    expect(report.rules.shop!.blocWins).toBeGreaterThanOrEqual(6);
    expect(report.rules.desk!.blocWins).toBeLessThanOrEqual(3);
    expect(report.dishonest.sole / report.dishonest.ballots).toBeGreaterThan(0.8);
    expect(report.honest.sole / report.honest.ballots).toBeLessThan(0.01);
  });

  it('of one person with many accounts is shown as twins', () => {
    const bloc: Bloc = { kind: 'copies', percent: 5, favourite: 'strong' };
    const { dishonest, honest } = simulateCell(round(40, 300, 6, { bloc, signals: true }), SEED);
    expect(dishonest.twins / dishonest.ballots).toBeGreaterThan(0.95);
    expect(honest.twins / honest.ballots).toBeLessThan(0.01);
  });

  it('that enters only the final, camouflaged, wins unseen: the risk that voting.md states', () => {
    const bloc: Bloc = { kind: 'finalOnly', percent: 5, favourite: 'strong' };
    const { rules, dishonest } = simulateCell(round(40, 300, 10, { bloc, signals: true }), SEED);
    expect(rules.shop!.blocWins).toBeGreaterThanOrEqual(4);
    expect(dishonest.desk / dishonest.ballots).toBeLessThan(0.05);
  });
});

describe('the flat ballot', () => {
  it.each(['saboteurs', 'blatant'] as const)('sets all %s aside by itself, and hardly anybody honest', (kind) => {
    const bloc: Bloc = { kind, percent: 10, favourite: 'strong' };
    const { dishonest, honest, rules } = simulateCell(round(40, 300, 10, { bloc, signals: true }), SEED);
    expect(dishonest.flat / dishonest.ballots).toBeGreaterThan(0.99);
    expect(honest.flat / honest.ballots).toBeGreaterThan(0);
    expect(honest.flat / honest.ballots).toBeLessThan(0.015);
    expect(rules.shop!.blocWins).toBeLessThanOrEqual(3);
  });
});

describe('the report', () => {
  const few = { designs: [20], voters: [40], percents: [5], rounds: 2 };
  const cells = scenarioNames.flatMap((scenario) => cellsOf(scenario, few));

  it('has the same bytes for the same seed, on one core or several, and others for another', async () => {
    const alone = cells.map((cell) => simulateCell(cell, SEED));
    const together = await runCells(cells, SEED);
    expect(jsonLines(together, SEED)).toBe(jsonLines(alone, SEED));
    expect(plotSvg(together, SEED)).toBe(plotSvg(alone, SEED));
    expect(jsonLines([simulateCell(cells[0]!, SEED + 1)], SEED)).not.toBe(jsonLines(alone.slice(0, 1), SEED));
  });

  it('says every figure in tables, lines and plot', () => {
    const reports = cells.map((cell) => simulateCell(cell, SEED));
    const text = scenarioNames.map((name) =>
      tablesText(
        reports.filter(({ cell }) => cell.scenario === name),
        name,
      ),
    );
    const plot = plotSvg(reports, SEED);
    for (const said of [...text, statedText(reports), plot]) expect(said).not.toMatch(/NaN|undefined|Infinity/);
    expect(plot.match(/<g /g)).toHaveLength(4);
    const lines = jsonLines(reports, SEED).split('\n');
    expect(lines).toHaveLength(cells.reduce((sum, cell) => sum + 1 + cell.rules.length, 0));
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ seed: SEED, designs: 20, voters: 40, rounds: 2 });
  });

  it.each([
    { count: 0, of: 10, low: 0, high: 0.2775 },
    { count: 5, of: 10, low: 0.2366, high: 0.7634 },
    { count: 79, of: 100, low: 0.7002, high: 0.8583 },
    { count: 0, of: 0, low: 0, high: 1 },
  ])('gives $count of $of its interval', ({ count, of, low, high }) => {
    const share = shareOf(count, of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it('takes what is asked for, and says what it takes', () => {
    expect(readOptions(['--', '--designs=26,50', '--bloc', '5', '--seed=7', '--json'])).toMatchObject({
      ...{ scenarios: scenarioNames, designs: [26, 50], percents: [5], seed: 7, json: true },
    });
    for (const words of [['--designs=2'], ['--scenario=mob'], ['--rounds=1.5'], ['--blok=5'], ['--voters=']]) {
      expect(() => readOptions(words)).toThrow(/takes|Unknown option/);
    }
  });
});
