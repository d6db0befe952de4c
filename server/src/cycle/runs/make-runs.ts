import { runSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { cutIds, sizes } from '@fraisier/shared/cycle/garments.ts';
import type { Selectable } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Rounds } from '../../platform/db/schema.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { createAuthorOrder } from '../orders/author-order.ts';
import { insertPieces } from './pieces.sql.ts';
import { findVotedArtwork, insertRun } from './runs.sql.ts';

export interface RunWinner {
  readonly designId: string;
  readonly designerId: string;
  readonly place: number;
}

export interface MadeRun {
  readonly id: string;
  readonly slug: string;
  readonly designId: string;
  readonly size: number;
}

/**
 * Makes a run for each winner of a round, numbered 1 to N, with number 1 sold to its designer. Size and price are what
 * the round promised when it opened; delivery, VAT and the most pieces per order are the shop's of today.
 */
export async function makeRuns(
  trx: Trx,
  { round, winners }: { round: Selectable<Rounds>; winners: readonly RunWinner[] },
): Promise<MadeRun[]> {
  const settings = await readSettings(trx);
  const made: MadeRun[] = [];
  // Winners who share a place are told apart by their design's id, so that a second close finds the same names.
  const ordered = winners.toSorted((a, b) => a.place - b.place || (a.designId < b.designId ? -1 : 1));
  for (const [index, winner] of ordered.entries()) {
    const artwork = await findVotedArtwork(trx, winner.designId);
    if (!artwork) throw new Error(`design ${winner.designId} has no artwork`);
    const run = await insertRun(trx, {
      slug: runSlug(round.slug, index + 1),
      round_id: round.id,
      design_id: winner.designId,
      artwork_id: artwork.artwork_id,
      artwork_sha256: artwork.sha256,
      size: round.run_size,
      piece_price_cents: round.piece_price_cents,
      shipping_cents: settings.shipping_cents,
      vat_rate_bp: settings.vat_rate_bp,
      pieces_per_order: settings.pieces_per_order,
      fabrics: [artwork.fabric],
      cuts: [...cutIds],
      sizes: [...sizes],
    });
    await insertPieces(trx, run.id, run.size);
    await createAuthorOrder(trx, { run, designerId: winner.designerId });
    made.push({ id: run.id, slug: run.slug, designId: run.design_id, size: run.size });
  }
  return made;
}
