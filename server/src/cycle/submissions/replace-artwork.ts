import { keptPlacement } from '@fraisier/shared/cycle/placement.ts';
import { type DesignState, reasonsNotToChange } from '@fraisier/shared/cycle/submission-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Database } from '../../platform/db/database.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import { findRoundById } from '../rounds/find-round.ts';
import { findArtwork } from './artworks.sql.ts';
import { assertNone } from './assert-none.ts';
import { isLate, type LockedDesign, lockDesignInRound } from './lock-design.ts';
import { chosenPlacement, roundArea } from './print-limits.ts';
import { findDesign, lockSubmitter } from './submissions.sql.ts';
import { putTakenArtwork, withTakenArtwork } from './take-artwork.ts';
import { assertWithinQuota } from './upload-quota.ts';

export interface Replacement {
  readonly designId: string;
  readonly member: { readonly id: string };
  /** In temporary storage; it is used up, whatever happens. */
  readonly file: UploadedFile;
}

/**
 * A corrected file takes the place of the old one: the design keeps its place in the round, and on the shirt as far as
 * the new file takes it, and is looked at again.
 */
export async function replaceArtwork(deps: Deps, { designId, member, file }: Replacement): Promise<void> {
  // The same call twice: this very file is there already, and a second version of it would say nothing new.
  if (await isCurrent(deps.db, designId, file)) return deps.storage.remove(file.key);
  await withTakenArtwork(deps, file, (artwork) =>
    deps.db.transaction().execute(async (trx) => {
      const locked = await lockDesignInRound(trx, designId, 'share');
      assertNone(reasons(locked, member.id));
      await lockSubmitter(trx, member.id);
      await assertWithinQuota(trx, { roundId: locked.round.id, memberId: member.id, bytes: file.bytes });
      const older = locked.design.artwork_id === null ? undefined : await findArtwork(trx, locked.design.artwork_id);
      const placement = keptPlacement(roundArea(locked.round), artwork.facts, older ? chosenPlacement(older) : null);
      await putTakenArtwork(trx, { designId, memberId: member.id, placement }, artwork);
    }),
  );
}

/** Before the file is on its way: throws when its designer cannot change this design now. */
export async function assertChangeable(db: Database, designId: string, memberId: string): Promise<void> {
  const design = await findDesign(db, designId);
  if (!design) throw new Problem('not_found');
  const round = await findRoundById(db, design.round_id);
  assertNone(reasons({ design, round, late: await isLate(db, round) }, memberId));
  await assertWithinQuota(db, { roundId: round.id, memberId, bytes: 0 });
}

function reasons({ design, round, late }: LockedDesign, memberId: string) {
  return reasonsNotToChange({
    phase: round.phase,
    late,
    state: design.state as DesignState,
    isOwner: design.designer_id === memberId,
  });
}

/** A refused file may be sent again: then somebody asks for another look. */
async function isCurrent(db: Database, designId: string, file: UploadedFile): Promise<boolean> {
  const design = await findDesign(db, designId);
  if (!design?.artwork_id || design.state === 'refused') return false;
  const artwork = await findArtwork(db, design.artwork_id);
  return artwork?.sha256.equals(file.sha256) ?? false;
}
