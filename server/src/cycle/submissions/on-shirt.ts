import { fabrics, isFabricId } from '@fraisier/shared/cycle/garments.ts';
import type { Database } from '../../platform/db/database.ts';
import type { OnShirt } from '../../platform/images/images.ts';
import { findRoundById } from '../rounds/find-round.ts';
import { type ArtworkRow, findArtwork } from './artworks.sql.ts';
import { artworkPlacement, roundArea } from './print-limits.ts';
import { findDesign } from './submissions.sql.ts';

/** What an artwork is laid on, and where: every picture of it on cotton is drawn from this. */
export async function artworkOnShirt(db: Database, artwork: ArtworkRow): Promise<OnShirt> {
  const design = await findDesign(db, artwork.design_id);
  if (!design || !isFabricId(design.fabric)) throw new Error(`artwork ${artwork.id} has no design or no fabric`);
  const printArea = roundArea(await findRoundById(db, design.round_id));
  return { fabric: fabrics[design.fabric], printArea, placement: artworkPlacement(artwork, printArea) };
}

/** The same, of the current artwork of a design. */
export async function designOnShirt(db: Database, designId: string): Promise<OnShirt> {
  const design = await findDesign(db, designId);
  const artwork = design?.artwork_id ? await findArtwork(db, design.artwork_id) : undefined;
  if (!artwork) throw new Error(`design ${designId} has no artwork`);
  return artworkOnShirt(db, artwork);
}
