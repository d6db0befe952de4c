import type { PrintMeasure } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import { type ArtworkLimits, limitsOf, type PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { isSamePlacement, type Placement, placementIn } from '@fraisier/shared/cycle/placement.ts';
import { printPromiseView } from '../../platform/settings/settings.view.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import type { ArtworkRow } from './artworks.sql.ts';

/** What the round promised of its prints, as the rules of artwork take it. */
export function roundLimits(round: RoundRow): ArtworkLimits {
  return limitsOf({ maxInks: round.max_inks, print: printPromiseView(round) });
}

export function roundArea(round: Pick<RoundRow, 'print_width_mm' | 'print_height_mm'>): PrintArea {
  return { widthMm: round.print_width_mm, heightMm: round.print_height_mm };
}

/** Where a designer put the picture; null where nobody did. */
export function chosenPlacement(
  row: Pick<ArtworkRow, 'place_from_centre_mm' | 'place_top_mm' | 'place_width_mm'>,
): Placement | null {
  const { place_from_centre_mm: fromCentreMm, place_top_mm: topMm, place_width_mm: widthMm } = row;
  if (fromCentreMm === null || topMm === null || widthMm === null) return null;
  return { fromCentreMm, topMm, widthMm };
}

/** The same, as far as the round's print area takes it. */
export function artworkPlacement(artwork: ArtworkRow, area: PrintArea): Placement | null {
  const chosen = chosenPlacement(artwork);
  return chosen && placementIn(area, artwork, chosen);
}

/** What a picture is measured against in that round. */
export function artworkPrint(artwork: ArtworkRow, round: RoundRow): PrintMeasure {
  const { leastLineMm, safeMarginMm } = roundLimits(round);
  const printArea = roundArea(round);
  return { printArea, placement: artworkPlacement(artwork, printArea), leastLineMm, safeMarginMm };
}

export function isSamePrint(one: PrintMeasure, other: PrintMeasure): boolean {
  return (
    isSamePlacement(one.placement ?? null, other.placement ?? null) &&
    one.leastLineMm === other.leastLineMm &&
    one.safeMarginMm === other.safeMarginMm &&
    one.printArea.widthMm === other.printArea.widthMm &&
    one.printArea.heightMm === other.printArea.heightMm
  );
}
