import type { Uploaded } from '@fraisier/shared/cycle/upload-quota.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

/** What a member has uploaded in the last 24 hours, and in a round: every version of every design. */
export async function readUploaded(
  db: Database | Trx,
  roundId: string,
  memberId: string,
): Promise<{ day: Uploaded; round: Uploaded }> {
  const { rows } = await sql<{ files: number; bytes: string; day_files: number; day_bytes: string }>`
    select
      count(*) filter (where round_id = ${roundId})::int as files,
      coalesce(sum(bytes) filter (where round_id = ${roundId}), 0) as bytes,
      count(*) filter (where uploaded_at > shop_now() - interval '24 hours')::int as day_files,
      coalesce(sum(bytes) filter (where uploaded_at > shop_now() - interval '24 hours'), 0) as day_bytes
    from designs join artworks on artworks.design_id = designs.id where designer_id = ${memberId}`.execute(db);
  const row = rows[0]!;
  return {
    day: { files: row.day_files, bytes: Number(row.day_bytes) },
    round: { files: row.files, bytes: Number(row.bytes) },
  };
}
