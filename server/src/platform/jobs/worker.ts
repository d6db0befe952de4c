import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { Logger, parseCrontab, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import type { Deps } from '../../deps.ts';
import type { JobName, Jobs } from './queue.ts';

/** What a handler may know of this run. */
export interface JobRun {
  /** When it fails now, it is not tried again. */
  readonly isLastAttempt: boolean;
}

export type JobHandlers = {
  readonly [N in JobName]: (deps: Deps, payload: Jobs[N], run: JobRun) => Promise<unknown>;
};

// Every minute, also after a night of downtime: each job looks for what is due, not at the hour.
const crontab = `
* * * * * advance-due-rounds ?max=3&jobKey=advance-due-rounds
* * * * * send-mail ?max=3&jobKey=send-mail&priority=-5
* * * * * lapse-holds ?max=3&jobKey=lapse-holds
*/10 * * * * expire-deals ?max=3&jobKey=expire-deals
*/10 * * * * sign-heads ?max=3&jobKey=sign-heads
12 * * * * mail-heads ?max=3&jobKey=mail-heads
23 4 * * * forget-pseudonyms ?max=3&jobKey=forget-pseudonyms
33 4 * * * forget-lapsed-orders ?max=3&jobKey=forget-lapsed-orders
43 4 * * * forget-mails ?max=3&jobKey=forget-mails
53 * * * * forget-asked-addresses ?max=3&jobKey=forget-asked-addresses
3 5 * * * forget-sessions ?max=3&jobKey=forget-sessions
*/10 * * * * find-clusters ?max=3&jobKey=find-clusters
*/10 * * * * resume-checks ?max=3&jobKey=resume-checks
*/20 * * * * check-ledger ?max=3&jobKey=check-ledger
41 3 * * * sweep-storage ?max=3&jobKey=sweep-storage
*/10 * * * * trace-likenesses ?max=3&jobKey=trace-likenesses
*/10 * * * * check-letters ?max=3&jobKey=check-letters
17 * * * * ask-recommendations ?max=3&jobKey=ask-recommendations
`;

/** Each worker process holds this lock shared; who can have it alone knows that no other lives. */
const WORKERS_LOCK = 727_001;

/**
 * What came of jobs is written down in batches, if only of one. Such a writing is tried again while the database is
 * away, and waited for. Outside a batch it is neither: it takes the whole process with it when the database falls, and
 * the last job is still locked when a run has ended.
 */
const inBatches = { completeJobBatchDelay: 0, failJobBatchDelay: 0 } as const;

/** How long the database is left in peace between two tries to begin. */
const RETRY_MS = 1000;
/** For what a runner that has fallen may still write down about its jobs. */
const LAST_WORDS_MS = 2000;

export interface Worker {
  stop(): Promise<void>;
}

/**
 * Does jobs until it is told to stop. When the database falls, the library shuts its runner down by itself, sometimes
 * without ever coming to an end, and in this process no job would be done any more: a new runner takes over.
 */
export async function startWorker(deps: Deps, pool: Pool, handlers: JobHandlers): Promise<Worker> {
  let isStopping = false;
  let shift = await beginShift(deps, pool, handlers);
  const keep = async (): Promise<void> => {
    while (!isStopping) {
      await endOf(shift.runner);
      if (isStopping) return;
      deps.log.warn('the jobs came to a stop by themselves, and begin again');
      await Promise.race([shift.runner.kill().catch(() => {}), sleep(LAST_WORDS_MS)]);
      shift.presence.release(true);
      const next = await untilItBegins(
        deps.log,
        () => isStopping,
        () => beginShift(deps, pool, handlers),
      );
      if (!next) return;
      shift = next;
    }
  };
  const keeping = keep();
  return {
    async stop() {
      isStopping = true;
      // One that has ended by itself refuses to be ended.
      await shift.runner.stop().catch(() => {});
      await keeping;
      shift.presence.release(true);
    },
  };
}

/** When the runner ends or begins to, whoever asked for it. */
function endOf({ promise, events }: Runner): Promise<void> {
  return new Promise((ended) => {
    promise.then(ended, () => ended());
    events.once('pool:gracefulShutdown', () => ended());
  });
}

interface Shift {
  readonly runner: Runner;
  readonly presence: PoolClient;
}

async function beginShift(deps: Deps, pool: Pool, handlers: JobHandlers): Promise<Shift> {
  const presence = await announce(pool, deps.log);
  try {
    const runner = await run({
      pgPool: pool,
      taskList: tasks(deps, handlers),
      parsedCronItems: parseCrontab(crontab.trim()),
      concurrency: deps.config.workerConcurrency,
      noHandleSignals: true,
      pollInterval: 1000,
      logger: workerLogger(deps.log),
      preset: { worker: inBatches },
    });
    return { runner, presence };
  } catch (error) {
    presence.release(true);
    throw error;
  }
}

/** Until it succeeds, or nobody wants it any more. */
async function untilItBegins<T>(
  log: FastifyBaseLogger,
  isOver: () => boolean,
  begin: () => Promise<T>,
): Promise<T | null> {
  while (!isOver()) {
    try {
      return await begin();
    } catch (error) {
      log.warn({ err: error }, 'the jobs cannot begin yet');
      await sleep(RETRY_MS);
    }
  }
  return null;
}

/** Runs every job that is due until none is left, in this process; throws the first error of a job. For seed and tests. */
export async function runDueJobs(deps: Deps, pool: Pool, handlers: JobHandlers): Promise<void> {
  const errors: unknown[] = [];
  const taskList = tasks(deps, handlers, (error) => errors.push(error));
  const concurrency = Math.max(1, deps.config.workerConcurrency);
  await runOnce({
    pgPool: pool,
    taskList,
    noHandleSignals: true,
    concurrency,
    logger: workerLogger(deps.log),
    preset: { worker: inBatches },
  });
  if (errors.length > 0) throw errors[0];
}

function tasks(deps: Deps, handlers: JobHandlers, onError: (error: unknown) => void = () => {}): TaskList {
  const taskList: TaskList = {};
  for (const [name, handler] of Object.entries(handlers)) {
    taskList[name] = async (payload, { job }) => {
      try {
        const run = { isLastAttempt: job.attempts >= job.max_attempts };
        await (handler as (deps: Deps, payload: unknown, run: JobRun) => Promise<unknown>)(deps, payload, run);
      } catch (error) {
        onError(error);
        throw error;
      }
    };
  }
  return taskList;
}

/** After a kill -9 jobs stay locked for hours: when no other worker lives, nobody holds them. */
async function announce(pool: Pool, log: FastifyBaseLogger): Promise<PoolClient> {
  const client = await pool.connect();
  try {
    await takePlace(client, log);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function takePlace(client: PoolClient, log: FastifyBaseLogger): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${WORKERS_LOCK}) as alone`);
  if (rows[0]?.alone) {
    const freed = await client.query(
      `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
       from graphile_worker.jobs where locked_by is not null having count(*) > 0`,
    );
    if (freed.rowCount) log.info('took over the jobs of a worker that died');
  }
  await client.query(`select pg_advisory_lock_shared(${WORKERS_LOCK})`);
  if (rows[0]?.alone) await client.query(`select pg_advisory_unlock(${WORKERS_LOCK})`);
}

function workerLogger(log: FastifyBaseLogger): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
