import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { DataCopies } from '../../platform/db/schema.ts';

export type CopyRow = Selectable<DataCopies> & { readonly fetchable_until: Date };

/** Long enough to begin a download again, and too short for a copy to be left lying about. */
const FETCH_MINUTES = 15;

export async function insertCopy(trx: Trx, memberId: string, locale: 'fr' | 'en'): Promise<CopyRow> {
  const { rows } = await sql<CopyRow>`
    insert into data_copies (member_id, locale) values (${memberId}, ${locale})
    returning *, asked_at + make_interval(mins => ${FETCH_MINUTES}::int) as fetchable_until`.execute(trx);
  return rows[0]!;
}

export async function countCopiesOfDay(trx: Trx, memberId: string): Promise<number> {
  const { rows } = await sql<{ copies: number }>`
    select count(*) as copies from data_copies
    where member_id = ${memberId} and asked_at > clock_timestamp() - interval '1 day'`.execute(trx);
  return rows[0]!.copies;
}

/** Only its owner has it. */
export async function findCopy(
  db: Database,
  id: string,
  memberId: string,
): Promise<(CopyRow & { readonly fetchable: boolean }) | undefined> {
  const { rows } = await sql<CopyRow & { fetchable: boolean }>`
    select *, until as fetchable_until, until > clock_timestamp() as fetchable
    from data_copies, lateral (select asked_at + make_interval(mins => ${FETCH_MINUTES}::int) as until) as soon
    where id = ${id} and member_id = ${memberId}`.execute(db);
  return rows[0];
}
