import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

/** Level 0 are the leaves; the hashes of level n are those of complete subtrees of 256^n lines. */

const HASH_BYTES = 32;
export const TILE = 256;

/** Hashes of one level, from one index on, in order. All of them lie in one tile. */
export async function readHashes(
  db: Database | Trx,
  roundId: string,
  { level, first, count }: { level: number; first: number; count: number },
): Promise<Buffer[]> {
  const hashes = level === 0 ? await readLeaves(db, roundId, first, count) : await readTile();
  if (hashes.length !== count)
    throw new Error(`the tree of ${roundId} lacks hashes of level ${level} from ${first} on`);
  return hashes;

  async function readTile(): Promise<Buffer[]> {
    const offset = (first % TILE) * HASH_BYTES;
    const row = await db
      .selectFrom('tree_tiles')
      .select(sql<Buffer>`substring(hashes from ${offset + 1} for ${count * HASH_BYTES})`.as('part'))
      .where('round_id', '=', roundId)
      .where('level', '=', level)
      .where('tile', '=', Math.floor(first / TILE))
      .executeTakeFirst();
    const part = row?.part ?? Buffer.of();
    return Array.from({ length: part.length / HASH_BYTES }, (_, nth) =>
      part.subarray(nth * HASH_BYTES, (nth + 1) * HASH_BYTES),
    );
  }
}

export async function readLeaves(db: Database | Trx, roundId: string, first: number, count: number): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('ballot_log')
    .select('leaf')
    .where('round_id', '=', roundId)
    .where('tree_index', '>=', first)
    .where('tree_index', '<', first + count)
    .orderBy('tree_index')
    .execute();
  return rows.map((row) => row.leaf);
}

/** How many hashes of a level are kept. */
export async function countHashes(trx: Trx, roundId: string, level: number): Promise<number> {
  const row = await trx
    .selectFrom('tree_tiles')
    .select(['tile', sql<number>`octet_length(hashes)`.as('bytes')])
    .where('round_id', '=', roundId)
    .where('level', '=', level)
    .orderBy('tile', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? row.tile * TILE + row.bytes / HASH_BYTES : 0;
}

/** Adds hashes behind those of a level, tile by tile. Under `lockLog`. */
export async function addHashes(
  trx: Trx,
  roundId: string,
  { level, first, hashes }: { level: number; first: number; hashes: readonly Buffer[] },
): Promise<void> {
  const tiles = Map.groupBy(hashes.keys(), (nth) => Math.floor((first + nth) / TILE));
  for (const [tile, indexes] of tiles) {
    const added = Buffer.concat([...indexes].map((nth) => hashes[nth]!));
    await sql`
      insert into tree_tiles (round_id, level, tile, hashes) values (${roundId}, ${level}, ${tile}, ${added})
      on conflict (round_id, level, tile) do update set hashes = tree_tiles.hashes || excluded.hashes`.execute(trx);
  }
}
