import type { Database, Trx } from '../../../platform/db/database.ts';
import { addHashes, countHashes, type Range, readHashes, TILE } from './tiles.sql.ts';
import { foldLevel, foldNodes, type Node, nodesOf, type Span } from './tree.ts';

/** Levels of the tree in one tile: 2^8 = 256. */
const TILE_LEVELS = 8;

/**
 * Keeps the hash of every complete 256, 256², 256³ … lines of a log that has `size` placed lines. Costs what was added
 * since the last time. Under `lockLog`.
 */
export async function growTree(trx: Trx, roundId: string, size: number): Promise<void> {
  for (let level = 1; TILE ** level <= size; level++) {
    const wanted = Math.floor(size / TILE ** level);
    for (let first = await countHashes(trx, roundId, level); first < wanted; ) {
      const count = Math.min(wanted - first, TILE - (first % TILE));
      const below = Array.from({ length: count }, (_, nth) => ({
        level: level - 1,
        first: (first + nth) * TILE,
        count: TILE,
      }));
      const hashes = (await readHashes(trx, roundId, below)).map(foldLevel);
      await addHashes(trx, roundId, { level, first, hashes });
      first += count;
    }
  }
}

/** The hashes of spans of the tree, from at most 255 hashes of each level of tiles. */
export async function hashesOf(db: Database | Trx, roundId: string, spans: readonly Span[]): Promise<Buffer[]> {
  const nodes = spans.map(nodesOf);
  const hashes = (await readHashes(db, roundId, nodes.flat().map(rangeOf))).map(foldLevel);
  let at = 0;
  return nodes.map(({ length }) => {
    at += length;
    return foldNodes(hashes.slice(at - length, at));
  });
}

export async function rootOf(db: Database | Trx, roundId: string, size: number): Promise<Buffer> {
  return (await hashesOf(db, roundId, [{ start: 0, end: size }]))[0]!;
}

function rangeOf({ level, index }: Node): Range {
  const count = 2 ** (level % TILE_LEVELS);
  return { level: Math.floor(level / TILE_LEVELS), first: index * count, count };
}
