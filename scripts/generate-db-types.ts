import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { migrate } from '@fraisier/server/platform/db/migrate.ts';
import { startTemporaryPostgres } from '../tests/support/postgres.ts';
import { fail, PlainError } from './support/plain-error.ts';
import { createDatabase, dropDatabase } from './support/query.ts';

/**
 * Writes the database's types from a freshly migrated database; with --verify only says whether they are fresh.
 * TEST_DATABASE_URL saves the start of an embedded Postgres.
 */

const SCHEMA = new URL('../server/src/platform/db/schema.ts', import.meta.url);

/** What our pool's parsers give (platform/db), where that is not the driver's default. */
const TYPES = { date: 'string', int8: 'number', interval: 'string', json: 'unknown', jsonb: 'unknown' };

async function generate(url: string): Promise<string> {
  const cli = createRequire(new URL('../server/package.json', import.meta.url)).resolve(
    'kysely-codegen/dist/cli/bin.js',
  );
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      cli,
      '--dialect=postgres',
      '--url=env(DATABASE_URL)',
      '--print',
      '--log-level=silent',
      '--exclude-pattern=graphile_worker*.*',
      `--type-mapping=${JSON.stringify(TYPES)}`,
    ],
    { env: { ...process.env, DATABASE_URL: url }, maxBuffer: 16 * 1024 * 1024 },
  );
  return `${stdout.trim()}\n`;
}

async function main(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startTemporaryPostgres();
  try {
    const database = await createDatabase(server.url, 'fraisier_types');
    try {
      await migrate(database);
      const fresh = await generate(database);
      if (!process.argv.includes('--verify')) {
        writeFileSync(SCHEMA, fresh);
        console.log('server/src/platform/db/schema.ts is written');
      } else if (readFileSync(SCHEMA, 'utf8') !== fresh) {
        throw new PlainError('The database’s types are not those of the migrations: run `pnpm db-types`.');
      }
    } finally {
      await dropDatabase(server.url, database);
    }
  } finally {
    await server.stop();
  }
}

await main().catch(fail);
