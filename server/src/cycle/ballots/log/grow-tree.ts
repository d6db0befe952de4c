import type { Database, Trx } from '../../../platform/db/database.ts';
import { addHashes, countHashes, readHashes, TILE } from './tiles.sql.ts';
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
      const hashes: Buffer[] = [];
      for (let nth = first; nth < first + count; nth++) {
        hashes.push(foldLevel(await readHashes(trx, roundId, { level: level - 1, first: nth * TILE, count: TILE })));
      }
      await addHashes(trx, roundId, { level, first, hashes });
      first += count;
    }
  }
}

/** The hash of a span of the tree, from at most 255 hashes of each level of tiles. */
export async function hashOfSpan(db: Database | Trx, roundId: string, span: Span): Promise<Buffer> {
  const hashes: Buffer[] = [];
  for (const node of nodesOf(span)) hashes.push(await hashOfNode(db, roundId, node));
  return foldNodes(hashes);
}

export function rootOf(db: Database | Trx, roundId: string, size: number): Promise<Buffer> {
  return hashOfSpan(db, roundId, { start: 0, end: size });
}

async function hashOfNode(db: Database | Trx, roundId: string, { level, index }: Node): Promise<Buffer> {
  const tileLevel = Math.floor(level / TILE_LEVELS);
  const count = 2 ** (level % TILE_LEVELS);
  return foldLevel(await readHashes(db, roundId, { level: tileLevel, first: index * count, count }));
}
