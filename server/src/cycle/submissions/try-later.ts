import type { Deps } from '../../deps.ts';
import { type EnqueueOptions, enqueue, type JobName, type Jobs } from '../../platform/jobs/queue.ts';
import { isOfStorage } from '../../platform/storage/failures.ts';

const LATER_MS = 60_000;

/**
 * Does a job; where storage is full or away, the same job comes again in a minute with all its attempts. They are for
 * files that bring their process down: nobody's design is refused because the shop's disk was full for an hour.
 */
export async function orTryLater<N extends JobName>(
  deps: Deps,
  job: { name: N; payload: Jobs[N]; options: EnqueueOptions },
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isOfStorage(error)) throw error;
    deps.log.warn({ err: error, job: job.name }, 'storage cannot serve a job now: it is tried again in a minute');
    await enqueue(deps.db, job.name, job.payload, { ...job.options, runAt: new Date(Date.now() + LATER_MS) });
  }
}
