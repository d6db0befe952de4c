import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { migrate } from '@fraisier/server/platform/db/migrate.ts';
import { cast } from './demo/cast.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { runScript, stopAll } from './support/children.ts';
import { dataFolder, root } from './support/folders.ts';
import { fail, PlainError } from './support/plain-error.ts';
import { say, seconds, timed } from './support/progress.ts';
import { becomeReady, lastWords, type Server, startServer } from './support/server.ts';
import { readSettings, refuseTakenPort, type Settings } from './support/settings.ts';
import { lockShop, type ShopLock } from './support/shop-lock.ts';
import { buildWebIfStale } from './support/web-build.ts';

/** `npm start`: brings the whole shop up, from nothing or from where it was, and keeps it up until it is told to stop. */

/** A little more than the server allows itself. */
const PATIENCE = 17_000;

let postgres: Promise<Postgres> | undefined;
let lock: ShopLock | undefined;
let stopping: { since: number; done: Promise<void> } | undefined;

async function main(): Promise<void> {
  const since = Number(process.env.FRAISIER_STARTED_AT ?? Date.now());
  obeySignals();
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  const settings = readSettings();
  lock = await lockShop(settings.APP_URL);
  await refuseTakenPort(settings);

  const [databaseUrl] = await Promise.all([
    bringDatabaseUp(settings),
    timed(buildWebIfStale, (built) => (built ? 'The web is built' : undefined)),
  ]);
  if (stopping) return;
  const server = await startServer({ ...settings, DATABASE_URL: databaseUrl });
  lock.noteServer(server.child.pid);
  await becomeReady(server, settings);
  welcome(settings, server, since);
  const code = await server.child.ended;
  if (!stopping) throw new PlainError(`The server has ended by itself (${code}).${lastWords(server)}`);
}

/** The database, migrated, and seeded in the demo. Gives its address. */
async function bringDatabaseUp(settings: Settings): Promise<string> {
  const url = settings.DATABASE_URL ?? (await timed(bootPostgres, () => 'Postgres is up'));
  const applied = (names: string[]) => (names.length > 0 ? `${names.length} migrations are applied` : undefined);
  await timed(() => migrate(url).catch(explainDatabase), applied);
  if (settings.DEMO === 'true') {
    const seeding = () => seed({ ...settings, DATABASE_URL: url });
    await timed(seeding, () => 'The demo is in place');
  }
  return url;
}

async function bootPostgres(): Promise<string> {
  postgres = startPostgres({ dir: join(dataFolder, 'postgres'), database: 'fraisier', log: say });
  return (await postgres).url;
}

function explainDatabase(error: NodeJS.ErrnoException): never {
  const code = error.code ?? '';
  if (/^E[A-Z]+$/.test(code)) throw new PlainError(`The database of DATABASE_URL does not answer (${code}): is it up?`);
  if (/^(28|3D)/.test(code)) throw new PlainError(`The database of DATABASE_URL refuses us: ${error.message}.`);
  throw error;
}

async function seed(env: Settings): Promise<void> {
  const { code, output } = await runScript('scripts/demo/seed.ts', { cwd: root, env, onLine: say });
  if (code !== 0) throw new PlainError(`The demo could not be seeded:\n\n${output.trim()}`);
}

function welcome(settings: Settings, { logFile }: Server, since: number): void {
  console.log(`\n  Fraisier is open at ${settings.APP_URL} (${seconds(since)})\n`);
  if (settings.DEMO !== 'true') return;
  const widest = Math.max(...cast.map(({ name }) => name.length));
  console.log(
    `  Sign in with a click at ${settings.APP_URL}/en/sign-in as one of these; their mail is at /en/demo/mail:\n`,
  );
  for (const { name, role, what } of cast) console.log(`    ${name.padEnd(widest)}  ${role.padEnd(8)}  ${what.en}`);
  console.log(`\n  The server’s log is ${relative(root, logFile ?? '')}. Ctrl-C stops everything.\n`);
}

/** The first asks for a clean stop, the second for one at once. One Ctrl-C can come twice: from the terminal and npm. */
function obeySignals(): void {
  const onSignal = () => {
    if (!stopping) {
      console.log('\n  Stopping …');
      stopping = { since: Date.now(), done: stop('fast') };
      void stopping.done.then(() => process.exit(0), fail);
    } else if (Date.now() - stopping.since > 400) {
      void stop('at-once').then(() => process.exit(1), fail);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  // Of run.mjs, which goes with the terminal or is killed.
  process.on('disconnect', onSignal);
  process.stdout.on('error', () => {});
}

/** The server first, so that it can finish what it has begun, then Postgres. */
async function stop(how: 'fast' | 'at-once'): Promise<void> {
  lock?.noteStopping();
  await stopAll(how === 'fast' ? PATIENCE : 0);
  const running = await postgres?.catch(() => undefined);
  await running?.stop(how);
  lock?.release();
}

await main().catch(async (error) => {
  // A step that fails because we are stopping is no failure.
  if (stopping) return stopping.done;
  stopping = { since: Date.now(), done: stop('fast') };
  await stopping.done;
  fail(error);
});
