import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { startTemporaryPostgres } from '../tests/support/postgres.ts';
import { changedPaths, testsAskedFor } from './support/changed-tests.ts';
import { type Outcome, runToEnd, stopAll } from './support/children.ts';
import { root } from './support/folders.ts';
import { fail, PlainError } from './support/plain-error.ts';
import { say, seconds } from './support/progress.ts';
import { buildWebIfStale } from './support/web-build.ts';

/**
 * `npm test`: everything that must hold before a change lands. All steps run, whatever fails; the last line counts the
 * tests, and a step that failed counts as a failed one. `fast` is for every day: the tests of what has changed since
 * main, without browser journeys.
 */

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const TOTALS = /^(\d+) passed, (\d+) failed, (\d+) skipped$/;
const DEFAULT_CHROMIUM = '/usr/bin/chromium';

/** Remembers what it has checked: the second time takes a third. */
const TSC = ['-p', 'tsconfig.base.json', '--noEmit', '--incremental', '--tsBuildInfoFile', '.data/types.tsbuildinfo'];

const failedSteps: string[] = [];
let stopPostgres = async () => {};

async function main(): Promise<void> {
  const since = Date.now();
  const fast = process.argv.includes('fast');
  const unknown = process.argv.slice(2).filter((argument) => argument !== 'fast');
  if (unknown.length > 0) throw new PlainError(`check knows one word, fast; not ${unknown.join(' ')}.`);

  const bin = (name: string, ...args: string[]) => run(binary(name), args);
  const script = (name: string, ...args: string[]) => run(process.execPath, [`scripts/${name}.ts`, ...args]);
  const postgres = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startTemporaryPostgres();
  stopPostgres = postgres.stop;
  try {
    process.env.TEST_DATABASE_URL = postgres.url;
    // Two lanes for two cores; the tests then have both.
    await Promise.all([
      step('web build', buildWeb),
      (async () => {
        await step('format and lint', () => bin('biome', 'ci', '--colors=off', '--diagnostic-level=error'));
        await step('types', () => bin('tsc', ...TSC));
        await step('walls', () => script('check-imports'));
        await step('database types', () => script('generate-db-types', '--verify'));
      })(),
    ]);
    const counts = await tests(reasonForNoJourneys(fast), fast ? testsAskedFor(changedPaths()) : null);
    counts.failed += failedSteps.length;
    conclude(counts, since);
  } finally {
    await stopPostgres();
  }
}

/** Run as it is: `pnpm exec` first looks for something to install. */
function binary(name: string): string {
  return join(root, 'node_modules', '.bin', name);
}

function run(command: string, args: string[]): Promise<Outcome> {
  return runToEnd(command, args, { cwd: root });
}

async function buildWeb(): Promise<Outcome> {
  try {
    await buildWebIfStale();
    return { code: 0, output: '' };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return { code: 1, output: error.message };
  }
}

async function step(name: string, work: () => Promise<Outcome>): Promise<void> {
  const since = Date.now();
  const { code, output } = await work();
  if (code !== 0) failedSteps.push(name);
  say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds(since)})`);
  if (code !== 0) console.log(`\n${output.trim()}\n`);
}

/** Why the browser journeys are left out altogether. */
function reasonForNoJourneys(fast: boolean): string | undefined {
  if (fast) return '`fast` leaves them out';
  if (failedSteps.includes('web build')) return 'the web could not be built';
  return undefined;
}

/** Without a browser each journey skips itself, and is counted; why is said here, where one looks. */
function sayWhetherThereIsABrowser(): void {
  const chromium = process.env.CHROMIUM || DEFAULT_CHROMIUM;
  if (existsSync(chromium)) return;
  say(`There is no browser at ${chromium}: the journeys are skipped. Install Debian’s chromium, or set CHROMIUM.`);
}

/** All of them, or those whose paths contain one of these. */
async function tests(noJourneys: string | undefined, asked: readonly string[] | null): Promise<Counts> {
  const since = Date.now();
  const args = ['run', '--config', 'tests/vitest.config.ts', ...(asked ?? [])];
  if (asked) say(`tests of what has changed since main: ${asked.join(' ')}`);
  if (noJourneys) args.push('--project', '!journeys');
  else sayWhetherThereIsABrowser();
  let totals: string[] | undefined;
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };
  const { code } = await runToEnd(binary('vitest'), args, {
    cwd: root,
    env: { ...process.env, ...colour },
    onLine(line) {
      const match = TOTALS.exec(line);
      if (match) totals = match.slice(1);
      else console.log(line);
    },
    onError: (line) => console.error(line),
  });
  const [passed, failed, skipped] = (totals ?? ['0', '1', '0']).map(Number) as [number, number, number];
  const counts = { passed, failed: failed || (code === 0 ? 0 : 1), skipped };
  say(`${counts.failed === 0 ? 'ok    ' : 'FAILED'}  tests (${seconds(since)})`);
  if (noJourneys) {
    const journeys = globSync('tests/journeys/**/*.test.ts', { cwd: root }).length;
    say(`skipped ${journeys} files of browser journeys: ${noJourneys}`);
    counts.skipped += journeys;
  }
  return counts;
}

function conclude(counts: Counts, since: number): void {
  if (failedSteps.length > 0) say(`failed steps: ${failedSteps.join(', ')}`);
  console.log(`\n  All of it took ${seconds(since)}\n`);
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

const stop = () =>
  void stopAll(5_000)
    .then(stopPostgres)
    .then(() => process.exit(130), fail);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(name, stop);

await main().catch(fail);
// The channel to run.mjs would keep this process.
process.off('disconnect', stop);
if (process.connected) process.disconnect();
