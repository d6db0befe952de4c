import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './plain-error.ts';
import { type Cluster, environment, explain, urlOf } from './postgres-cluster.ts';
import { commandOf, folderOf, isAlive, signal, waitForEnd } from './processes.ts';
import { query } from './query.ts';

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

export interface Running {
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
export async function adopt(cluster: Cluster, log: (line: string) => void): Promise<Running | undefined> {
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

export async function launch(
  cluster: Cluster,
  postgres: string,
  options: { port?: number; fast?: boolean; settings?: Record<string, string> },
): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await choosePort(cluster.dir));
    const over = { ...(options.fast ? FAST_SETTINGS : {}), ...options.settings };
    const outcome = await tryToLaunch(cluster, postgres, port, over);
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
  over: Record<string, string>,
): Promise<number | { output: string }> {
  const logFile = join(cluster.dir, 'postgres.log');
  const settings = Object.entries({ ...SETTINGS, ...over, port: String(port) });
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

/** Ends a Postgres that an earlier process left in this folder, if there is one. */
export async function endPostgresIn(dir: string): Promise<void> {
  const cluster = { data: join(dir, 'data') };
  const found = readPidFile(cluster);
  if (found && isAlive(found.pid) && isPostgresOf(found.pid, cluster)) await stop(found.pid, 'at-once');
}

/** SIGINT is Postgres's fast shutdown, SIGQUIT its immediate one. */
export async function stop(pid: number, how: 'fast' | 'at-once'): Promise<void> {
  if (how === 'fast') {
    signal(pid, 'SIGINT');
    if (await waitForEnd(pid, 15_000)) return;
  }
  signal(pid, 'SIGQUIT');
  await waitForEnd(pid, 5_000);
}
