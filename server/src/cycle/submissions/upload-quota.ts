import { reasonsNotToUpload, UPLOAD_QUOTA } from '@fraisier/shared/cycle/upload-quota.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { readUploaded } from './upload-quota.sql.ts';

/** Throws where a member has filled their share of storage, of the day or of the round; all reasons at once. */
export async function assertWithinQuota(
  db: Database | Trx,
  { roundId, memberId, bytes }: { roundId: string; memberId: string; bytes: number },
): Promise<void> {
  const reasons = reasonsNotToUpload({ ...(await readUploaded(db, roundId, memberId)), bytes });
  if (reasons.length > 0) throw new Problem('too_many_uploads', { reasons });
}

const onTheirWay = new Map<string, number>();

/** Runs an upload of a member; refuses it while as many of theirs are on their way to this process as may be. */
export async function oneOfFew<T>(memberId: string, upload: () => Promise<T>): Promise<T> {
  const now = onTheirWay.get(memberId) ?? 0;
  if (now >= UPLOAD_QUOTA.atOnce) {
    throw new Problem('too_many_uploads', {
      reasons: [{ code: 'uploads_at_once', detail: `${now}/${UPLOAD_QUOTA.atOnce}` }],
    });
  }
  onTheirWay.set(memberId, now + 1);
  try {
    return await upload();
  } finally {
    const left = onTheirWay.get(memberId)! - 1;
    if (left > 0) onTheirWay.set(memberId, left);
    else onTheirWay.delete(memberId);
  }
}
