import type { Database } from '../../../platform/db/database.ts';

/** Rounds that take votes, in the order of the months. */
export async function listVotingRounds(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('rounds')
    .select('id')
    .where('phase', 'in', ['voting', 'final'])
    .orderBy('slug')
    .execute();
  return rows.map((row) => row.id);
}
