import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

/** A column that holds sealed values; each is bound to its row by its context. */
export interface SealedColumn {
  readonly table: 'bounties' | 'payouts' | 'iban_changes';
  readonly column: string;
  readonly contextOf: (id: string) => string;
}

/** Every sealed column there is: a test looks for others. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'bounties', column: 'iban_sealed', contextOf: (id) => `bounty:${id}:iban` },
  { table: 'bounties', column: 'social_security_sealed', contextOf: (id) => `bounty:${id}:social-security` },
  { table: 'iban_changes', column: 'iban_sealed', contextOf: (id) => `iban-change:${id}:iban` },
  { table: 'payouts', column: 'file_sealed', contextOf: (id) => `payout:${id}:file` },
];

export interface SealedRow {
  readonly id: string;
  readonly sealed: Buffer;
}

/** Values that do not begin with the mark of the key in use, in the order of their ids; held until the end. */
export async function lockOldSeals(
  trx: Trx,
  { table, column }: SealedColumn,
  page: { mark: Buffer; after: string | null; limit: number },
): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select id, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where ${sql.ref(column)} is not null and substring(${sql.ref(column)} from 1 for ${page.mark.length}::int) <> ${page.mark}
      and (${page.after}::uuid is null or id > ${page.after}::uuid)
    order by id limit ${page.limit}::int for no key update`.execute(trx);
  return rows;
}

/** Puts another seal on the same value. */
export async function replaceSeal(trx: Trx, { table, column }: SealedColumn, { id, sealed }: SealedRow): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealed} where id = ${id}`.execute(trx);
}

/** How many values are sealed, and how many of them not under the key of this mark, in one snapshot. */
export async function countSeals(db: Database | Trx, mark: Buffer): Promise<{ all: number; old: number }> {
  const each = sealedColumns.map(
    ({ table, column }) => sql`select ${sql.ref(column)} as sealed from ${sql.table(table)}`,
  );
  const { rows } = await sql<{ all: number; old: number }>`
    select count(*) as all, count(*) filter (where substring(sealed from 1 for ${mark.length}::int) <> ${mark}) as old
    from (${sql.join(each, sql` union all `)}) every where sealed is not null`.execute(db);
  return rows[0]!;
}
