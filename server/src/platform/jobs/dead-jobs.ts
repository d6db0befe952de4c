import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';

/**
 * Gives the jobs that failed for good all their attempts again. Mails have a desk of their own. Gives the names of what
 * is tried again, one a job.
 */
export async function retryDeadJobs(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select task_identifier as name from graphile_worker.reschedule_jobs(
      array(select id from graphile_worker.jobs
        where attempts >= max_attempts and locked_at is null and task_identifier <> 'send-mail'),
      run_at => now(), attempts => 0
    ) as again join graphile_worker.jobs using (id)`.execute(trx);
  return rows.map((row) => row.name);
}
