import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { ImageWorkerError } from '../../platform/images/images.ts';
import { type ArtworkRow, hasAnyPicture, insertPictures } from './artworks.sql.ts';
import { storePictures } from './store-pictures.ts';

/**
 * A small picture for the designer who waits, before the measuring begins: of a full print it takes a fifth of a second
 * to half a second, and everything else some seconds. A file that cannot be drawn has none; the check says why.
 */
export async function showFirst(deps: Deps, artwork: ArtworkRow): Promise<void> {
  if (await hasAnyPicture(deps.db, artwork.id)) return;
  try {
    const first = await deps.storage.withLocalFile(artwork.storage_key, (path) => deps.images.deriveFirst(path));
    const rows = await storePictures(deps, artwork.id, [first]);
    await deps.db.transaction().execute((trx) => insertPictures(trx, rows));
  } catch (error) {
    const isOfTheFile =
      error instanceof ImageWorkerError || (error instanceof Problem && error.code === 'image_broken');
    if (!isOfTheFile) throw error;
  }
}
