import { deflateSync } from 'node:zlib';
import { fromPixels } from '@fraisier/server/platform/images/open-picture.ts';
import { type Case, type Cases, SENTINEL, type Verdict } from './cases.ts';
import { jpegSegment, riff, riffChunk, vp8x, withSegments, withSize } from './containers.ts';
import { figure } from './figure.ts';
import { chunk, header, SIGNATURE, text, writePng } from './png-writer.ts';

const ends = (verdict: Verdict, file: Case['file']): Case => ({ file, ends: verdict });
/** Some kilobytes that become so many megabytes. */
const bomb = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 });
const small = deflateSync(Buffer.alloc(64));
const promise = (width: number, height: number, depth = 8, colourType = 6) =>
  Buffer.concat([SIGNATURE, header(width, height, depth, colourType), chunk('IDAT', small), chunk('IEND')]);

const jpeg = () => fromPixels(figure()).flatten({ background: '#fff' }).jpeg().toBuffer();
const progressive = () => fromPixels(figure()).flatten({ background: '#fff' }).jpeg({ progressive: true }).toBuffer();
const webp = () => fromPixels(figure()).webp().toBuffer();

/** What wants to use up memory, time or patience. */
const bombs: Cases = {
  'PNG of 524,320 × 32': ends('image_too_large', () => promise(524_320, 32)),
  'PNG of 30,000 × 30,000': ends('image_too_large', () => promise(30_000, 30_000)),
  'PNG of 2³¹ × 2³¹': ends('image_too_large', () => promise(2 ** 31 - 1, 2 ** 31 - 1)),
  'PNG of 0 × 1,000': ends('image_broken', () => promise(0, 1000)),
  'PNG of 8,000 × 8,000 promised and not there': ends('refused: image_broken', () => promise(8000, 8000, 16)),
  'PNG of 8,000 × 8,000 with nothing on it': ends('refused: blank', () =>
    writePng({ width: 8000, height: 8000, pixels: deflateSync(Buffer.alloc(8000 * 32_001), { level: 1 }) }),
  ),
  'PNG whose pixels go on for 400 MB': ends('a design', () => writePng({ pixels: bombWithFigure(400) })),
  'PNG whose profile is 200 MB': ends('a design', () =>
    writePng({ before: [chunk('iCCP', Buffer.concat([Buffer.from('icc\0\0'), bomb(200)]))] }),
  ),
  'PNG whose text is 200 MB': ends('a design', () =>
    writePng({ before: [chunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), bomb(200)]))] }),
  ),
  'PNG with 4,000 texts': ends('a design', () =>
    writePng({ before: Array.from({ length: 4000 }, () => text('a', SENTINEL)) }),
  ),
  'PNG with 200,000 empty chunks': ends('image_broken', () =>
    writePng({ before: [Buffer.concat(Array.from({ length: 200_000 }, () => chunk('zzZz')))] }),
  ),
  'PNG with 30,000 empty parts of pixels': ends('a design', () =>
    writePng({ before: [Buffer.concat(Array.from({ length: 30_000 }, () => chunk('IDAT')))] }),
  ),
  'PNG with a chunk of 4 GB': ends('image_broken', () =>
    Buffer.concat([SIGNATURE, header(1000, 1000), Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from('IDATxxxx')]),
  ),
  'JPEG that says 65,500 × 65,500': ends('image_too_large', async () => withSize(await jpeg(), 65_500, 65_500)),
  'JPEG that says 8,000 × 8,000': ends('a design', async () => withSize(await progressive(), 8000, 8000)),
  'JPEG with 5,000 segments': ends('image_broken', async () =>
    withSegments(await jpeg(), ...Array.from({ length: 5000 }, () => jpegSegment(0xe7, Buffer.alloc(8)))),
  ),
  'JPEG of marks alone': ends('image_broken', () =>
    Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(9000, 0xff)]),
  ),
  'WebP that says 16,384 × 16,384': ends('image_too_large', () =>
    riff(vp8x(0x10, 16_384, 16_384), riffChunk('VP8L', Buffer.alloc(32))),
  ),
  'WebP that says one size and is another': ends('refused: image_broken', async () => {
    const whole = await webp();
    return riff(vp8x(0, 4000, 4000), whole.subarray(12));
  }),
  'a stamp': ends('image_too_small', () => writePng({ width: 300, height: 300 })),
};

