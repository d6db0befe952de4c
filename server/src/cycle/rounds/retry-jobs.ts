import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { retryDeadJobs } from '../../platform/jobs/dead-jobs.ts';

/** Tries again what failed for good. Gives how many jobs. */
export function retryJobs(deps: Deps, actor: Pick<Member, 'id' | 'name'>): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const jobs = await retryDeadJobs(trx);
    if (jobs.length > 0) {
      await audit(trx, {
        actor,
        act: 'retry-jobs',
        subjectType: 'shop',
        subjectId: 'jobs',
        details: { jobs: [...new Set(jobs)], count: jobs.length },
      });
    }
    return jobs.length;
  });
}
