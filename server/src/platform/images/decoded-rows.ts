import { closeSync, openSync, readSync } from 'node:fs';
import type { Sharp } from 'sharp';

/** Of a file in libvips' own format, before the pixels. */
const HEADER_BYTES = 64;

/** A decoded picture on disk, sRGB with transparency, of which as many rows are in memory as somebody asks for. */
export interface DecodedRows {
  readonly width: number;
  readonly height: number;
  /** Rows `from` up to `to`, four bytes a pixel: in `into` where it is given and long enough. */
  read(from: number, to: number, into?: Buffer): Buffer;
  close(): void;
}

/** Decodes a picture once into a file at `path`: the whole of it in memory is 100 to 260 MB. */
export async function decodeToRows(picture: Sharp, path: string): Promise<DecodedRows> {
  const { width, height } = await picture.toColourspace('srgb').ensureAlpha().toFile(path);
  const file = openSync(path, 'r');
  return {
    width,
    height,
    read(from, to, into) {
      const bytes = (to - from) * width * 4;
      const rows = into && into.length >= bytes ? into.subarray(0, bytes) : Buffer.allocUnsafeSlow(bytes);
      for (let done = 0; done < bytes; ) {
        const read = readSync(file, rows, done, bytes - done, HEADER_BYTES + from * width * 4 + done);
        if (read === 0) throw new Error('the decoded picture ends early');
        done += read;
      }
      return rows;
    },
    close: () => closeSync(file),
  };
}
