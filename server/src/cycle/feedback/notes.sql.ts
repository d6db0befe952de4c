import type { Database, Trx } from '../../platform/db/database.ts';

/** The words that may reach these designers, oldest first, by design. */
export async function approvedNotesOf(
  db: Database | Trx,
  designIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (designIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('notes')
    .select(['design_id', 'body'])
    .where('design_id', 'in', [...designIds])
    .where('state', '=', 'approved')
    .orderBy('id')
    .execute();
  const notes = new Map<string, string[]>();
  for (const { design_id, body } of rows) notes.set(design_id, [...(notes.get(design_id) ?? []), body]);
  return notes;
}
