import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg, { type Pool } from 'pg';
import { prepareMarked } from './prepared.ts';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;
/** A function that takes this must run inside its caller's transaction. */
export type Trx = Transaction<DB>;

const INT8 = 20;
const DATE = 1082;
const INTERVAL = 1186;

// Cents and counts stay far below 2^53; dates and intervals are kept as Postgres writes them.
const parsers = new Map<number, (value: string) => unknown>([
  [INT8, Number],
  [DATE, String],
  [INTERVAL, String],
]);

/** Whoever waits longer for a connection is told so: a request that hangs holds its place in the line and answers nobody. */
const PATIENCE_MS = 30_000;

/** The job queue shares the pool, so that one number bounds the connections of a process. */
export function createDatabase(connectionString: string, max = 12, options?: string): { db: Database; pool: Pool } {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: PATIENCE_MS,
    ...(options ? { options } : {}),
    types: {
      getTypeParser: ((oid: number, format?: string) =>
        parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that dies (a restarted server) must not take the process with it.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    prepareMarked(client);
  });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool };
}

/**
 * Connections for prepared statements that find every row by a key. A plan is kept for as long as the connection: one
 * made while a table was small would go on reading all of it when it has grown.
 */
export function createKeyedDatabase(connectionString: string, max: number): Database {
  const options = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'].map((way) => `-c ${way}=off`);
  return createDatabase(connectionString, max, [...options, '-c plan_cache_mode=force_generic_plan'].join(' ')).db;
}

/** Whether an error is Postgres refusing a duplicate, of the constraint named if one is named. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const candidate = error as { code?: unknown; constraint?: unknown };
  return candidate?.code === '23505' && (constraint === undefined || candidate.constraint === constraint);
}

/** Whether Postgres gave the transaction up because of what another one did, so that it is worth doing again. */
export function isSerializationFailure(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === '40001' || code === '40P01';
}
