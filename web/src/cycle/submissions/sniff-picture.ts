import { isExif, saysTurned } from '@fraisier/shared/cycle/artwork/says-turned.ts';
import type { artworkFormats } from '@fraisier/shared/cycle/artwork-rules.ts';

/** What a picture says of itself before anything is decoded; a photograph that lies on its side as a person sees it. */
export interface Sniffed {
  readonly format: (typeof artworkFormats)[number];
  readonly width: number;
  readonly height: number;
}

/**
 * Format and size by content, so that the page tells what the server would tell, and so that no browser is asked to
 * decode a picture of a gigapixel. Null for anything else than a PNG, JPEG or WebP that begins as it should.
 */
export function sniffPicture(bytes: Uint8Array): Sniffed | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? jpeg(view) ?? webp(view);
  } catch (error) {
    // Read past the end: cut short.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const text = (view: DataView, at: number, length: number) =>
  Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('');

function png(view: DataView): Sniffed | null {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || text(view, 12, 4) !== 'IHDR') return null;
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Start of frame, in all its kinds; C4, C8 and CC are other things. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpeg(view: DataView): Sniffed | null {
  if (view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return null;
  let isTurned = false;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // The picture begins or ends, and its size was not told.
    if (marker === 0xda || marker === 0xd9) return null;
    if (isFrame(marker)) {
      const [width, height] = [view.getUint16(at + 7), view.getUint16(at + 5)];
      return { format: 'jpeg', width: isTurned ? height : width, height: isTurned ? width : height };
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe1) {
      const segment = new Uint8Array(view.buffer, view.byteOffset + at + 4, Math.min(length, view.byteLength - at - 4));
      if (isExif(segment)) isTurned = saysTurned(segment);
    }
    at += 2 + length;
  }
}

function webp(view: DataView): Sniffed | null {
  if (text(view, 0, 4) !== 'RIFF' || text(view, 8, 4) !== 'WEBP') return null;
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  switch (text(view, 12, 4)) {
    case 'VP8 ':
      return { format: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { format: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { format: 'webp', width: three(24) + 1, height: three(27) + 1 };
    default:
      return null;
  }
}

/** How files begin that people drop here by mistake, or because their program calls them pictures too. */
const strangers: readonly (readonly [format: StrangeFormat, at: number, begins: string])[] = [
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftyphev'],
  ['heic', 4, 'ftypmif1'],
  ['heic', 4, 'ftypmsf1'],
  ['avif', 4, 'ftypavif'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['gif', 0, 'GIF8'],
  ['bmp', 0, 'BM'],
  ['psd', 0, '8BPS'],
  ['xcf', 0, 'gimp xcf'],
  ['clip', 0, 'CSFCHUNK'],
  ['affinity', 0, '\0\xffKA'],
  ['pdf', 0, '%PDF'],
  ['eps', 0, '%!PS'],
  ['zip', 0, 'PK\u0003\u0004'],
];

export type StrangeFormat =
  | 'heic'
  | 'avif'
  | 'tiff'
  | 'gif'
  | 'bmp'
  | 'psd'
  | 'xcf'
  | 'clip'
  | 'affinity'
  | 'pdf'
  | 'eps'
  | 'svg'
  | 'zip';

/** Programs write a declaration, a comment or a document type before it; a web page has its own first. */
const svgBegins = /^\s*(?:<\?xml|(?:<!--(?:(?!-->).)*-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>])/is;
/** What stands before it in the files of the chattiest program. */
const SVG_HEAD_BYTES = 4096;

/** What a file is that is no picture for the shop, so that its designer reads how to make one of it; empty if unknown. */
export function sniffStranger(bytes: Uint8Array): StrangeFormat | '' {
  const begin = String.fromCharCode(...bytes.subarray(0, 16));
  const known = strangers.find(([, at, begins]) => begin.startsWith(begins, at))?.[0];
  // Decoded, so that the mark some editors put before a text is none of it.
  return known ?? (svgBegins.test(new TextDecoder().decode(bytes.subarray(0, SVG_HEAD_BYTES))) ? 'svg' : '');
}
