import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { ImageWorkerError, type Outline } from '../../platform/images/images.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { listUntraced } from './likeness.sql.ts';
import { recordLikenesses } from './record-likenesses.ts';

/** Some ten seconds of decoding: then others have their turn. */
const BATCH = 25;

/**
 * The job: artworks that were checked before likenesses were sought get their shape, oldest first, so that each is
 * compared with all before it. Cut short it goes on where it stood; with nothing left to do it does nothing.
 */
export async function traceLikenesses(deps: Deps): Promise<void> {
  const waiting = await listUntraced(deps.db, BATCH);
  for (const artwork of waiting) {
    const outline = await readOutline(deps, artwork);
    await deps.db.transaction().execute((trx) => recordLikenesses(trx, artwork.id, outline));
  }
  if (waiting.length === BATCH) await enqueue(deps.db, 'trace-likenesses', {}, { priority: 5 });
}

/** Null for a file that was refused because nobody can read it, or that is gone: another try would find no more. */
async function readOutline(deps: Deps, artwork: { id: string; storage_key: string }): Promise<Outline | null> {
  try {
    return await deps.storage.withLocalFile(artwork.storage_key, (path) => deps.images.trace(path));
  } catch (error) {
    const isOfTheFile =
      error instanceof ImageWorkerError ||
      (error instanceof Problem && (error.code === 'image_broken' || error.code === 'not_found'));
    if (!isOfTheFile) throw error;
    deps.log.warn({ artwork: artwork.id, why: (error as Error).message }, 'an artwork has no shape to compare');
    return null;
  }
}
