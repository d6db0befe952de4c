import { fromPixels } from '@fraisier/server/platform/images/open-picture.ts';
import type { Case, Cases } from './cases.ts';
import { SENTINEL } from './cases.ts';
import { animatedWebp } from './containers.ts';
import { figure } from './figure.ts';
import { type ColourType, chunk, type PngOptions, text, writePng } from './png-writer.ts';

const design = (file: Case['file']): Case => ({ file, ends: 'a design' });
const drawn = (file: Case['file']): Case => ({ ...design(file), isDrawn: true });

const kinds: readonly [string, ColourType, PngOptions['depth'] & number][] = [
  ['grey of 1 bit', 0, 1],
  ['grey of 2 bits', 0, 2],
  ['grey of 4 bits', 0, 4],
  ['grey of 8 bits', 0, 8],
  ['grey of 16 bits', 0, 16],
  ['colour of 8 bits', 2, 8],
  ['colour of 16 bits', 2, 16],
  ['palette of 2 bits with tRNS', 3, 2],
  ['palette of 4 bits with tRNS', 3, 4],
  ['palette of 8 bits with tRNS', 3, 8],
  ['grey and transparency', 4, 8],
  ['grey and transparency of 16 bits', 4, 16],
  ['colour and transparency', 6, 8],
  ['colour and transparency of 16 bits', 6, 16],
];

const opaque = () => fromPixels(figure()).flatten({ background: '#fff' });

/** What people's programs really write: all of it is taken. */
export const good: Cases = {
  ...Object.fromEntries(
    kinds.map(([kind, colourType, depth]) => [`PNG, ${kind}`, design(() => writePng({ colourType, depth }))]),
  ),
  'PNG, interlaced, palette': design(() => writePng({ colourType: 3, depth: 8, interlaced: true })),
  'PNG, interlaced, 16 bits': design(() => writePng({ depth: 16, interlaced: true })),
  'PNG, in parts of 1,000 bytes': design(() => writePng({ bytesInIdat: 1000 })),
  'PNG, with gamma and chromaticities': design(() =>
    writePng({ before: [chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])), chunk('sRGB', Buffer.from([0]))] }),
  ),
  'PNG, animated': design(animatedPng),
  'PNG, with a profile of its own': drawn(() =>
    fromPixels(figure()).withIccProfile('p3').png({ compressionLevel: 6 }).toBuffer(),
  ),
  'PNG, with the notes of a program': design(() =>
    writePng({ before: [text('Software', SENTINEL), text('Author', SENTINEL)] }),
  ),
  'PNG, with no transparency used': design(() => opaque().ensureAlpha().png().toBuffer()),
  JPEG: design(() => opaque().jpeg().toBuffer()),
  'JPEG, progressive': design(() => opaque().jpeg({ progressive: true }).toBuffer()),
  'JPEG, CMYK': drawn(() => opaque().toColourspace('cmyk').jpeg().toBuffer()),
  'JPEG, grey': design(() => opaque().toColourspace('b-w').jpeg().toBuffer()),
  'JPEG, on its side, with a place and a name': drawn(() =>
    opaque()
      .withExif({ IFD0: { Copyright: SENTINEL }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 24/1' } })
      .withMetadata({ orientation: 6 })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><who>${SENTINEL}</who></x:xmpmeta>`)
      .jpeg()
      .toBuffer(),
  ),
  WebP: design(() => fromPixels(figure()).webp().toBuffer()),
  'WebP, lossless': design(() => fromPixels(figure()).webp({ lossless: true, effort: 0 }).toBuffer()),
  'WebP, opaque': design(() => opaque().webp().toBuffer()),
  'WebP, animated': drawn(async () =>
    animatedWebp(await fromPixels(figure()).webp({ lossless: true, effort: 0 }).toBuffer(), 1000, 1000),
  ),
};

/** Of two frames, the second one told to be as the first. */
function animatedPng(): Buffer {
  const acTL = Buffer.alloc(8);
  acTL.writeUInt32BE(2, 0);
  const fcTL = (sequence: number) => {
    const data = Buffer.alloc(26);
    data.writeUInt32BE(sequence, 0);
    data.writeUInt32BE(1000, 4);
    data.writeUInt32BE(1000, 8);
    data.writeUInt16BE(1, 20);
    data.writeUInt16BE(10, 22);
    return chunk('fcTL', data);
  };
  return writePng({ before: [chunk('acTL', acTL), fcTL(0)] });
}