/** What is damaged. */
const broken: Cases = {
  'PNG whose pixels have a wrong checksum': ends('refused: image_broken', () => flipped(writePng(), 0.5)),
  'PNG whose header has a wrong checksum': ends('a design', () => flipped(writePng(), 30)),
  'PNG whose pixels are noise': ends('refused: image_broken', () => writePng({ pixels: Buffer.alloc(4000, 'noise') })),
  'PNG without pixels': ends('refused: image_broken', () =>
    Buffer.concat([SIGNATURE, header(1000, 1000), chunk('IEND')]),
  ),
  'PNG of a kind that there is not': ends('refused: image_broken', () => promise(1000, 1000, 3, 5)),
  'PNG with nothing on it': ends('refused: blank', () => writePng({ pixels: deflateSync(Buffer.alloc(1000 * 4001)) })),
  'WebP whose pixels are noise': ends('refused: image_broken', () => {
    const data = Buffer.alloc(4000, 0x5a);
    data[0] = 0x2f;
    data.writeUInt32LE(999 | (999 << 14), 1);
    return riff(riffChunk('VP8L', data));
  }),
};

/** Cut after each tenth. A PNG and a WebP tell their length; of a JPEG only the decoder knows. */
const cut: Cases = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((tenth): [string, Case][] => [
    [`PNG cut after ${tenth} tenths`, ends('image_broken', () => after(tenth, writePng()))],
    [`JPEG cut after ${tenth} tenths`, ends('refused: image_broken', async () => after(tenth, await jpeg()))],
    [`WebP cut after ${tenth} tenths`, ends('image_broken', async () => after(tenth, await webp()))],
  ]),
);

/** What is none of the three kinds, under the name and the type of one. */
const posing: Cases = Object.fromEntries(
  Object.entries({
    SVG: `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><image href="file:///etc/passwd"/></svg>`,
    'SVG with XML before it':
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    'TIFF, little-endian': 'II*\0\u0008\0\0\0\0\0',
    'TIFF, big-endian': 'MM\0*\0\0\0\u0008\0\0',
    GIF: 'GIF89a\u00d0\u0007\u00d0\u0007\u0000\u0000\u0000;',
    AVIF: '\0\0\0\u001cftypavif\0\0\0\0avifmif1miaf',
    HEIC: '\0\0\0\u0018ftypheic\0\0\0\0mif1heic',
    PDF: '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
    PostScript: '%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (r) file',
    MVG: 'push graphic-context\nviewbox 0 0 640 480\nfill \'url(https://x/"|id")\'\npop graphic-context',
    BMP: 'BM\u0036\0\0\0\0\0\0\0\u0036\0\0\0\u0028\0\0\0',
    ICO: '\0\0\u0001\0\u0001\0\u0010\u0010\0\0',
    PSD: '8BPS\0\u0001\0\0\0\0\0\0\0\u0004',
    ZIP: 'PK\u0003\u0004\u0014\0\0\0',
    'a web page': '<!doctype html><script>alert(1)</script>',
    'a program': '\u007fELF\u0002\u0001\u0001',
    'a text': 'Raton laveur\n'.repeat(100),
    nothing: '',
    'the mark of a PNG alone': '\u0089PNG',
    'a WAVE in the box of a WebP': 'RIFF\u0024\0\0\0WAVEfmt ',
  }).map(([what, content]) => [
    `${what}, called a PNG`,
    { ...ends('not_an_image', () => Buffer.from(content, 'latin1')), name: 'dessin.png', type: 'image/png' },
  ]),
);

export const hostile: Cases = { ...bombs, ...broken, ...cut, ...posing };

function after(tenth: number, file: Buffer): Buffer {
  return file.subarray(0, Math.floor((file.length * tenth) / 10));
}

/** One bit the other way, at a place or at a share of the file. */
function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at < 1 ? Math.floor(copy.length * at) : at]! ^= 1;
  return copy;
}

/** The figure's own rows, and then zeros that no row asks for. */
function bombWithFigure(megabytes: number): Buffer {
  const { data, width, height } = figure();
  const rows = Buffer.alloc(height * (width * 4 + 1) + megabytes * 1_000_000);
  for (let y = 0; y < height; y++) data.copy(rows, y * (width * 4 + 1) + 1, y * width * 4, (y + 1) * width * 4);
  return deflateSync(rows, { level: 1 });
}
