import { crc32, deflateSync } from 'node:zlib';
import { fromPixels, type Pixels } from '@fraisier/server/platform/images/open-picture.ts';

/** What a shop begins with. */
export const usualPrint = { printArea: { widthMm: 300, heightMm: 360 }, leastLineMm: 0.4, safeMarginMm: 5 };

/** The inks of the test drawing, as the check should find them. */
export const INKS = { disc: '#e5263e', bar: '#1b6b45' } as const;

/** A red disc and a green bar on nothing. Drawn pixel by pixel, so that every test knows what is where. */
export function drawing({ width = 1200, height = 1440, shift = 0 } = {}): Pixels {
  const data = Buffer.alloc(width * height * 4);
  const [cx, cy, radius] = [width / 2, height * 0.4 + shift, width * 0.3];
  const [disc, bar] = [rgba(INKS.disc), rgba(INKS.bar)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if (Math.hypot(x - cx, y - cy) < radius) data.writeUInt32BE(disc, at);
      else if (y > height * 0.85) data.writeUInt32BE(bar, at);
    }
  }
  return { data, width, height };
}

function rgba(hex: string): number {
  return Number.parseInt(hex.slice(1), 16) * 256 + 255;
}

const picture = (size?: Parameters<typeof drawing>[0]) => fromPixels(drawing(size));

let made = 0;
/** From the first picture on again. */
export const drawAnew = (): void => {
  made = 0;
};

/** A PNG as a designer exports it; each call gives another file. */
export function png(size: { width?: number; height?: number } = {}): Promise<Buffer> {
  made += 1;
  return picture({ shift: made % 100, ...size })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** The smallest that is taken, for tests that draw many. */
export const smallPng = () => png({ width: 1000, height: 1000 });

/** What people really send. */
export const artworks: Record<string, () => Promise<Buffer>> = {
  'an interlaced PNG': () => picture().png({ progressive: true, compressionLevel: 1 }).toBuffer(),
  'a PNG with a palette': () => picture().png({ palette: true }).toBuffer(),
  'a PNG of 16 bits': () => picture().toColourspace('rgb16').png({ compressionLevel: 1 }).toBuffer(),
  'a grey PNG': () => picture().flatten({ background: '#fff' }).toColourspace('b-w').png().toBuffer(),
  'a JPEG': () => picture().flatten({ background: '#fff' }).jpeg().toBuffer(),
  'a CMYK JPEG': () => picture().flatten({ background: '#fff' }).toColourspace('cmyk').jpeg().toBuffer(),
  'a progressive JPEG': () => picture().flatten({ background: '#fff' }).jpeg({ progressive: true }).toBuffer(),
  'a WebP': () => picture().webp({ quality: 80 }).toBuffer(),
  'a lossless WebP': () => picture().webp({ lossless: true, effort: 0 }).toBuffer(),
  'a PNG with a zip behind it': async () =>
    Buffer.concat([await png(), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]),
  'a picture with a place and a name in it': photograph,
};

/** A JPEG that says where and by whom it was taken, lies on its side, and has a wide colour profile. */
export function photograph(): Promise<Buffer> {
  return picture({ width: 1440, height: 1200 })
    .flatten({ background: '#fff' })
    .withIccProfile('p3')
    .withExif({
      IFD0: { Copyright: 'Somebody Real' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 24/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 21/1 7/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Somebody Real</secret></x:xmpmeta>')
    .jpeg()
    .toBuffer();
}

interface Hostile {
  readonly file: () => Promise<Buffer>;
  /** The problem that the upload is answered with, or the state that the check ends in. */
  readonly ends: 'not_an_image' | 'image_broken' | 'image_too_large' | 'image_too_small' | 'refused';
}

/** What nobody should be harmed by. */
export const hostile: Record<string, Hostile> = {
  'an empty file': { file: async () => Buffer.alloc(0), ends: 'not_an_image' },
  'a text': { file: async () => Buffer.from('Raton laveur\n'.repeat(100)), ends: 'not_an_image' },
  'an SVG called PNG': {
    file: async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"></svg>'),
    ends: 'not_an_image',
  },
  'a GIF': { file: async () => gif(2000, 2000), ends: 'not_an_image' },
  'a web page': { file: async () => Buffer.from('<!doctype html><script>alert(1)</script>'), ends: 'not_an_image' },
  'the first bytes of a PNG': { file: async () => (await png()).subarray(0, 20), ends: 'image_broken' },
  'a PNG cut in half': { file: async () => half(await png()), ends: 'image_broken' },
  'a PNG without its end': { file: async () => (await png()).subarray(0, -12), ends: 'image_broken' },
  'a WebP cut in half': { file: async () => half(await picture().webp().toBuffer()), ends: 'image_broken' },
  'a JPEG cut in half': {
    file: async () => half(await picture().flatten({ background: '#fff' }).jpeg().toBuffer()),
    ends: 'refused',
  },
  'a PNG whose pixels are noise': { file: noisyPng, ends: 'refused' },
  'a picture of nothing': {
    file: () =>
      fromPixels({ data: Buffer.alloc(1200 * 1440 * 4), width: 1200, height: 1440 })
        .png()
        .toBuffer(),
    ends: 'refused',
  },
  'a PNG of 524,320 × 32': { file: async () => emptyPng(524_320, 32), ends: 'image_too_large' },
  'a PNG of 11,000 × 11,000': { file: async () => emptyPng(11_000, 11_000), ends: 'image_too_large' },
  'a PNG of 0 × 0': { file: async () => emptyPng(0, 0), ends: 'image_broken' },
  'a stamp': { file: () => png({ width: 300, height: 300 }), ends: 'image_too_small' },
};

function half(file: Buffer): Buffer {
  return file.subarray(0, file.length / 2);
}

function gif(width: number, height: number): Buffer {
  const header = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  header.writeUInt16LE(width, 6);
  header.writeUInt16LE(height, 8);
  return Buffer.concat([header, Buffer.from([0x3b])]);
}

/** A header that promises the pixels and a body that has none of them: a bomb for who allocates first. */
export function emptyPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return pngOf(header, deflateSync(Buffer.alloc(32)));
}

/** Every chunk whole, its checksum right, and no picture in it. */
async function noisyPng(): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1200, 0);
  header.writeUInt32BE(1440, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return pngOf(header, Buffer.from('this is not a stream of deflate at all'));
}

function pngOf(header: Buffer, pixels: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
