import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962, as arithmetic: which hashes make up a root or a proof, never where they come from. A
 * span is the lines from `start` to `end` (not with it); every span here begins at a multiple of the largest power of
 * two that fits into it, as the tree's own do.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A complete subtree: of the lines from index × 2^level on, 2^level of them. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

const NODE_PREFIX = Buffer.of(1);

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE_PREFIX).update(left).update(right).digest();
}

/** The complete subtrees of a span, largest (leftmost) first. */
export function nodesOf({ start, end }: Span): Node[] {
  const nodes: Node[] = [];
  for (let at = start; at < end; ) {
    const level = Math.floor(Math.log2(end - at));
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** The hash of a span from those of its `nodesOf`. */
export function foldNodes(hashes: readonly Uint8Array[]): Buffer {
  const [last, ...rest] = hashes.toReversed();
  if (last === undefined) throw new RangeError('an empty span has no node');
  return rest.reduce<Buffer>((right, left) => nodeHash(left, right), Buffer.from(last));
}

/** The hash of neighbours of one level, a power of two of them. */
export function foldLevel(hashes: readonly Uint8Array[]): Buffer {
  let level: Buffer[] = hashes.map((hash) => Buffer.from(hash));
  while (level.length > 1) {
    level = Array.from({ length: level.length / 2 }, (_, nth) => nodeHash(level[2 * nth]!, level[2 * nth + 1]!));
  }
  return level[0]!;
}

/** The largest power of two that is smaller than n, which is where a tree of n leaves parts. */
function half(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1);
}

/** The spans whose hashes prove that a tree of `size` lines holds the one at `index`, from its neighbour up. */
export function inclusionSpans(index: number, size: number): Span[] {
  const spans: Span[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + half(end - start);
    if (index < middle) {
      spans.push({ start: middle, end });
      end = middle;
    } else {
      spans.push({ start, end: middle });
      start = middle;
    }
  }
  return spans.reverse();
}

/** The spans whose hashes prove that a tree of `to` lines begins with that of `from` lines. */
export function consistencySpans(from: number, to: number): Span[] {
  const spans: Span[] = [];
  let [start, end] = [0, to];
  let whole = true;
  while (end !== from) {
    const middle = start + half(end - start);
    if (from <= middle) {
      spans.push({ start: middle, end });
      end = middle;
    } else {
      spans.push({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  // Who checks has the hash of the first tree already.
  if (!whole) spans.push({ start, end });
  return spans.reverse();
}

/** The root of a log that is read from its first line on, in memory for one hash a level. */
export function createRootReader() {
  const nodes: { level: number; hash: Buffer }[] = [];
  return {
    add(leaf: Buffer): void {
      let [level, hash] = [0, leaf];
      while (nodes.at(-1)?.level === level) [level, hash] = [level + 1, nodeHash(nodes.pop()!.hash, hash)];
      nodes.push({ level, hash });
    },
    root: (): Buffer => foldNodes(nodes.map((node) => node.hash)),
  };
}
