import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Storage } from './storage.ts';

/** What is under temp/ is nobody's yet: its upload ends where it began. */
export const FOLDERS = ['originals/', 'pictures/', 'bundles/', 'packets/'] as const;
/** Larger than any file of ours; the limit of an upload is its own. */
const MAX_BYTES = 4 * 1024 ** 3;

export interface Moved {
  readonly folder: string;
  files: number;
  copied: number;
  /** There already, with as many bytes. */
  there: number;
  bytes: number;
  /** Keys whose bytes are not those that the shop knows, or did not arrive as they left. */
  readonly wrong: string[];
}

export interface Move {
  readonly from: Storage;
  readonly to: Storage;
  /** The SHA-256 that the shop knows of these files; of the others only their length is compared. */
  hashesOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Reads what is there already once more, and compares it too. */
  readonly readsAll: boolean;
  onFolder?(moved: Moved): void;
}

const BATCH = 200;

/**
 * Copies every file that is not yet there, and compares what arrives. A file appears at its key whole or not at all, so
 * it can be stopped at any moment and begun again; nothing is removed where it came from.
 */
export async function moveFiles(move: Move): Promise<Moved[]> {
  const all: Moved[] = [];
  for (const folder of FOLDERS) {
    const moved: Moved = { folder, files: 0, copied: 0, there: 0, bytes: 0, wrong: [] };
    for await (const files of inStretches(move, folder)) await moveSome(move, files, moved);
    all.push(moved);
    move.onFolder?.(moved);
  }
  return all;
}

interface Listed {
  readonly key: string;
  readonly bytes: number;
  /** At its new place; undefined when it is not there. */
  readonly bytesThere: number | undefined;
}

/** Both lists are in the order of their keys: one walk along both says what is where. */
async function* inStretches({ from, to }: Move, folder: string): AsyncGenerator<Listed[]> {
  const there = to.list(folder)[Symbol.asyncIterator]();
  let next = await there.next();
  let files: Listed[] = [];
  for await (const { key, bytes } of from.list(folder)) {
    while (!next.done && next.value.key < key) next = await there.next();
    const bytesThere = !next.done && next.value.key === key ? next.value.bytes : undefined;
    files.push({ key, bytes, bytesThere });
    if (files.length < BATCH) continue;
    yield files;
    files = [];
  }
  if (files.length > 0) yield files;
}

async function moveSome(move: Move, files: readonly Listed[], moved: Moved): Promise<void> {
  const hashes = await move.hashesOf(files.map(({ key }) => key));
  for (const { key, bytes, bytesThere } of files) {
    moved.files += 1;
    const sha256 = hashes.get(key);
    const isThere = bytesThere === bytes && (!move.readsAll || (await arrived(move.to, key, { bytes, sha256 })));
    if (isThere) moved.there += 1;
    else if (await copy(move, key, { bytes, sha256 })) {
      moved.copied += 1;
      moved.bytes += bytes;
    } else moved.wrong.push(key);
  }
}

interface Expected {
  readonly bytes: number;
  /** Or its beginning. */
  readonly sha256: string | undefined;
}

/** False where the file is not what the shop knows, at its old place or at its new one. */
async function copy({ from, to }: Move, key: string, expected: Expected): Promise<boolean> {
  // Gone since it was listed: replaced, or swept.
  const body = await from.read(key).catch(() => null);
  if (!body) return !(await from.exists(key));
  const written = await to.writeTemp(body, { maxBytes: MAX_BYTES });
  const isRight = fits({ bytes: written.bytes, sha256: written.sha256.toString('hex') }, expected);
  if (!isRight) {
    await to.remove(written.key);
    return false;
  }
  await to.promote(written.key, key);
  // Where a hash is known it is worth the reading: what was written is not yet what is kept.
  return expected.sha256 === undefined || (await arrived(to, key, expected));
}

async function arrived(storage: Storage, key: string, expected: Expected): Promise<boolean> {
  return fits(await measure(await storage.read(key)), expected);
}

function fits(found: { bytes: number; sha256: string }, expected: Expected): boolean {
  return found.bytes === expected.bytes && found.sha256.startsWith(expected.sha256 ?? '');
}

async function measure(body: Readable): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}
