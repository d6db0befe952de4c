import type { Deps } from '../../deps.ts';
import { listKnownFiles } from './artworks.sql.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/**
 * The job: removes what is under temp/ for a day, and originals and pictures of that age that no row knows: what is left
 * of an upload or a rendering whose process died between the file and its row.
 */
export async function sweepStorage(deps: Deps, now = Date.now()): Promise<void> {
  const { storage } = deps;
  let removed = 0;
  const isOld = (file: { modifiedAt: Date }) => now - file.modifiedAt.getTime() > DAY_MS;
  for await (const file of storage.list('temp/')) {
    if (!isOld(file)) continue;
    await storage.remove(file.key);
    removed += 1;
  }
  for (const folder of ['originals/', 'pictures/']) {
    let keys: string[] = [];
    const removeUnknown = async () => {
      const known = await listKnownFiles(deps.db, keys);
      for (const key of keys.filter((one) => !known.has(one))) {
        await storage.remove(key);
        removed += 1;
      }
      keys = [];
    };
    for await (const file of storage.list(folder)) {
      if (isOld(file)) keys.push(file.key);
      if (keys.length === BATCH) await removeUnknown();
    }
    await removeUnknown();
  }
  if (removed > 0) deps.log.info({ removed }, 'swept files that nothing needs');
}
