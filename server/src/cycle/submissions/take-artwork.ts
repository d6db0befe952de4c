import { ARTWORK_LIMITS } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { Placement } from '@fraisier/shared/cycle/placement.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { ImageFacts } from '../../platform/images/images.ts';
import { countUnchecked, insertArtwork, newArtworkId, originalKey, placementColumns } from './artworks.sql.ts';
import { enqueueCheck } from './enqueue-check.ts';
import { putArtwork } from './submissions.sql.ts';

/** The lowest priority of a check, of somebody who has sent so many others before it. */
const LAST_IN_LINE = 10;

export interface TakenArtwork {
  readonly id: string;
  readonly file: UploadedFile;
  readonly facts: ImageFacts;
}

/**
 * Looks at the header of an uploaded file, moves it from temporary storage to its place, and lets `use` write its rows.
 * When anything refuses it, no file is left; if the process dies in between, the sweep takes it.
 */
export async function withTakenArtwork<T>(
  deps: Deps,
  file: UploadedFile,
  use: (artwork: TakenArtwork) => Promise<T>,
): Promise<T> {
  const { storage, images } = deps;
  const id = await newArtworkId(deps.db);
  try {
    const facts = await storage.withLocalFile(file.key, (path) => images.inspect(path));
    refuseTooSmall(facts);
    // Before the transaction: on an S3 server this is a copy, and nobody should wait for it with a round in hand.
    await storage.promote(file.key, originalKey(id));
    return await use({ id, file, facts });
  } catch (error) {
    // What cannot be removed now is the sweep's; the answer says what was wrong first.
    await storage.remove(file.key).catch(() => {});
    // A refusal rolled its rows back. Of a connection lost at the commit nobody knows: the sweep asks the rows.
    if (error instanceof Problem) await storage.remove(originalKey(id)).catch(() => {});
    throw error;
  }
}

/** Writes the artwork as its design's current one, and has it checked after the commit. The caller holds the design. */
export async function putTakenArtwork(
  trx: Trx,
  { designId, memberId, placement }: { designId: string; memberId: string; placement: Placement | null },
  { id, file, facts }: TakenArtwork,
): Promise<void> {
  // Who sends many files at once is not looked at before those who send one.
  const before = await countUnchecked(trx, memberId);
  await insertArtwork(trx, {
    id,
    design_id: designId,
    storage_key: originalKey(id),
    sha256: file.sha256,
    bytes: file.bytes,
    file_name: file.fileName,
    format: facts.format,
    width: facts.width,
    height: facts.height,
    ...placementColumns(placement),
  });
  await putArtwork(trx, designId, id);
  await enqueueCheck(trx, id, Math.min(before, LAST_IN_LINE));
}

/** What the header tells of a file that cannot be printed is told at once; everything else is the job's. */
function refuseTooSmall({ width, height }: ImageFacts): void {
  const least = ARTWORK_LIMITS.minSidePx;
  if (Math.min(width, height) >= least) return;
  throw new Problem('image_too_small', {
    reasons: [{ code: 'too_small', field: 'artwork', detail: `${width}×${height}/${least}` }],
  });
}
