import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';

/** Rounds that anyone may look at, newest first. */
export async function listSharedRounds(db: Database): Promise<{ slug: string; counted: boolean }[]> {
  const { rows } = await sql<{ slug: string; counted: boolean }>`
    select slug, phase in ('counted', 'decided') as counted from rounds
    where phase <> 'planned' order by slug desc limit 1200`.execute(db);
  return rows;
}

export async function listSharedRuns(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('runs').select('slug').orderBy('id', 'desc').limit(5000).execute();
  return rows.map((row) => row.slug);
}

export async function countSharedDesigns(db: Database): Promise<number> {
  const row = await db
    .selectFrom('designs')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'admitted')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Admitted designs, oldest first: a map that is full stays as it is. */
export async function listSharedDesigns(db: Database, page: { limit: number; offset: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('designs')
    .select('id')
    .where('state', '=', 'admitted')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => row.id);
}
