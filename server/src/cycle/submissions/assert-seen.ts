import { reasonsNotSeen } from '@fraisier/shared/cycle/submission-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Trx } from '../../platform/db/database.ts';
import { findArtwork } from './artworks.sql.ts';
import type { DesignRow } from './submissions.sql.ts';

/** Who says which version of the artwork they looked at decides about that one only. */
export async function assertSeen(trx: Trx, design: DesignRow, seen: number | undefined): Promise<void> {
  if (seen === undefined || design.artwork_id === null) return;
  const artwork = await findArtwork(trx, design.artwork_id);
  const reasons = artwork ? reasonsNotSeen(artwork.version, seen) : [];
  if (reasons.length > 0) throw new Problem('design_not_reviewable', { reasons });
}
