import { Readable } from 'node:stream';
import { leafPreimage } from '@fraisier/shared/cycle/ballot-log.ts';
import { canonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import { ZipFile } from 'yazl';
import type { Deps } from '../../../deps.ts';
import { sha256 } from '../../../platform/crypto/hash.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { StoredFile } from '../../../platform/storage/storage.ts';
import { readLines, readOpenings } from './bundle.sql.ts';
import { createRootReader } from './tree.ts';

/** Rows in memory at once. */
const PAGE = 2000;
const MAX_BYTES = 2 * 1024 ** 3;

export interface Packing {
  readonly roundId: string;
  /** Lines of the log. */
  readonly lines: number;
  /** The moment that the files bear: the same bundle made again is the same bundle. */
  readonly at: Date;
  readonly files: readonly { name: string; body: Buffer }[];
}

/** Streams a bundle into temporary storage; gives the root of the lines that went into it. */
export async function packBundle(
  { db, storage }: Pick<Deps, 'db' | 'storage'>,
  { roundId, lines, at, files }: Packing,
): Promise<{ file: StoredFile; root: Buffer }> {
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  const entry = { mtime: at, mode: 0o100644, forceDosTimestamp: true } as const;
  const tree = createRootReader();
  for (const { name, body } of files) zip.addBuffer(body, name, entry);
  addStream('log.jsonl', () => logText(db, roundId, lines, (line) => tree.add(sha256(leafPreimage(line)))));
  addStream('openings.jsonl', () => openingsText(db, roundId));
  zip.end();
  return { file: await storage.writeTemp(output, { maxBytes: MAX_BYTES }), root: tree.root() };

  function addStream(name: string, text: () => AsyncIterable<string>): void {
    zip.addReadStreamLazy(name, entry, (done) => {
      const stream = Readable.from(bytesOf(text()), { objectMode: false });
      stream.on('error', (error) => zip.emit('error', error));
      done(null, stream);
    });
  }
}

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}

async function* logText(
  db: Database,
  roundId: string,
  size: number,
  onLine: (line: string) => void,
): AsyncGenerator<string> {
  for (let at = 0; at < size; at += PAGE) {
    const rows = await readLines(db, roundId, at, Math.min(PAGE, size - at));
    for (const { line } of rows) onLine(line);
    yield rows.map(({ line }) => `${line}\n`).join('');
  }
}

async function* openingsText(db: Database, roundId: string): AsyncGenerator<string> {
  let rows = await readOpenings(db, roundId, null, PAGE);
  while (rows.length > 0) {
    yield rows
      .map(({ leaf, salt, payload }) => {
        return `${canonicalJson({ leaf: leaf.toString('hex'), payload, salt: salt.toString('hex') })}\n`;
      })
      .join('');
    rows = await readOpenings(db, roundId, rows.at(-1)!.leaf, PAGE);
  }
}
