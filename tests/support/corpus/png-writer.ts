import { crc32, deflateSync } from 'node:zlib';
import { figureOf, inks } from './figure.ts';

/** Bytes of a PNG written by hand, so that a test says exactly what is in it. */

export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function chunk(type: string, data: Uint8Array = Buffer.alloc(0), sum?: number): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE((sum ?? crc32(body)) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export const text = (keyword: string, value: string | Buffer) =>
  chunk('tEXt', Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), Buffer.from(value)]));

export type ColourType = 0 | 2 | 3 | 4 | 6;

export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colourType?: ColourType;
  readonly depth?: 1 | 2 | 4 | 8 | 16;
  readonly interlaced?: boolean;
  /** Between the header and the pixels. */
  readonly before?: readonly Buffer[];
  readonly after?: readonly Buffer[];
  /** Behind the end mark. */
  readonly behind?: Buffer;
  readonly bytesInIdat?: number;
  /** Instead of the picture's own. */
  readonly pixels?: Buffer;
}

export function header(width: number, height: number, depth = 8, colourType = 6, interlaced = false): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colourType, 0, 0, interlaced ? 1 : 0], 8);
  return chunk('IHDR', data);
}

/** The figure as a PNG of any kind that the format knows. */
export function writePng(options: PngOptions = {}): Buffer {
  const { width = 1000, height = 1000, colourType = 6, depth = 8, interlaced = false } = options;
  const pixels = options.pixels ?? pixelsOf({ width, height, colourType, depth, interlaced });
  const parts: Buffer[] = [];
  const step = options.bytesInIdat ?? pixels.length;
  for (let at = 0; at < pixels.length; at += step) parts.push(chunk('IDAT', pixels.subarray(at, at + step)));
  return Buffer.concat([
    SIGNATURE,
    header(width, height, depth, colourType, interlaced),
    ...(options.before ?? []),
    ...(colourType === 3 ? [chunk('PLTE', palette), chunk('tRNS', Buffer.from([0]))] : []),
    ...parts,
    ...(options.after ?? []),
    chunk('IEND'),
    options.behind ?? Buffer.alloc(0),
  ]);
}

/** Nothing, the disc, the bar. */
const palette = Buffer.from([0, 0, 0, 0xe5, 0x26, 0x3e, 0x1b, 0x6b, 0x45, 0xff, 0xff, 0xff]);
const channelsOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

type Raster = Required<Pick<PngOptions, 'width' | 'height' | 'colourType' | 'depth' | 'interlaced'>>;

const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const deflated = new Map<string, Buffer>();

function pixelsOf(raster: Raster): Buffer {
  const name = JSON.stringify(raster);
  const found = deflated.get(name) ?? deflateSync(rows(raster), { level: 3 });
  deflated.set(name, found);
  return found;
}

function rows(raster: Raster): Buffer {
  const { width, height, interlaced } = raster;
  const whole = interlaced ? passes : ([[0, 0, 1, 1]] as const);
  return Buffer.concat(whole.filter(([left, top]) => left < width && top < height).map((one) => pass(raster, one)));
}

/** Every so many pixels right and down from a corner on, each row after the byte of its filter, which is none. */
function pass(raster: Raster, [left, top, right, down]: readonly [number, number, number, number]): Buffer {
  const { width, height, colourType, depth } = raster;
  const bits = channelsOf[colourType] * depth;
  const rowBytes = 1 + Math.ceil((Math.ceil((width - left) / right) * bits) / 8);
  const data = Buffer.alloc(rowBytes * Math.ceil((height - top) / down));
  const places = figureOf(width, height);
  const written = inks.map((_, place) => samples(place, colourType, depth));
  let row = 1;
  for (let y = top; y < height; y += down, row += rowBytes) {
    let bit = row * 8;
    for (let x = left; x < width; x += right, bit += bits) {
      const values = written[places[y * width + x]!]!;
      if (depth < 8) data[bit >> 3]! |= values[0]! << (8 - depth - (bit & 7));
      else for (let nth = 0; nth < values.length; nth++) data[(bit >> 3) + nth] = values[nth]!;
    }
  }
  return data;
}

/** The bytes of a pixel; below 8 bits its one value. */
function samples(place: number, colourType: ColourType, depth: number): readonly number[] {
  const [red, green, blue, alpha] = inks[place]!;
  const grey = alpha ? Math.round(0.3 * red + 0.59 * green + 0.11 * blue) : 255;
  const values = {
    0: [grey],
    2: alpha ? [red, green, blue] : [255, 255, 255],
    3: [place],
    4: [grey, alpha],
    6: [red, green, blue, alpha],
  }[colourType];
  if (depth === 16) return values.flatMap((value) => [value, value]);
  if (depth === 8 || colourType === 3) return values;
  return [Math.round((grey / 255) * (2 ** depth - 1))];
}
