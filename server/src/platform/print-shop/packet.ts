import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Images, PlatesAsked, PrintFile, PrintSize, Separation } from '../images/images.ts';
import type { Storage, StoredFile } from '../storage/storage.ts';

/** The stored original is not the file that was voted on: nothing of it may be printed. */
export class ArtworkChangedError extends Error {
  override readonly name = 'ArtworkChangedError';
}

/** A file of the archive. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface MadeForPrint {
  readonly made: PrintFile;
  /** The print file, then a plate for each ink. */
  readonly files: readonly PackedFile[];
  /** null: none were asked for. */
  readonly separation: Separation | null;
}

export interface Packing {
  /** Where the original lies, and what its bytes must be. */
  readonly originalKey: string;
  readonly originalSha256: Buffer;
  readonly print: PrintSize;
  /** null where the press needs no plates. */
  readonly plates: Omit<PlatesAsked, keyof PrintSize> | null;
  /** The moment that the files in the archive bear: the same packet made again is the same packet. */
  readonly at: Date;
  /** The papers that go with the print file, once it is made. */
  papers(made: MadeForPrint): Promise<readonly { name: string; body: Buffer }[]>;
}

export interface Packet extends StoredFile {
  readonly files: readonly PackedFile[];
  readonly made: MadeForPrint;
}

export const PRINT_FILE = 'print-file.png';

// A print file of 40 × 50 cm with no blank pixel is some 100 MB.
const MAX_BYTES = 2 * 1024 ** 3;

/** Makes the print file of the voted artwork and its plates, and streams them with their papers, as a zip, into temporary storage. */
export async function packForPrintShop(
  { storage, images }: { storage: Storage; images: Images },
  packing: Packing,
): Promise<Packet> {
  const folder = await mkdtemp(join(tmpdir(), 'fraisier-packet-'));
  try {
    const original = join(folder, 'original');
    // A copy of our own: what is hashed is what is printed, whatever happens to the stored file meanwhile.
    const hash = await copyHashed(await storage.read(packing.originalKey), original);
    if (!hash.equals(packing.originalSha256)) throw new ArtworkChangedError(packing.originalKey);
    const out = join(folder, PRINT_FILE);
    const print = await images.printFile(original, { ...packing.print, out });
    const separation =
      packing.plates && (await images.separate(original, { ...packing.plates, ...packing.print, folder }));
    const names = [PRINT_FILE, ...(separation?.plates ?? []).map((plate) => plate.file)];
    const pictures = await Promise.all(names.map((name) => fileFacts(folder, name)));
    const made: MadeForPrint = { made: print, files: pictures, separation };
    const papers = await packing.papers(made);

    const zip = new ZipFile();
    const entry = { mtime: packing.at, mode: 0o100644 };
    // A PNG is compressed already.
    zip.addFile(out, PRINT_FILE, { ...entry, compress: false });
    for (const { name, body } of papers) zip.addBuffer(body, name, entry);
    for (const name of names.slice(1)) zip.addFile(join(folder, name), name, { ...entry, compress: false });
    zip.end();
    const stored = await storage.writeTemp(zip.outputStream as unknown as Readable, { maxBytes: MAX_BYTES });
    const written = papers.map(({ name, body }) => ({
      name,
      bytes: body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
    }));
    return { ...stored, files: [pictures[0]!, ...written, ...pictures.slice(1)], made };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyHashed(from: Readable, to: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(
    from,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(to),
  );
  return hash.digest();
}

async function fileFacts(folder: string, name: string): Promise<PackedFile> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { name, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
