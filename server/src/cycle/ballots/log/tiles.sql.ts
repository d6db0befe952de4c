import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

/** Level 0 are the leaves; the hashes of level n are those of complete subtrees of 256^n lines. */

const HASH_BYTES = 32;
export const TILE = 256;

/** Neighbours of one level, all in one tile. */
export interface Range {
  readonly level: number;
  readonly first: number;
  readonly count: number;
}

/** The hashes of each range, in order: two questions, however many there are. */
export async function readHashes(db: Database | Trx, roundId: string, ranges: readonly Range[]): Promise<Buffer[][]> {
  const found = ranges.map((): Buffer[] => []);
  const [low, high] = [ranges.map(({ level }) => level === 0), ranges.map(({ level }) => level > 0)];
  const asked = (mine: readonly boolean[]) => sql`unnest(
    ${ranges.flatMap((_, nth) => (mine[nth] ? nth : []))}::int[],
    ${ranges.flatMap(({ level }, nth) => (mine[nth] ? level : []))}::int[],
    ${ranges.flatMap(({ first }, nth) => (mine[nth] ? first : []))}::bigint[],
    ${ranges.flatMap(({ count }, nth) => (mine[nth] ? count : []))}::int[]
  ) as asked (nth, level, first, count)`;
  if (low.includes(true)) {
    const { rows } = await sql<{ nth: number; leaf: Buffer }>`
      select nth, leaf from ${asked(low)}
      -- Its order and limit keep it at one walk along the index for each range, however the table grows.
      cross join lateral (
        select leaf, tree_index from ballot_log
        where round_id = ${roundId} and tree_index >= first and tree_index < first + count
        order by tree_index limit count
      ) as line
      order by tree_index`.execute(db);
    for (const { nth, leaf } of rows) found[nth]!.push(leaf);
  }
  if (high.includes(true)) {
    const { rows } = await sql<{ nth: number; part: Buffer }>`
      select nth, substring(hashes from (first % ${TILE} * ${HASH_BYTES})::int + 1 for count * ${HASH_BYTES}) as part
      from ${asked(high)}
      join tree_tiles on round_id = ${roundId} and tree_tiles.level = asked.level and tile = first / ${TILE}
    `.execute(db);
    for (const { nth, part } of rows) {
      for (let at = 0; at < part.length; at += HASH_BYTES) found[nth]!.push(part.subarray(at, at + HASH_BYTES));
    }
  }
  const lacking = ranges.find(({ count }, nth) => found[nth]!.length !== count);
  if (lacking)
    throw new Error(`the tree of ${roundId} lacks hashes of level ${lacking.level} from ${lacking.first} on`);
  return found;
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
