import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createDeflate } from 'node:zlib';
import { MM_PER_INCH } from '@fraisier/shared/cycle/inch.ts';

const MM_PER_METRE = 1000;
/** Every chunk of data is as long, however the compressor hands its bytes over: the same rows make the same file. */
const CHUNK = 64 * 1024;
const UP = 2;

export interface GreyPng {
  /** Whole rows, 8 bits a pixel, in order. */
  write(rows: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** A grey PNG written row by row: the picture library would hold each plate whole. */
export async function createGreyPng(
  path: string,
  { width, height, dpi }: { width: number; height: number; dpi: number },
): Promise<GreyPng> {
  const file = await open(path, 'w');
  await file.write(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  await file.write(chunk('IHDR', header));
  const density = Buffer.alloc(9);
  const perMetre = Math.round((dpi / MM_PER_INCH) * MM_PER_METRE);
  density.writeUInt32BE(perMetre, 0);
  density.writeUInt32BE(perMetre, 4);
  density[8] = 1;
  await file.write(chunk('pHYs', density));

  const deflate = createDeflate({ level: 6 });
  const written = writeChunks(file, deflate);
  let above = new Uint8Array(width);
  return {
    async write(rows) {
      const filtered = Buffer.allocUnsafe((rows.length / width) * (width + 1));
      for (let row = 0, to = 0; row < rows.length; row += width) {
        const line = rows.subarray(row, row + width);
        // What does not change from row to row becomes nought, and plates hardly do.
        filtered[to++] = UP;
        for (let x = 0; x < width; x++) filtered[to++] = line[x]! - above[x]!;
        above = line.slice();
      }
      if (!deflate.write(filtered)) await once(deflate, 'drain');
    },
    async close() {
      deflate.end();
      await written;
      await file.write(chunk('IEND', Buffer.alloc(0)));
      await file.close();
    },
  };
}

async function writeChunks(file: FileHandle, compressed: AsyncIterable<Buffer>): Promise<void> {
  let waiting = Buffer.alloc(0);
  for await (const bytes of compressed) {
    waiting = Buffer.concat([waiting, bytes]);
    for (; waiting.length >= CHUNK; waiting = waiting.subarray(CHUNK)) {
      await file.write(chunk('IDAT', waiting.subarray(0, CHUNK)));
    }
  }
  if (waiting.length > 0) await file.write(chunk('IDAT', waiting));
}

function chunk(type: string, body: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + body.length);
  bytes.writeUInt32BE(body.length, 0);
  bytes.write(type, 4, 'latin1');
  body.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length);
  return bytes;
}
