import type { Bundle } from './bundle.ts';
import { type Bytes, toHex } from './bytes.ts';
import { createTree, hashLeaf, STEP } from './merkle.ts';
import { createReplay, type Replay } from './replay.ts';
import { type Line, readLine } from './shapes.ts';

export interface LogRead {
  readonly replay: Replay;
  readonly size: number;
  /** The first line that is not well-formed; the rest was not read then. */
  readonly malformed: { readonly index: number; readonly what: string } | null;
  /** The root at each size that was asked for and is not beyond the log. */
  readonly roots: ReadonlyMap<number, string>;
}

/** Reads the log once, from its first line on, and takes the tree's root at the given sizes on the way. */
export async function readLog(
  bundle: Bundle,
  sizes: Iterable<number>,
  onLines?: (lines: number) => void,
): Promise<LogRead> {
  const wanted = [...new Set(sizes)].sort((a, b) => a - b);
  const roots = new Map<number, string>();
  const tree = createTree();
  const replay = createReplay();
  let malformed: LogRead['malformed'] = null;
  let index = 0;
  let batch: { line: Line; leaf: Promise<Bytes> }[] = [];

  const settle = async () => {
    if (batch.length === 0) return;
    const leaves = await Promise.all(batch.map((one) => one.leaf));
    for (const [nth, leaf] of leaves.entries()) replay.add(batch[nth]!.line, toHex(leaf));
    await tree.add(leaves);
    batch = [];
    onLines?.(index);
    while (wanted[0] !== undefined && wanted[0] <= tree.count()) {
      const size = wanted.shift()!;
      if (size > 0) roots.set(size, await tree.rootAt(size));
    }
  };

  for await (const text of bundle.archive.lines('log.jsonl')) {
    try {
      batch.push({ line: readLine(text, bundle.round), leaf: hashLeaf(text) });
    } catch (error) {
      malformed = { index, what: (error as Error).message };
      break;
    }
    index += 1;
    if (batch.length === STEP) await settle();
  }
  await settle();
  return { replay: replay.result(), size: index, malformed, roots };
}
