import type { PrintMeasure } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import { type ArtworkLimits, limitsOf } from '@fraisier/shared/cycle/artwork-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { printPromiseView } from '../../platform/settings/settings.view.ts';
import { findRoundById, type RoundRow } from '../rounds/find-round.ts';
import { findDesign } from './submissions.sql.ts';

/** What the round promised of its prints, as the rules of artwork take it. */
export function roundLimits(round: RoundRow): ArtworkLimits {
  return limitsOf({ maxInks: round.max_inks, print: printPromiseView(round) });
}

/** What a picture is measured against in that round. */
export function roundPrint(round: RoundRow): PrintMeasure {
  const { leastLineMm, safeMarginMm } = roundLimits(round);
  return {
    printArea: { widthMm: round.print_width_mm, heightMm: round.print_height_mm },
    leastLineMm,
    safeMarginMm,
  };
}

export function isSamePrint(one: PrintMeasure, other: PrintMeasure): boolean {
  return (
    one.leastLineMm === other.leastLineMm &&
    one.safeMarginMm === other.safeMarginMm &&
    one.printArea.widthMm === other.printArea.widthMm &&
    one.printArea.heightMm === other.printArea.heightMm
  );
}

/** Of the round in which a design stands at this moment; it may still move to the next one. */
export async function designPrint(db: Database | Trx, designId: string): Promise<PrintMeasure> {
  const design = await findDesign(db, designId);
  if (!design) throw new Problem('not_found');
  return roundPrint(await findRoundById(db, design.round_id));
}
