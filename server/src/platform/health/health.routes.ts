import { getHealth, getReady } from '@fraisier/shared/contracts/shop.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Routes } from '../http/route.ts';
import { canReachDatabase, canReachJobs } from './health.sql.ts';

const PATIENCE_MS = 3000;

export const healthRoutes: Routes = (route, deps) => {
  route(getHealth, async () => ({ ok: true as const }));

  route(getReady, async () => {
    const [database, storage, jobs] = await Promise.all([
      works(() => canReachDatabase(deps.db)),
      works(() => deps.storage.check()),
      works(() => canReachJobs(deps.db)),
    ]);
    const parts = { database, storage, jobs };
    const down = Object.entries(parts).flatMap(([name, ok]) => (ok ? [] : [name]));
    if (down.length > 0) {
      throw new Problem('unavailable', {
        detail: `Down: ${down.join(', ')}.`,
        reasons: down.map((name) => ({ code: 'down', field: name })),
      });
    }
    return parts;
  });
};

/** A part that does not answer in time is down, whatever it would say later. */
async function works(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), PATIENCE_MS);
  });
  return Promise.race([check(), late])
    .then(
      () => true,
      () => false,
    )
    .finally(() => clearTimeout(timer));
}
