import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

/** Notes that a secret was opened, by whom and for what. */
export async function noteReading(
  trx: Trx,
  row: {
    read_by: string | null;
    subject_type: 'bounty' | 'iban-change';
    subject_id: string;
    field: string;
    purpose: string;
  },
): Promise<void> {
  await trx.insertInto('secret_readings').values(row).execute();
}

export interface ReadingRow {
  readonly id: string;
  readonly read_at: Date;
  readonly read_by: string | null;
  readonly field: string;
  readonly purpose: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly name: string | null;
}

/** Newest first, each with the round or the bank file that it is about. */
export async function listReadings(
  db: Database,
  page: { cursor?: string | undefined; limit: number },
): Promise<ReadingRow[]> {
  const { rows } = await sql<ReadingRow>`
    select r.id, r.read_at, members.name as read_by, r.field, r.purpose, r.subject_type, r.subject_id,
      coalesce(rounds.slug, payouts.message_id) as name
    from secret_readings r
    left join members on members.id = r.read_by
    left join iban_changes on r.subject_type = 'iban-change' and iban_changes.id = r.subject_id
    left join bounties on bounties.id = coalesce(iban_changes.bounty_id,
      case when r.subject_type = 'bounty' then r.subject_id end)
    left join rounds on rounds.id = bounties.round_id
    left join payouts on r.subject_type = 'payout' and payouts.id = r.subject_id
    where ${page.cursor ?? null}::uuid is null or r.id < ${page.cursor ?? null}::uuid
    order by r.id desc
    limit ${page.limit + 1}::int`.execute(db);
  return rows;
}
