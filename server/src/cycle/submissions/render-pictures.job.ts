import { isSamePlacement } from '@fraisier/shared/cycle/placement.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { type Derivative, ImageWorkerError, type OnShirt } from '../../platform/images/images.ts';
import type { JobRun } from '../../platform/jobs/worker.ts';
import { type ArtworkRow, findArtwork, hasPictures, insertPictures, type NewPicture } from './artworks.sql.ts';
import { lockDesignInRound } from './lock-design.ts';
import { artworkOnShirt } from './on-shirt.ts';
import { artworkPlacement, roundArea } from './print-limits.ts';
import { writeRefusal } from './refuse-design.ts';
import { storePictures } from './store-pictures.ts';
import { orTryLater } from './try-later.ts';

/** The name of the job that makes the pictures of an artwork. */
export const renderKey = (artworkId: string) => `render-pictures/${artworkId}`;
export const RENDER_ATTEMPTS = 3;

/**
 * The job: makes the pictures that the shop shows, stores each under the hash of its bytes, and writes their rows. What
 * cannot be drawn at the last attempt is refused while the round still collects. Again changes nothing.
 */
export async function renderPictures(
  deps: Deps,
  { artworkId }: { artworkId: string },
  run: JobRun = { isLastAttempt: false },
): Promise<void> {
  const options = { key: renderKey(artworkId), maxAttempts: RENDER_ATTEMPTS };
  await orTryLater(deps, { name: 'render-pictures', payload: { artworkId }, options }, () =>
    render(deps, artworkId, run),
  );
}

async function render(deps: Deps, artworkId: string, run: JobRun): Promise<void> {
  const artwork = await findArtwork(deps.db, artworkId);
  if (!artwork || (await hasPictures(deps.db, artworkId))) return;
  try {
    // Once more where the picture was moved, or its design has gone to a round with another area, meanwhile.
    for (let drawn = artwork; ; ) {
      const on = await artworkOnShirt(deps.db, drawn);
      const pictures = await storePictures(deps, artworkId, await derive(deps, drawn, on));
      if (await keep(deps, drawn, on, pictures)) return;
      drawn = (await findArtwork(deps.db, artworkId)) ?? drawn;
    }
  } catch (error) {
    const isOfTheFile =
      error instanceof ImageWorkerError || (error instanceof Problem && error.code === 'image_broken');
    if (!isOfTheFile || !run.isLastAttempt) throw error;
    deps.log.warn({ artwork: artworkId, why: (error as Error).message }, 'an artwork could not be drawn');
    await refuseUndrawable(deps, artwork);
  }
}

/** The end of an artwork whose pictures cannot be made. Once it is voted on, nobody takes it out: the log tells. */
export async function refuseUndrawable(deps: Deps, artwork: ArtworkRow): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { design, round } = await lockDesignInRound(trx, artwork.design_id, 'share');
    if (design.artwork_id !== artwork.id || round.phase !== 'collecting') return;
    if (design.state !== 'checked' && design.state !== 'admitted') return;
    await writeRefusal(trx, deps.config, { design, round, refusal: { reasons: ['image_broken'] }, actorId: null });
  });
}

/** False, with nothing written, when it was drawn for another place than that where it stands now. */
async function keep(
  deps: Deps,
  artwork: ArtworkRow,
  { printArea, placement }: OnShirt,
  pictures: readonly NewPicture[],
): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const { round } = await lockDesignInRound(trx, artwork.design_id, 'share');
    const now = await findArtwork(trx, artwork.id);
    const area = roundArea(round);
    const isSame =
      now !== undefined &&
      isSamePlacement(artworkPlacement(now, area), placement ?? null) &&
      area.widthMm === printArea.widthMm &&
      area.heightMm === printArea.heightMm;
    if (isSame) await insertPictures(trx, pictures);
    return isSame;
  });
}

function derive(deps: Deps, artwork: ArtworkRow, on: OnShirt): Promise<Derivative[]> {
  return deps.storage.withLocalFile(artwork.storage_key, (path) => deps.images.derive(path, on));
}
