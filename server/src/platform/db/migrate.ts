import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import { installQueue } from '../jobs/queue.ts';

const folder = new URL('../../../../migrations/', import.meta.url);

/** Brings a database to the newest schema, the job queue's included. Gives the names of what was applied. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const version = await sql<{ number: number }>`select current_setting('server_version_num')::int as number`.execute(
      db,
    );
    if ((version.rows[0]?.number ?? 0) < 180000) throw new Error('Fraisier needs Postgres 18 or newer.');
    const migrator = new Migrator({ db, provider: { getMigrations } });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    await installQueue(pool);
    return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith('.ts')).sort();
  const entries = names.map(async (name) => {
    const migration = (await import(new URL(name, folder).href)) as Migration;
    return [name.slice(0, -3), migration] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
