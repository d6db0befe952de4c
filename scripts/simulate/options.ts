import { parseArgs } from 'node:util';
import { PlainError } from '../support/plain-error.ts';
import { type Asked, type ScenarioName, scenarioNames, scenarioTitles } from './scenarios.ts';

export interface Options extends Asked {
  readonly scenarios: readonly ScenarioName[];
  readonly seed: number;
  readonly json: boolean;
  /** Where the plot is written; null for none. */
  readonly plot: string | null;
  readonly help: boolean;
}

export const PLOT = '.data/simulate/simulate.svg';

export const helpText = `pnpm simulate: the shop's own voting rules on simulated voters, and what would happen under others.

  --scenario=a,b   ${scenarioNames.join(', ')}; all of them if left out
${scenarioNames.map((name) => `                     ${name.padEnd(9)} ${scenarioTitles[name]}`).join('\n')}
  --designs=a,b    designs of a round
  --voters=a,b     voters of a round
  --bloc=a,b       dishonest voters, in percent (not in crowd)
  --rounds=n       rounds for each line; more rounds, narrower intervals
  --seed=n         another world; the same seed gives the same bytes
  --json           one object a line instead of tables
  --plot=FILE      where the plot goes (${PLOT}); --no-plot for none

The model of the voters, with its assumptions, is scripts/simulate/crowd.ts and answers.ts.`;

export function readOptions(words: readonly string[]): Options {
  const given = parse(words);
  const numbers = (name: 'designs' | 'voters' | 'bloc', least: number, most: number) =>
    given[name]?.split(',').map((word) => numberOf(name, word, least, most));
  const rounds = given.rounds === undefined ? undefined : numberOf('rounds', given.rounds, 1, 100_000);
  const scenarios = (given.scenario?.split(',') ?? scenarioNames) as readonly ScenarioName[];
  if (scenarios.some((name) => !scenarioNames.includes(name))) {
    throw new PlainError(`--scenario takes ${scenarioNames.join(', ')}, with commas between.`);
  }
  const designs = numbers('designs', 3, 5000);
  const voters = numbers('voters', 20, 50_000);
  if (Math.max(...(designs ?? [1000])) * Math.max(...(voters ?? [1000])) > 20_000_000) {
    throw new PlainError('Designs times voters may be 20 million at most.');
  }
  return {
    scenarios,
    ...(designs && { designs }),
    ...(voters && { voters }),
    ...(given.bloc && { percents: numbers('bloc', 0, 50)! }),
    ...(rounds !== undefined && { rounds }),
    seed: numberOf('seed', given.seed ?? '1', 0, 2 ** 32 - 1),
    json: given.json ?? false,
    plot: given['no-plot'] ? null : (given.plot ?? PLOT),
    help: given.help ?? false,
  };
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: words.filter((word) => word !== '--'),
      options: {
        ...{ scenario: text, designs: text, voters: text, bloc: text, rounds: text, seed: text, plot: text },
        ...{ json: flag, help: flag, 'no-plot': flag },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${helpText}`);
  }
}

function numberOf(name: string, word: string, least: number, most: number): number {
  const value = Number(word);
  if (word.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new PlainError(`--${name} takes whole numbers from ${least} to ${most}, not ${word}.`);
}
