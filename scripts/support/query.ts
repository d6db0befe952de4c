import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** One statement on a connection of its own. */
export async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The same server and account, another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** A new database, empty or a copy of `template`, under a name that nobody else has. Gives its url. */
export async function createDatabase(adminUrl: string, prefix: string, template?: string): Promise<string> {
  const name = `${prefix}_${randomBytes(8).toString('hex')}`;
  await query(adminUrl, `create database ${name} ${template ? `template ${template}` : ''}`);
  return databaseUrl(adminUrl, name);
}

/** Drops a database that `createDatabase` made, whoever is still connected. */
export async function dropDatabase(adminUrl: string, url: string): Promise<void> {
  await query(adminUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
}
