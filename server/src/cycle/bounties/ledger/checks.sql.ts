import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';
import type { LedgerChecks } from '../../../platform/db/schema.ts';

export type CheckRow = Selectable<LedgerChecks> & { readonly asked_by_name: string | null };

/** Gives the id; null when this night was checked already. */
export async function insertCheck(
  trx: Trx,
  check: {
    night: string | null;
    asked_by: string | null;
    rules: string;
    findings: string;
    findings_count: number;
  },
): Promise<string | null> {
  const row = await trx
    .insertInto('ledger_checks')
    .values(check)
    .onConflict((conflict) => conflict.column('night').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

function selectChecks(db: Database | Trx) {
  return db
    .selectFrom('ledger_checks')
    .leftJoin('members', 'members.id', 'ledger_checks.asked_by')
    .selectAll('ledger_checks')
    .select('members.name as asked_by_name');
}

export function listChecks(db: Database, page: { cursor?: string | undefined; limit: number }): Promise<CheckRow[]> {
  let query = selectChecks(db)
    .orderBy('ledger_checks.id', 'desc')
    .limit(page.limit + 1);
  if (page.cursor) query = query.where('ledger_checks.id', '<', page.cursor);
  return query.execute();
}

export function findCheck(db: Database, id: string): Promise<CheckRow> {
  return selectChecks(db).where('ledger_checks.id', '=', id).executeTakeFirstOrThrow();
}

/** The night that is to be checked: today by the shop's calendar once it is three o'clock, if it was not yet. */
export async function findNightDue(db: Database): Promise<string | null> {
  const { rows } = await sql<{ night: string }>`
    with here as (select shop_now() at time zone time_zone as now from shop_settings)
    select to_char(here.now, 'YYYY-MM-DD') as night from here
    where extract(hour from here.now) >= 3
      and not exists (select from ledger_checks where ledger_checks.night = here.now::date)`.execute(db);
  return rows[0]?.night ?? null;
}

export function listAdmins(db: Database | Trx) {
  return db
    .selectFrom('members')
    .select(['id', 'email', 'name', 'locale'])
    .where('role', '=', 'admin')
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
}
