import { isFabricId } from '@fraisier/shared/cycle/garments.ts';
import { keptPlacement, placementOfText, reasonsNotToPlaceAt } from '@fraisier/shared/cycle/placement.ts';
import { reasonsNotToSubmit } from '@fraisier/shared/cycle/submission-rules.ts';
import { roundCapacity } from '@fraisier/shared/cycle/voting-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import { findRound, lockRound, type RoundRow } from '../rounds/find-round.ts';
import { assertNone } from './assert-none.ts';
import { isLate } from './lock-design.ts';
import { roundArea } from './print-limits.ts';
import { countAdmitted, countOwnDesigns, findSameFile, insertDesign, lockSubmitter } from './submissions.sql.ts';
import { putTakenArtwork, withTakenArtwork } from './take-artwork.ts';
import { assertWithinQuota } from './upload-quota.ts';

export interface SubmissionFields {
  readonly title: string;
  readonly story: string;
  readonly altText: string;
  readonly altTextEn?: string | undefined;
  readonly fabric: string;
  readonly sources: string;
  /** As the form says it: `'true'`. */
  readonly rightsDeclared?: string | undefined;
  /** A `Placement`, as the form says it. */
  readonly placement?: string | undefined;
}

export interface Submission {
  readonly round: string;
  readonly member: { readonly id: string };
  /** In temporary storage; it is used up, whatever happens. */
  readonly file: UploadedFile;
  readonly fields: SubmissionFields;
}

/** A design is handed in: it stands in its round as `checking`, and a job looks at the artwork. */
export async function submitDesign(
  deps: Deps,
  { round: slug, member, file, fields }: Submission,
): Promise<{ designId: string; artworkId: string }> {
  return withTakenArtwork(deps, file, (artwork) =>
    deps.db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, slug, 'share');
      await lockSubmitter(trx, member.id);
      await assertWithinQuota(trx, { roundId: round.id, memberId: member.id, bytes: file.bytes });
      assertNone(await reasons(trx, round, member.id, fields));
      const area = roundArea(round);
      const placement = fields.placement === undefined ? null : placementOfText(fields.placement);
      if (placement) assertNone(reasonsNotToPlaceAt(area, artwork.facts, placement));
      const same = await findSameFile(trx, round.id, member.id, file.sha256);
      if (same) throw new Problem('already_submitted', { reasons: [{ code: 'already_submitted', detail: same }] });
      const designId = await insertDesign(trx, {
        round_id: round.id,
        designer_id: member.id,
        title: fields.title.trim(),
        story: fields.story.trim(),
        alt_text: fields.altText.trim() || fields.title.trim(),
        alt_text_en: fields.altTextEn?.trim() || null,
        fabric: fields.fabric,
        sources: fields.sources.trim(),
      });
      const kept = keptPlacement(area, artwork.facts, placement);
      await putTakenArtwork(trx, { designId, memberId: member.id, placement: kept }, artwork);
      return { designId, artworkId: artwork.id };
    }),
  );
}

/** Before sixty megabytes are on their way: throws when this round does not take a design of this member now. */
export async function assertTakesDesigns(db: Database, slug: string, memberId: string): Promise<void> {
  const round = await findRound(db, slug);
  assertNone(await reasons(db, round, memberId, null));
  await assertWithinQuota(db, { roundId: round.id, memberId, bytes: 0 });
}

/** Without fields: what is known before the form is read. */
async function reasons(db: Database | Trx, round: RoundRow, memberId: string, fields: SubmissionFields | null) {
  const found = reasonsNotToSubmit({
    phase: round.phase,
    late: await isLate(db, round),
    admitted: await countAdmitted(db, round.id),
    capacity: roundCapacity(round.expected_ratings),
    own: await countOwnDesigns(db, round.id, memberId),
    rightsDeclared: fields === null || fields.rightsDeclared === 'true',
    texts: fields ?? { title: '-', story: '', altText: '', sources: '' },
  });
  if (fields && !isFabricId(fields.fabric)) return [...found, { code: 'field_missing', field: 'fabric' } as const];
  return found;
}
