import type { PrintMeasure } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import { canBeTaken, type Finding, checkArtwork as findingsOf } from '@fraisier/shared/cycle/artwork-rules.ts';
import { isFabricId } from '@fraisier/shared/cycle/garments.ts';
import type { RefusalReason } from '@fraisier/shared/cycle/submission-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { ImageWorkerError, type MeasuredImage } from '../../platform/images/images.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import type { JobRun } from '../../platform/jobs/worker.ts';
import { findRoundById } from '../rounds/find-round.ts';
import { type ArtworkRow, findArtwork, writeCheck } from './artworks.sql.ts';
import { CHECK_ATTEMPTS, checkKey } from './enqueue-check.ts';
import { lockDesignInRound } from './lock-design.ts';
import { artworkPrint, isSamePrint, roundLimits } from './print-limits.ts';
import { recordLikenesses } from './record-likenesses.ts';
import { writeRefusal } from './refuse-design.ts';
import { RENDER_ATTEMPTS, renderKey } from './render-pictures.job.ts';
import { showFirst } from './show-first.ts';
import { findDesign, markChecked } from './submissions.sql.ts';
import { orTryLater } from './try-later.ts';

const refusalOf: Partial<Record<Finding['code'], RefusalReason>> = {
  format: 'not_an_image',
  too_small: 'low_resolution',
  blank: 'blank',
};

/**
 * The job: decodes the whole file and writes the pre-flight report. The design is then `checked`, or `refused` when it
 * cannot be printed; a file that brings its process down on the last attempt is refused as broken. Again changes nothing.
 */
export async function checkArtwork(
  deps: Deps,
  { artworkId }: { artworkId: string },
  run: JobRun = { isLastAttempt: false },
): Promise<void> {
  const options = { key: checkKey(artworkId), maxAttempts: CHECK_ATTEMPTS };
  await orTryLater(deps, { name: 'check-artwork', payload: { artworkId }, options }, async () => {
    // Once more where the picture was moved, or its design has gone to a round with other limits, meanwhile.
    for (let isWritten = false; !isWritten; ) {
      const artwork = await findArtwork(deps.db, artworkId);
      if (!artwork || artwork.checked_at) return;
      await showFirst(deps, artwork);
      const measured = await measure(deps, artwork, run);
      // Before the report and by itself: a search holds neither the round nor the design, and nobody decides without it.
      await deps.db.transaction().execute((trx) => recordLikenesses(trx, artwork.id, measured?.image.outline ?? null));
      isWritten = await writeReport(deps, artwork, measured);
    }
  });
}

/** The end of an artwork whose check died: nothing stays `checking` for ever. */
export async function refuseUncheckable(deps: Deps, artworkId: string): Promise<void> {
  const artwork = await findArtwork(deps.db, artworkId);
  if (artwork && !artwork.checked_at) await writeReport(deps, artwork, null);
}

interface Measured {
  readonly image: MeasuredImage;
  readonly print: PrintMeasure;
}

/** Null when the file cannot be read. */
async function measure(deps: Deps, artwork: ArtworkRow, run: JobRun): Promise<Measured | null> {
  const design = await findDesign(deps.db, artwork.design_id);
  if (!design) throw new Problem('not_found');
  const print = artworkPrint(artwork, await findRoundById(deps.db, design.round_id));
  try {
    const image = await deps.storage.withLocalFile(artwork.storage_key, (path) => deps.images.measure(path, print));
    return { image, print };
  } catch (error) {
    if (error instanceof Problem && error.code === 'image_broken') return null;
    if (error instanceof ImageWorkerError && run.isLastAttempt) {
      deps.log.warn({ artwork: artwork.id, why: error.message }, 'an artwork could not be decoded');
      return null;
    }
    throw error;
  }
}

/** False, with nothing written, when it was measured for other prints than those of its round. */
async function writeReport(deps: Deps, artwork: ArtworkRow, measured: Measured | null): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const { design, round } = await lockDesignInRound(trx, artwork.design_id, 'share');
    // Replaced or withdrawn meanwhile, or another run was first.
    if (design.artwork_id !== artwork.id || design.state !== 'checking') return true;
    if (!measured) {
      await writeCheck(trx, artwork.id, { findings: [] });
      const refusal = { reasons: ['image_broken'] };
      await writeRefusal(trx, deps.config, { design, round, refusal, actorId: null });
      return true;
    }
    const { image, print } = measured;
    const now = await findArtwork(trx, artwork.id);
    if (!now || !isSamePrint(print, artworkPrint(now, round))) return false;
    const fabric = isFabricId(design.fabric) ? design.fabric : undefined;
    const { printArea, placement } = print;
    const facts = { ...image, bytes: artwork.bytes, printArea, placement, fabric };
    const findings = findingsOf(facts, roundLimits(round));
    await writeCheck(trx, artwork.id, {
      findings,
      measures: {
        width: image.width,
        height: image.height,
        has_alpha: image.hasAlpha,
        placeholder: image.placeholder,
        inks: image.measures.inks.inks,
      },
    });
    if (!canBeTaken(findings)) {
      const refusal = { reasons: reasonsOf(findings) };
      await writeRefusal(trx, deps.config, { design, round, refusal, actorId: null });
      return true;
    }
    await markChecked(trx, design.id);
    await enqueue(
      trx,
      'render-pictures',
      { artworkId: artwork.id },
      {
        key: renderKey(artwork.id),
        priority: 2,
        maxAttempts: RENDER_ATTEMPTS,
      },
    );
    return true;
  });
}

function reasonsOf(findings: readonly Finding[]): RefusalReason[] {
  return findings
    .filter((finding) => finding.level === 'block')
    .map((finding) => refusalOf[finding.code] ?? 'not_printable');
}
