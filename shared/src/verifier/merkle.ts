import { type Bytes, fromHex, join, sha256, toHex, utf8 } from './bytes.ts';

/** The tree of RFC 6962. */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const hashLeaf = (line: string): Promise<Bytes> => sha256(join(LEAF, utf8(line)));
export const hashNode = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(join(NODE, left, right));

/** The root that a leaf and its path give (RFC 9162 2.1.3.2); null when the path does not fit the place. */
export async function rootOfInclusion(proof: {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}): Promise<string | null> {
  if (proof.index < 0 || proof.index >= proof.size) return null;
  let [at, last] = [proof.index, proof.size - 1];
  let hash = fromHex(proof.leaf);
  for (const step of proof.path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = await hashNode(fromHex(step), hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = await hashNode(hash, fromHex(step));
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? toHex(hash) : null;
}

export async function isIncluded(
  proof: Parameters<typeof rootOfInclusion>[0] & { readonly root: string },
): Promise<boolean> {
  return (await rootOfInclusion(proof)) === proof.root;
}

export interface TreeAt {
  readonly size: number;
  readonly root: string;
}

/** Whether the later tree begins with the whole earlier one (RFC 9162 2.1.4.2). */
export async function isConsistent(from: TreeAt, to: TreeAt, path: readonly string[]): Promise<boolean> {
  if (from.size < 1 || from.size > to.size) return false;
  if (from.size === to.size) return path.length === 0 && from.root === to.root;
  const steps = path.map(fromHex);
  let [at, last] = [from.size - 1, to.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  // A whole subtree is its own first step: who sends the proof leaves it out.
  let old = at === 0 ? fromHex(from.root) : steps.shift();
  if (old === undefined) return false;
  let now = old;
  for (const step of steps) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [old, now] = [await hashNode(step, old), await hashNode(step, now)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      now = await hashNode(now, step);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && toHex(old) === from.root && toHex(now) === to.root;
}

const STEP_LEVELS = 10;
/** Leaves that are hashed together: WebCrypto answers one at a time slowly, and many at once well. */
export const STEP = 2 ** STEP_LEVELS;

/** A tree that is read from its first leaf on, `STEP` leaves at a time, and gives its root at any size on the way. */
export function createTree() {
  /** Roots of the complete subtrees so far, largest first. */
  const whole: { level: number; hash: Bytes }[] = [];
  /** The levels above the last leaves that were added. */
  let levels: Bytes[][] = [[]];
  let start = 0;

  const count = () => start + (levels[0]?.length ?? 0);

  return {
    /** All but the last call bring `STEP` leaves. */
    async add(leaves: readonly Bytes[]): Promise<void> {
      if (levels[0]!.length > 0) await keep();
      levels = [[...leaves]];
      for (let level = leaves; level.length > 1; ) {
        const pairs = Array.from({ length: Math.floor(level.length / 2) }, (_, nth) =>
          hashNode(level[2 * nth]!, level[2 * nth + 1]!),
        );
        level = await Promise.all(pairs);
        levels.push([...level]);
      }
    },
    /** At a size that the last leaves reached. */
    async rootAt(size: number): Promise<string> {
      if (size <= start || size > count()) throw new RangeError('a size that was not reached just now');
      const parts = whole.map((node) => node.hash);
      let at = 0;
      for (let level = STEP_LEVELS; level >= 0; level--) {
        if (size - start - at < 2 ** level) continue;
        parts.push(levels[level]![at / 2 ** level]!);
        at += 2 ** level;
      }
      let root = parts.pop()!;
      for (const left of parts.reverse()) root = await hashNode(left, root);
      return toHex(root);
    },
    count,
  };

  async function keep(): Promise<void> {
    if (levels[0]!.length !== STEP) throw new RangeError(`leaves come ${STEP} at a time`);
    let [level, hash] = [STEP_LEVELS, levels[STEP_LEVELS]![0]!];
    while (whole.at(-1)?.level === level) [level, hash] = [level + 1, await hashNode(whole.pop()!.hash, hash)];
    whole.push({ level, hash });
    start += STEP;
    levels = [[]];
  }
}
