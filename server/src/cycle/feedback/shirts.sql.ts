import type { Database } from '../../platform/db/database.ts';

/** The file of the shirt that every program can show. */
export async function findShirt(db: Database, designId: string): Promise<string | null> {
  const row = await db
    .selectFrom('designs')
    .innerJoin('pictures', 'pictures.artwork_id', 'designs.artwork_id')
    .select('pictures.name')
    .where('designs.id', '=', designId)
    .where('pictures.kind', '=', 'shirt')
    .where('pictures.format', '=', 'jpeg')
    .executeTakeFirst();
  return row?.name ?? null;
}
