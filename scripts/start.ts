import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@fraisier/server/config.ts';
import { migrate } from '@fraisier/server/platform/db/migrate.ts';
import { cast } from './demo/cast.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { type Child, runToEnd, start, stopAll } from './support/children.ts';
import { dataFolder, root } from './support/folders.ts';
import { fail, PlainError } from './support/plain-error.ts';
import { say, seconds, timed } from './support/progress.ts';
import { secretsOfData } from './support/secrets.ts';
import { lockShop, type ShopLock } from './support/shop-lock.ts';
import { buildWebIfStale } from './support/web-build.ts';

/** `npm start`: brings the whole shop up, from nothing or from where it was, and keeps it up until it is told to stop. */

type Environment = Record<string, string | undefined>;

/** A little more than the server allows itself. */
const PATIENCE = 17_000;
const logFile = join(dataFolder, 'logs', 'server.log');

let postgres: Promise<Postgres> | undefined;
let lock: ShopLock | undefined;
let stopping: { since: number; done: Promise<void> } | undefined;

async function main(): Promise<void> {
  const since = Number(process.env.FRAISIER_STARTED_AT ?? Date.now());
  obeySignals();
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const env = settings();
  check(env);
  lock = await lockShop(env.APP_URL ?? '');
  await refuseTakenPort(env);

  const [databaseUrl] = await Promise.all([
    bringDatabaseUp(env),
    timed(buildWebIfStale, (built) => (built ? 'The web is built' : undefined)),
  ]);
  const server = await startServer({ ...env, DATABASE_URL: databaseUrl });
  await becomeReady(server, env);
  welcome(env, since);
  const code = await server.ended;
  if (!stopping) throw new PlainError(`The server has ended by itself (${code}).${lastWords()}`);
}

/** The settings of the server: those given, and for a shop on this machine what is kept in .data. */
function settings(): Environment {
  const given = process.env;
  const own = !given.DATABASE_URL;
  const demo = given.DEMO || String(own);
  const port = given.PORT || '3000';
  return {
    NODE_ENV: 'production',
    ...(own ? secretsOfData() : {}),
    // Anyone may sign in as anyone in the demo: it is for this machine alone, unless HOST says otherwise.
    ...(demo === 'true' ? { HOST: '127.0.0.1' } : {}),
    STORAGE: `file:${join(dataFolder, 'storage')}`,
    APP_URL: `http://localhost:${port}`,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    PORT: port,
    DEMO: demo,
  };
}

/** Wrong settings are said before any work is done. */
function check(env: Environment): void {
  try {
    readConfig({ ...env, DATABASE_URL: env.DATABASE_URL ?? 'postgres://embedded' });
  } catch (error) {
    throw new PlainError((error as Error).message);
  }
  if (Number(env.PORT) > 65_535) throw new PlainError('Wrong settings: PORT is above 65535.');
}

async function refuseTakenPort(env: Environment): Promise<void> {
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
    const probe = createServer();
    probe.on('error', done);
    probe.listen(Number(env.PORT), env.HOST ?? '0.0.0.0', () => probe.close(() => done(undefined)));
  });
  if (problem?.code === 'EADDRINUSE') {
    throw new PlainError(
      `Port ${env.PORT} is taken by another program: stop that, or choose another port, for example PORT=${Number(env.PORT) + 1} npm start`,
    );
  }
  if (problem) throw new PlainError(`Port ${env.PORT} cannot be used: ${problem.message}.`);
}

/** The database, migrated, and seeded in the demo. Gives its address. */
async function bringDatabaseUp(env: Environment): Promise<string> {
  const url = env.DATABASE_URL ?? (await timed(bootPostgres, () => 'Postgres is up'));
  await timed(
    () => migrate(url).catch(explainDatabase),
    (applied) => (applied.length > 0 ? `${applied.length} migrations are applied` : undefined),
  );
  if (env.DEMO === 'true')
    await timed(
      () => seed({ ...env, DATABASE_URL: url }),
      () => 'The demo is in place',
    );
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

async function seed(env: Environment): Promise<void> {
  const { code, output } = await runToEnd(process.execPath, ['scripts/demo/seed.ts'], { cwd: root, env, onLine: say });
  if (code !== 0 && !stopping) throw new PlainError(`The demo could not be seeded:\n\n${output.trim()}`);
}

/** On this machine the log goes to a file and leaves the screen calm; on a real server it is the output. */
async function startServer(env: Environment): Promise<Child> {
  const follow = fileURLToPath(new URL('./support/follow-parent.mjs', import.meta.url));
  const log = env.DEMO === 'true' ? openLog() : 'inherit';
  const server = await start(process.execPath, ['--import', follow, 'server/src/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', log, log, 'ipc'],
  });
  if (typeof log === 'number') closeSync(log);
  lock?.noteServer(server.pid);
  return server;
}

function openLog(): number {
  mkdirSync(join(dataFolder, 'logs'), { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, logFile.replace('.log', '.previous.log'));
  return openSync(logFile, 'w', 0o640);
}

function lastWords(): string {
  if (!existsSync(logFile)) return '';
  const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-12);
  return ` The end of ${logFile}:\n\n${lines.join('\n')}`;
}

async function becomeReady(server: Child, env: Environment): Promise<void> {
  let ended: number | NodeJS.Signals | undefined;
  void server.ended.then((code) => {
    ended = code;
  });
  const host = !env.HOST || env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST;
  const until = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(`http://${host}:${env.PORT}/api/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (ended !== undefined) throw new PlainError(`The server did not start (${ended}).${lastWords()}`);
    if (Date.now() > until) throw new PlainError(`The server was not ready after a minute.${lastWords()}`);
    await sleep(50);
  }
}

function welcome(env: Environment, since: number): void {
  console.log(`\n  Fraisier is open at ${env.APP_URL} (${seconds(since)})\n`);
  if (env.DEMO !== 'true') return;
  const widest = Math.max(...cast.map(({ name }) => name.length));
  console.log('  Sign in as one of these with a click, no password (their mails are at /fr/demo/mails):\n');
  for (const { name, role, what } of cast) console.log(`    ${name.padEnd(widest)}  ${role.padEnd(8)}  ${what.en}`);
  console.log(`\n  The server’s log is ${logFile}. Ctrl-C stops everything.\n`);
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
