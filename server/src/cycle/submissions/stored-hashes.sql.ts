import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';

/**
 * The SHA-256 of these files as the shop knows it: of originals, bundles and packets by their rows, of pictures its
 * beginning, by their names.
 */
export async function hashesOf(db: Database, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; sha256: string }>`
    with asked as (select unnest(${[...keys]}::text[]) as key)
    select storage_key as key, encode(sha256, 'hex') as sha256 from artworks join asked on key = storage_key
    union all
    select storage_key, encode(sha256, 'hex') from round_bundles join asked on key = storage_key
    union all
    select packet_key, encode(packet_sha256, 'hex') from print_orders join asked on key = packet_key
    union all
    select key, substring(key from '^pictures/([0-9a-f]+)\\.') from asked
    where key ~ '^pictures/[0-9a-f]{24,64}\\.'`.execute(db);
  return new Map(rows.map(({ key, sha256 }) => [key, sha256]));
}
