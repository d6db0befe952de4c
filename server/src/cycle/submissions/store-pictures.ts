import type { Deps } from '../../deps.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Derivative } from '../../platform/images/images.ts';
import type { NewPicture } from './artworks.sql.ts';

/** 96 bits are enough for no two pictures to share them. A gallery names a hundred pictures, and no hash can be packed. */
const NAME_DIGITS = 24;

/** Keeps each picture under the beginning of the hash of its bytes. Gives the rows that make them an artwork's. */
export async function storePictures(
  deps: Deps,
  artworkId: string,
  derivatives: readonly Derivative[],
): Promise<NewPicture[]> {
  const rows: NewPicture[] = [];
  for (const { kind, format, width, height, body } of derivatives) {
    const name = `${sha256(body).toString('hex', 0, NAME_DIGITS / 2)}.${format}`;
    // Written again where it is there: its age is what keeps the sweep off.
    await deps.storage.write(`pictures/${name}`, body);
    rows.push({ artwork_id: artworkId, kind, format, width, height, bytes: body.length, name });
  }
  return rows;
}
