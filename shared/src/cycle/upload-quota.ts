import type { Reason } from './reasons.ts';

/**
 * How much of the shop's storage one person may fill, every version of every design counted: nothing that was uploaded
 * is thrown away. Thirty corrections in a day are more than anybody makes; a round's share is three designs of the
 * largest size, each corrected five times.
 */
export const UPLOAD_QUOTA = {
  day: { files: 30, bytes: 600_000_000 },
  round: { files: 90, bytes: 1_200_000_000 },
  /** Uploads of one person on their way at the same moment. */
  atOnce: 5,
} as const;

export interface Uploaded {
  readonly files: number;
  readonly bytes: number;
}

export interface UploadFacts {
  /** In the 24 hours before now. */
  readonly day: Uploaded;
  /** In this round, replaced and withdrawn ones too. */
  readonly round: Uploaded;
  /** Of the file in hand; 0 before it is read. */
  readonly bytes: number;
}

export type QuotaReasonCode = 'files_of_day' | 'bytes_of_day' | 'files_of_round' | 'bytes_of_round';

/** Every reason why this person uploads nothing more for now, with what is used and what there is. */
export function reasonsNotToUpload({ day, round, bytes }: UploadFacts): Reason<QuotaReasonCode>[] {
  const reasons: Reason<QuotaReasonCode>[] = [];
  for (const [span, used] of [['day', day] as const, ['round', round] as const]) {
    const most = UPLOAD_QUOTA[span];
    if (used.files >= most.files) reasons.push({ code: `files_of_${span}`, detail: `${used.files}/${most.files}` });
    // Before the file is read, what is full is full.
    const after = used.bytes + Math.max(bytes, 1);
    if (after > most.bytes) reasons.push({ code: `bytes_of_${span}`, detail: `${after}/${most.bytes}` });
  }
  return reasons;
}
