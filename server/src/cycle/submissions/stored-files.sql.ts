import { type RawBuilder, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

/** Folders of the storage whose files rows know, and how these rows name them. */
const shelves = {
  'originals/': sql`select storage_key as key from artworks`,
  'pictures/': sql`select 'pictures/' || name as key from pictures`,
  'bundles/': sql`select storage_key as key from round_bundles`,
  'packets/': sql`select packet_key as key from print_orders where packet_key is not null`,
} as const satisfies Record<string, RawBuilder<unknown>>;
export type Shelf = keyof typeof shelves;
export const shelfNames = Object.keys(shelves) as Shelf[];

/** Which of these files of a folder a row knows. */
export async function listKnownFiles(db: Database, shelf: Shelf, keys: readonly string[]): Promise<Set<string>> {
  const names = keys.map((key) => key.slice('pictures/'.length));
  const { rows } =
    shelf === 'pictures/'
      ? await sql<{ key: string }>`
          select distinct 'pictures/' || name as key from pictures where name = any(${names}::text[])`.execute(db)
      : await sql<{ key: string }>`
          select key from (${shelves[shelf]}) known where key = any(${[...keys]}::text[])`.execute(db);
  return new Set(rows.map((row) => row.key));
}

/** Files that rows know, after one key and up to another, or to the end: the first so many, in order. */
export async function listFilesOfRows(
  db: Database,
  shelf: Shelf,
  { after, upTo, limit }: { after: string; upTo: string | null; limit: number },
): Promise<string[]> {
  const within = (column: RawBuilder<unknown>, from: string, to: string | null) =>
    sql`${column} > ${from} and ${to === null ? sql`true` : sql`${column} <= ${to}`} order by 1 limit ${limit}`;
  const nameOf = (key: string) => key.slice('pictures/'.length);
  const { rows } =
    shelf === 'pictures/'
      ? await sql<{ key: string }>`
          select 'pictures/' || name as key from (
            select distinct name from pictures
            where ${within(sql`name`, nameOf(after), upTo === null ? null : nameOf(upTo))}
          ) named order by 1`.execute(db)
      : await sql<{ key: string }>`
          select key from (${shelves[shelf]}) known where ${within(sql`key`, after, upTo)}`.execute(db);
  return rows.map((row) => row.key);
}

/** The artworks that show these pictures. */
export async function listShowing(db: Database, keys: readonly string[]): Promise<{ id: string; original: string }[]> {
  const { rows } = await sql<{ id: string; original: string }>`
    select distinct artworks.id, storage_key as original from pictures join artworks on artworks.id = artwork_id
    where 'pictures/' || name = any(${[...keys]}::text[])`.execute(db);
  return rows;
}

/** So that they are drawn again. */
export async function forgetPictures(trx: Trx, artworkId: string): Promise<void> {
  await trx.deleteFrom('pictures').where('artwork_id', '=', artworkId).execute();
}
