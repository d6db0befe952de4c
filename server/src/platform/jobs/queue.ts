import { runMigrations } from 'graphile-worker';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { DB } from '../db/schema.ts';

/** Every job of the shop and what it is given. A job may run more than once: its effect must not. */
export interface Jobs {
  'check-artwork': { artworkId: string };
  'render-pictures': { artworkId: string };
  'resume-checks': Record<string, never>;
  'sweep-storage': Record<string, never>;
  'trace-likenesses': Record<string, never>;
  'advance-due-rounds': Record<string, never>;
  'expire-deals': Record<string, never>;
  'find-clusters': Record<string, never>;
  /** Without a round: every round whose log has grown and whose head is old. */
  'sign-heads': { roundId?: string; occasion?: 'cut' | 'freeze' };
  'mail-heads': Record<string, never>;
  'make-bundle': { roundId: string };
  'forget-pseudonyms': Record<string, never>;
  'erase-stragglers': { roundId: string; pseudonymId: string };
  'lapse-holds': Record<string, never>;
  'forget-lapsed-orders': Record<string, never>;
  'make-packet': { printOrderId: string };
  'write-letters': { roundId: string };
  'check-letters': Record<string, never>;
  'check-ledger': Record<string, never>;
  'send-mail': Record<string, never>;
  'forget-mails': Record<string, never>;
  'forget-asked-addresses': Record<string, never>;
  'forget-sessions': Record<string, never>;
  'ask-recommendations': Record<string, never>;
}

export type JobName = keyof Jobs;

export interface EnqueueOptions {
  /** One waiting job a key: a second one replaces it. */
  readonly key?: string;
  /** Smaller runs first; 0 by default. */
  readonly priority?: number;
  readonly maxAttempts?: number;
  readonly runAt?: Date;
}

export async function installQueue(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
}

/** Enqueues a job in the caller's transaction: it exists when the transaction commits, and not otherwise. */
export async function enqueue<N extends JobName>(
  trx: Transaction<DB> | Kysely<DB>,
  name: N,
  payload: Jobs[N],
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${name}, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? 12}::int,
    job_key => ${options.key ?? null}::text,
    priority => ${options.priority ?? 0}::int)`.execute(trx);
}

/** What became of the job of that key: `ended` when it ran or never was, `dead` when its last attempt failed. */
export async function stateOfJob(db: Kysely<DB>, key: string): Promise<'waiting' | 'dead' | 'ended'> {
  const { rows } = await sql<{ alive: boolean }>`
    select attempts < max_attempts or locked_at is not null as alive from graphile_worker.jobs where key = ${key}
  `.execute(db);
  return rows[0] ? (rows[0].alive ? 'waiting' : 'dead') : 'ended';
}
