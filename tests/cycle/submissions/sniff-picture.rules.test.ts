import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHeader } from '@fraisier/server/platform/images/read-header.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sniffPicture } from '../../../web/src/cycle/submissions/sniff-picture.ts';
import { artworks, png } from '../../support/artwork.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sniff-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the browser reads from a file what the server reads from it', async () => {
  for (const [name, make] of Object.entries(artworks)) {
    const bytes = await make();
    const path = join(folder, 'artwork');
    await writeFile(path, bytes);
    const { format, width, height } = await readHeader(path);
    expect(sniffPicture(bytes), name).toEqual({ format, width, height });
  }
});

test('anything else is no picture, whatever it is called and wherever it was cut', async () => {
  for (const text of ['', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '%PDF-1.7', 'RIFF....WAVE', 'BM']) {
    expect(sniffPicture(Buffer.from(text)), text).toBeNull();
  }
  const whole = await png();
  for (const length of [4, 12, 20]) expect(sniffPicture(whole.subarray(0, length))).toBeNull();
});

test('no bytes make it throw or go on for ever', () => {
  const begun = fc.constantFrom(
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPVP8'),
  );
  fc.assert(
    fc.property(begun, fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      const found = sniffPicture(Buffer.concat([head, rest]));
      expect(found === null || Number.isInteger(found.width)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
