import { placementIn } from '@fraisier/shared/cycle/placement.ts';
import { reasonsNotSeen } from '@fraisier/shared/cycle/submission-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import { findArtwork } from './artworks.sql.ts';
import { chosenPlacement, roundArea } from './print-limits.ts';
import type { DesignRow } from './submissions.sql.ts';

/** What an operator says they looked at. */
export type Seen = Parameters<typeof reasonsNotSeen>[1];

/** Who says which version of the artwork they looked at, and where it stood, decides about that one only. */
export async function assertSeen(
  trx: Trx,
  { design, round }: { design: DesignRow; round: RoundRow },
  seen: Seen | undefined,
): Promise<void> {
  if (seen === undefined || design.artwork_id === null) return;
  const artwork = await findArtwork(trx, design.artwork_id);
  if (!artwork) return;
  const placement = placementIn(roundArea(round), artwork, chosenPlacement(artwork));
  const reasons = reasonsNotSeen({ version: artwork.version, placement }, seen);
  if (reasons.length > 0) throw new Problem('design_not_reviewable', { reasons });
}
