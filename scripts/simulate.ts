import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { jsonLines } from './simulate/json-lines.ts';
import { helpText, readOptions } from './simulate/options.ts';
import { plotSvg } from './simulate/plot.ts';
import { runCells } from './simulate/run-cells.ts';
import { cellsOf } from './simulate/scenarios.ts';
import { statedText } from './simulate/stated.ts';
import { tablesText } from './simulate/table.ts';
import { root } from './support/folders.ts';
import { fail } from './support/plain-error.ts';

/**
 * `pnpm simulate`: the shop's own rules (dealing, cut, final, count, quorum, signals) on simulated voters, honest and
 * not, and how often the truly best design wins, how often a bloc does, and whom the signals blame wrongly.
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(helpText);
    return;
  }
  const since = performance.now();
  const cells = options.scenarios.flatMap((scenario) => cellsOf(scenario, options));
  const reports = await runCells(cells, options.seed);
  if (options.json) console.log(jsonLines(reports, options.seed));
  else {
    console.log(`Seed ${options.seed}. Shares of rounds, in brackets their 95 % intervals (Wilson).`);
    for (const scenario of options.scenarios) {
      const own = reports.filter((report) => report.cell.scenario === scenario);
      console.log(tablesText(own, scenario));
    }
    console.log(statedText(reports));
  }
  if (options.plot) {
    const file = resolve(root, options.plot);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, plotSvg(reports, options.seed));
    // Not in the report, which is the same for the same seed.
    console.error(`\nPlot: ${file}`);
  }
  const rounds = cells.reduce((sum, cell) => sum + cell.rounds, 0);
  console.error(`${rounds} rounds in ${((performance.now() - since) / 1000).toFixed(0)} s`);
}

main().catch(fail);
