import type { Deps } from '../../deps.ts';
import { enqueue, stateOfJob } from '../../platform/jobs/queue.ts';
import { findArtwork, listUnfinished } from './artworks.sql.ts';
import { refuseUncheckable } from './check-artwork.job.ts';
import { checkKey, enqueueCheck } from './enqueue-check.ts';
import { RENDER_ATTEMPTS, refuseUndrawable, renderKey } from './render-pictures.job.ts';

/**
 * The job: no artwork stays half done. One whose job died with its process on the last attempt is refused; one whose
 * job is gone gets another.
 */
export async function resumeChecks(deps: Deps): Promise<void> {
  for (const { artwork_id: artworkId, checked } of await listUnfinished(deps.db)) {
    const key = checked ? renderKey(artworkId) : checkKey(artworkId);
    const state = await stateOfJob(deps.db, key);
    if (state === 'waiting') continue;
    if (state === 'dead') {
      const artwork = await findArtwork(deps.db, artworkId);
      if (!checked) await refuseUncheckable(deps, artworkId);
      else if (artwork) await refuseUndrawable(deps, artwork);
    } else if (checked) {
      await enqueue(deps.db, 'render-pictures', { artworkId }, { key, maxAttempts: RENDER_ATTEMPTS });
    } else {
      await enqueueCheck(deps.db, artworkId);
    }
  }
}
