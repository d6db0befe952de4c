import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHeader } from '@fraisier/server/platform/images/read-header.ts';
import { saysTurned } from '@fraisier/shared/cycle/artwork/says-turned.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sniffPicture, sniffStranger } from '../../../web/src/cycle/submissions/sniff-picture.ts';
import { findings as en } from '../../../web/src/platform/i18n/en/findings.ts';
import { findings as fr } from '../../../web/src/platform/i18n/fr/findings.ts';
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

test('a file of another program is called by its name, and its designer told how to make a picture of it', () => {
  const begins = {
    heic: '\0\0\0\u0018ftypheic\0\0\0\0mif1heic',
    avif: '\0\0\0\u001cftypavif\0\0\0\0',
    tiff: 'MM\0*\0\0\0\u0008',
    gif: 'GIF89a',
    bmp: 'BM\u0036\0\0\0',
    psd: '8BPS\0\u0001',
    xcf: 'gimp xcf v011',
    clip: 'CSFCHUNK\0\0',
    affinity: '\0\xffKA\u000a\0',
    pdf: '%PDF-1.7',
    eps: '%!PS-Adobe-3.0 EPSF-3.0',
    svg: '<?xml version="1.0"?><svg/>',
    zip: 'PK\u0003\u0004',
  };
  for (const [format, begin] of Object.entries(begins)) {
    expect(sniffStranger(Buffer.from(begin, 'latin1'))).toBe(format);
    for (const { format: words } of [fr, en]) expect(words.mend[words.kinds[format]!.mend]).toContain('PNG');
  }
  expect(Object.keys(fr.format.kinds)).toEqual(Object.keys(begins));
  for (const unknown of ['', '<!-- svg --><html>', '<!doctype html><svg>', 'Raton laveur'])
    expect(sniffStranger(Buffer.from(unknown))).toBe('');
});

test('an SVG is known behind whatever programs and editors put before it', () => {
  const before = [
    '',
    '\ufeff',
    '\n  ',
    '<!-- Generator: a program > 27 -->\n',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN">',
  ];
  for (const text of before) expect(sniffStranger(Buffer.from(`${text}<svg xmlns="x"/>`)), text).toBe('svg');
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

test('no Exif makes it throw, wherever it points', () => {
  const begun = fc.constantFrom('', 'Exif\0\0', 'Exif\0\0II*\0', 'MM\0*', 'II*\0\u0008\0\0\0\u0002\0');
  fc.assert(
    fc.property(begun, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
      expect(typeof saysTurned(Buffer.concat([Buffer.from(head, 'latin1'), rest]))).toBe('boolean');
    }),
    { numRuns: 1000 },
  );
});
