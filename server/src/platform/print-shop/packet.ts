import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Images, PrintFile, PrintSize } from '../images/images.ts';
import type { Storage, StoredFile } from '../storage/storage.ts';

/** The stored original is not the file that was voted on: nothing of it may be printed. */
export class ArtworkChangedError extends Error {
  override readonly name = 'ArtworkChangedError';
}

export interface Packing {
  /** Where the original lies, and what its bytes must be. */
  readonly originalKey: string;
  readonly originalSha256: Buffer;
  readonly print: PrintSize;
  /** The moment that the files in the archive bear: the same packet made again is the same packet. */
  readonly at: Date;
  /** The papers that go with the print file, once it is made. */
  papers(made: PrintFile & { sha256: string }): Promise<readonly { name: string; body: Buffer }[]>;
}

export const PRINT_FILE = 'print-file.png';

// A print file of 40 × 50 cm with no blank pixel is some 100 MB.
const MAX_BYTES = 2 * 1024 ** 3;

/** Makes the print file of the voted artwork and streams it with its papers, as a zip, into temporary storage. */
export async function packForPrintShop(
  { storage, images }: { storage: Storage; images: Images },
  packing: Packing,
): Promise<StoredFile> {
  const folder = await mkdtemp(join(tmpdir(), 'fraisier-packet-'));
  const out = join(folder, PRINT_FILE);
  try {
    const made = await storage.withLocalFile(packing.originalKey, async (path) => {
      if (!(await hashOf(path)).equals(packing.originalSha256)) throw new ArtworkChangedError(packing.originalKey);
      return images.printFile(path, { ...packing.print, out });
    });
    const papers = await packing.papers({ ...made, sha256: (await hashOf(out)).toString('hex') });
    const zip = new ZipFile();
    // A PNG is compressed already.
    zip.addFile(out, PRINT_FILE, { mtime: packing.at, mode: 0o100644, compress: false });
    for (const { name, body } of papers) zip.addBuffer(body, name, { mtime: packing.at, mode: 0o100644 });
    zip.end();
    return await storage.writeTemp(zip.outputStream as unknown as Readable, { maxBytes: MAX_BYTES });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest();
}
