import type { Database, Trx } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/queue.ts';

/** The name of the job that looks at an artwork. */
export const checkKey = (artworkId: string) => `check-artwork/${artworkId}`;
/** A file that brings its process down three times is refused. */
export const CHECK_ATTEMPTS = 3;

/** Has an artwork looked at; of a higher priority, later. */
export function enqueueCheck(db: Database | Trx, artworkId: string, priority = 0): Promise<void> {
  const options = { key: checkKey(artworkId), maxAttempts: CHECK_ATTEMPTS, priority };
  return enqueue(db, 'check-artwork', { artworkId }, options);
}
