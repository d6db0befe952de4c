import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@fraisier/server/platform/db/migrate.ts';
import { startPostgres } from '../../scripts/postgres.ts';
import { endPostgresIn } from '../../scripts/support/postgres-process.ts';
import { isAlive } from '../../scripts/support/processes.ts';
import { databaseUrl, query } from '../../scripts/support/query.ts';

export interface TestDatabases {
  /** Of the server's `postgres` database: creates and drops the clones. */
  adminUrl: string;
  /** A migrated, empty database that nobody may connect to: it is only cloned. */
  template: string;
  stop(): Promise<void>;
}

/** One Postgres for a whole test run, with a migrated template to clone: TEST_DATABASE_URL's, or an embedded one. */
export async function startTestDatabases(): Promise<TestDatabases> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startTemporaryPostgres();
  const template = `fraisier_template_${randomBytes(6).toString('hex')}`;
  const stop = async () => {
    if (given) {
      await query(given, `alter database ${template} is_template false`);
      await query(given, `drop database ${template}`);
    }
    await server.stop();
  };
  try {
    await query(server.url, `create database ${template} is_template true`);
    await migrate(databaseUrl(server.url, template));
    // A database that someone is connected to cannot be cloned: nobody may come, and who lingers is sent away.
    await query(server.url, `alter database ${template} allow_connections false`);
    await query(server.url, 'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
      template,
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl: server.url, template, stop };
}

const TEMPORARY = /^fraisier-tests-(\d+)-/;

/** An embedded Postgres in a folder of its own that goes with it. */
export async function startTemporaryPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  await sweep();
  const dir = join(tmpdir(), `fraisier-tests-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(dir);
  // As root, Postgres runs as a user of its own, which must be able to enter.
  chmodSync(dir, 0o755);
  const remove = () => rmSync(dir, { recursive: true, force: true });
  try {
    const postgres = await startPostgres({ dir, fast: true });
    return {
      url: postgres.url,
      async stop() {
        await postgres.stop('at-once');
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What a killed run left behind. Another user's is left to them. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    const dir = join(tmpdir(), name);
    try {
      await endPostgresIn(dir);
      rmSync(dir, { recursive: true, force: true });
    } catch (error) {
      if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}
