import { openReport, type Report } from './bench/report.ts';
import { PlainError } from './support/plain-error.ts';
import { runToItsEnd } from './support/run-to-its-end.ts';

/**
 * `pnpm bench NAME`: measures one path of the shop against the limit of what this machine can do, in one run, since only
 * the ratio means something. Ends with 1 when a target is missed. `--json` prints one object a line.
 */

/** What a bench is: numbers that may be given as `--name=5`, steps that `--only=a,b` chooses from, and the work. */
export interface Bench<Name extends string = string, Step extends string = string> {
  readonly numbers: Readonly<Record<Name, number>>;
  readonly steps: readonly Step[];
  run(report: Report, numbers: Readonly<Record<Name, number>>, steps: ReadonlySet<Step>): Promise<void>;
}

const benches: Record<string, () => Promise<Bench>> = {
  artwork: async () => (await import('./bench/artwork/artwork.ts')).artwork as Bench,
  voting: async () => (await import('./bench/voting/voting.ts')).voting as Bench,
  web: async () => (await import('./bench/web/web.ts')).web as Bench,
};

async function main(): Promise<void> {
  const [name = '', ...words] = process.argv.slice(2).filter((word) => word !== '--');
  const load = benches[name];
  if (!load) throw new PlainError(`Say what to measure: pnpm bench ${Object.keys(benches).join(', ')}.`);
  const bench = await load();
  const { json, only, numbers } = read(words, bench, name);
  const report = openReport(json);
  await bench.run(report, numbers, only);
  process.exitCode = report.missed() ? 1 : 0;
}

function read(words: readonly string[], bench: Bench, name: string) {
  const {
    json = false,
    only,
    ...given
  } = Object.fromEntries(
    words.map((word) => {
      const [option = '', value = true] = word.split(/=(.*)/);
      return [option.replace(/^--/, ''), value];
    }),
  );
  const numbers = { ...bench.numbers };
  for (const [option, value] of Object.entries(given)) {
    if (!(option in numbers)) {
      throw new PlainError(`bench ${name} takes --json, --only and --${Object.keys(numbers).join(', --')}.`);
    }
    numbers[option] = Number(value);
    if (!(numbers[option] > 0)) throw new PlainError(`--${option} takes a number above 0.`);
  }
  const steps = typeof only === 'string' ? only.split(',') : bench.steps;
  if (steps.some((step) => !bench.steps.includes(step))) {
    throw new PlainError(`--only takes ${bench.steps.join(', ')}, with commas between.`);
  }
  return { json: json === true, only: new Set(steps), numbers };
}

await runToItsEnd(main);
