import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export interface FixtureArtwork {
  readonly png: Buffer;
  readonly sha256: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * A real PNG of 300 × 360 mm at 300 dpi: a block of one ink on a transparent ground. One bit a pixel keeps it at some
 * kilobytes and makes it in milliseconds. Each ink is another file with another hash.
 */
export function fixtureArtwork(inkHex: string): FixtureArtwork {
  const [width, height] = [3543, 4252];
  const rowBytes = 1 + Math.ceil(width / 8);
  const pixels = Buffer.alloc(rowBytes * height);
  for (let row = 400; row < height - 400; row++) {
    pixels.fill(0xff, row * rowBytes + 50, (row + 1) * rowBytes - 50);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 3, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.concat([Buffer.from([255, 255, 255]), Buffer.from(inkHex.slice(1), 'hex')])),
    chunk('tRNS', Buffer.from([0])),
    chunk('IDAT', deflateSync(pixels, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { png, sha256: createHash('sha256').update(png).digest(), width, height };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
