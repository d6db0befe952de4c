import type { Deps } from '../../deps.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Derivative } from '../../platform/images/images.ts';
import type { NewPicture } from './artworks.sql.ts';

/** Keeps each picture under the hash of its bytes. Gives the rows that make them an artwork's. */
export async function storePictures(
  deps: Deps,
  artworkId: string,
  derivatives: readonly Derivative[],
): Promise<NewPicture[]> {
  const rows: NewPicture[] = [];
  for (const { kind, format, width, height, body } of derivatives) {
    const name = `${sha256(body).toString('hex')}.${format}`;
    // Written again where it is there: its age is what keeps the sweep off.
    await deps.storage.write(`pictures/${name}`, body);
    rows.push({ artwork_id: artworkId, kind, format, width, height, bytes: body.length, name });
  }
  return rows;
}
