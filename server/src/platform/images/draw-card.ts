import { fileURLToPath } from 'node:url';
import type { OverlayOptions } from 'sharp';
import { letterMask } from '../pdf/letter-mask.ts';
import type { Face } from '../pdf/pdf.ts';
import { drawFront } from './draw-shirt.ts';
import type { CardAsked } from './images.ts';
import { fromPixels, onGround, openPicture, type Pixels, toPixels } from './open-picture.ts';

const [WIDTH, HEIGHT] = [1200, 630];
const LEFT = 64;
/** The middle of its logo's line. */
const BRAND_AT = 75;
const SHIRT = { left: 620, top: 44, width: 548 } as const;
/** Text ends before the sleeve. */
const COLUMN = SHIRT.left - LEFT - 16;
const SMALL = 26;
const FOOT_AT = 560;
/** The middle of what stands between the logo and the foot. */
const MIDDLE = 318;
/** The first at which the title takes no more lines and no word is cut is the one it gets. */
const titleSizes = [
  { size: 148, lines: 2 },
  { size: 116, lines: 3 },
  { size: 92, lines: 3 },
  { size: 72, lines: 4 },
  { size: 52, lines: 5 },
] as const;
const smallest = titleSizes[4];
const TITLE_LEADING = 0.9;
const INK = 0x181011;

const jpeg = { quality: 86, chromaSubsampling: '4:4:4', mozjpeg: true } as const;
const berry = fileURLToPath(new URL('./card/berry.png', import.meta.url));

/** A picture of 1,200 × 630 px to share: words at the left, the shirt at the right, on the ink of the month. A JPEG. */
export async function drawCard({ ground, words, art }: CardAsked): Promise<Buffer> {
  const logo = await toPixels(openPicture(berry));
  const layers = [layer(logo, LEFT - 2, BRAND_AT - logo.height / 2)];
  if (art) layers.unshift(layer(await shirtOf(art), SHIRT.left, SHIRT.top));
  /** Gives where the text ends. `baseline` is where its letters stand. */
  const write = (text: string, face: Face, size: number, left: number, baseline: number): number => {
    if (text === '') return left;
    const { ascent, advance, ...mask } = letterMask(text, face, size);
    if (left < WIDTH) layers.push(layer(inked(mask, WIDTH - left), left, baseline - ascent));
    return left + advance;
  };
  write(words.shop, 'title', 29, LEFT + logo.width + 6, BRAND_AT + 10);

  const column = art ? COLUMN : WIDTH - 2 * LEFT;
  const title = fitted(words.title, column);
  const leading = title.size * TITLE_LEADING;
  const block = SMALL * 1.3 + 14 + leading * title.lines.length + (words.by ? 14 + SMALL * 1.3 : 0);
  let at = MIDDLE - block / 2 + SMALL;
  write(words.over, 'strong', SMALL, LEFT, at);
  at += 14 + SMALL * 0.3 + title.size * 0.78;
  for (const line of title.lines) {
    write(line, 'narrow', title.size, LEFT, at);
    at += leading;
  }
  if (words.by) write(words.by, 'text', SMALL, LEFT, at - leading + title.size * 0.2 + 14 + SMALL);
  const [first = '', rest = ''] = words.foot;
  const end = write(first, 'strong', SMALL, LEFT, FOOT_AT + SMALL / 2);
  write(rest, 'text', SMALL, end, FOOT_AT + SMALL / 2);
  return onGround(ground, WIDTH, HEIGHT).composite(layers).flatten().jpeg(jpeg).toBuffer();
}

async function shirtOf({ path, ...on }: NonNullable<CardAsked['art']>): Promise<Pixels> {
  const shirt = await drawFront(await toPixels(openPicture(path)), on);
  return toPixels(fromPixels(shirt).resize({ width: SHIRT.width }));
}

function fitted(title: string, column: number): { size: number; lines: string[] } {
  const isWhole = (size: number) => title.split(/\s+/).every((word) => widthOf(word, size) <= column);
  const { size, lines } =
    titleSizes.find((one) => isWhole(one.size) && wrapped(title, one.size, column).length <= one.lines) ?? smallest;
  return { size, lines: wrapped(title, size, column).slice(0, lines) };
}

/** On as few lines as there is room for. */
function wrapped(text: string, size: number, column: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(line, size) <= column) lines[lines.length - 1] = line;
    else lines.push(...broken(word, size, column));
  }
  return lines;
}

/** A word that no line holds is cut where it must be. */
function broken(word: string, size: number, column: number): string[] {
  if (widthOf(word, size) <= column) return [word];
  const parts: string[] = [''];
  for (const { segment } of new Intl.Segmenter('fr').segment(word)) {
    const longer = parts.at(-1) + segment;
    if (widthOf(longer, size) <= column) parts[parts.length - 1] = longer;
    else parts.push(segment);
  }
  return parts;
}

function widthOf(text: string, size: number): number {
  return letterMask(text, 'narrow', size).width;
}

/** A line's coverage as ink, cut where the card ends. */
function inked(mask: { data: Uint8Array; width: number; height: number }, most: number): Pixels {
  const width = Math.min(mask.width, Math.floor(most));
  const data = Buffer.alloc(width * mask.height * 4);
  for (let y = 0; y < mask.height; y++) {
    for (let x = 0; x < width; x++) {
      data.writeUInt32BE(INK * 256 + (mask.data[y * mask.width + x] ?? 0), (y * width + x) * 4);
    }
  }
  return { data, width, height: mask.height };
}

function layer({ data, width, height }: Pixels, left: number, top: number): OverlayOptions {
  return { input: data, raw: { width, height, channels: 4 }, left: Math.round(left), top: Math.round(top) };
}
