import { canBeTaken, type Finding } from '@fraisier/shared/cycle/artwork-rules.ts';
import {
  isSamePlacement,
  keptPlacement,
  type Placement,
  placementIn,
  reasonsNotToPlaceAt,
} from '@fraisier/shared/cycle/placement.ts';
import { type DesignState, reasonsNotToPlace } from '@fraisier/shared/cycle/submission-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { type ArtworkRow, findArtwork, putPlacement } from './artworks.sql.ts';
import { assertNone } from './assert-none.ts';
import { enqueueCheck } from './enqueue-check.ts';
import { lockDesignInRound } from './lock-design.ts';
import { chosenPlacement, roundArea } from './print-limits.ts';
import { markChecking } from './submissions.sql.ts';

/**
 * Its designer moves the picture in the print area, or has it printed smaller. Lines, margins and finesse are another
 * matter at another size: it is checked anew, and drawn anew on its shirt. The same again changes nothing.
 */
export async function placeArtwork(
  deps: Deps,
  { designId, member, placement }: { designId: string; member: { readonly id: string }; placement: Placement },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { design, round, late } = await lockDesignInRound(trx, designId, 'share');
    const artwork = design.artwork_id === null ? undefined : await findArtwork(trx, design.artwork_id);
    if (!artwork) throw new Problem('not_found');
    assertNone(
      reasonsNotToPlace({
        phase: round.phase,
        late,
        state: design.state as DesignState,
        isOwner: design.designer_id === member.id,
        isUnprintable: isUnprintable(artwork),
      }),
    );
    const area = roundArea(round);
    assertNone(reasonsNotToPlaceAt(area, artwork, placement));
    if (isSamePlacement(placementIn(area, artwork, chosenPlacement(artwork)), placement)) return;
    await putPlacement(trx, artwork.id, keptPlacement(area, artwork, placement));
    await markChecking(trx, designId);
    await enqueueCheck(trx, artwork.id, 1);
  });
}

/** As its last check found: it was not read to its end, or cannot be printed. */
export function isUnprintable({ checked_at, findings }: Pick<ArtworkRow, 'checked_at' | 'findings'>): boolean {
  const found = (findings ?? []) as Finding[];
  return checked_at !== null && (found.length === 0 || !canBeTaken(found));
}
