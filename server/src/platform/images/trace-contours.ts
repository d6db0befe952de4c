import { CONTOUR_SIDE, LIKENESS } from '@fraisier/shared/cycle/likeness.ts';
import type { Contours, Outline } from './images.ts';
import { fromPixels, type Pixels, toPixels } from './open-picture.ts';

/** Enough to see contours that a shape can hold, and little to turn four times. */
const WORKING_SIDE = 384;
/** Contours are sought on a grid twice as fine as they are kept. */
const GRID = 2 * CONTOUR_SIDE;
/** Of 255: from such a step on a contour is as strong as any, so that recoloured inks leave the same ones. */
const FULL_STEP = 48;
/** Of 255: less transparent, or less unlike the ground, is not the motif. */
const INKED = 64;
const UNLIKE_GROUND = 40;
/** The share of the motif that may lie outside its box: specks, and a signature's full stop. */
const OUTSIDE = 0.002;

/** What lies around the motif: nothing, one colour, or (null) no ground at all, as on a photo. */
type Ground = 'clear' | readonly [number, number, number] | null;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The contours of a picture's motif, upright and a little askew either way, and where in the picture it stands. */
export async function traceOutline(sample: Pixels): Promise<Outline> {
  const size = { width: WORKING_SIDE, height: WORKING_SIDE, fit: 'inside', withoutEnlargement: true } as const;
  const picture = await toPixels(fromPixels(sample).resize(size));
  const ground = groundOf(picture);
  const { left, top, right, bottom } = boxOf(picture, ground);
  const share = (value: number, of: number) => Math.round((1000 * value) / of);
  return {
    box: {
      left: share(left, picture.width),
      top: share(top, picture.height),
      width: Math.max(1, share(right - left, picture.width)),
      height: Math.max(1, share(bottom - top, picture.height)),
    },
    contours: LIKENESS.angles.map((angle): Contours => {
      const turned = angle === 0 ? picture : turn(picture, angle, ground);
      return { angle, grey: Buffer.from(contoursOf(turned, boxOf(turned, ground), ground)).toString('base64') };
    }),
  };
}

/** Clear where a good part of the border is, otherwise its commonest colour where that is most of it. */
function groundOf({ data, width, height }: Pixels): Ground {
  let [clear, count] = [0, 0];
  const colours = new Map<number, [count: number, r: number, g: number, b: number]>();
  const look = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    count += 1;
    if ((data[at + 3] ?? 0) < 128) {
      clear += 1;
      return;
    }
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);
    const sums = colours.get(key) ?? [0, 0, 0, 0];
    colours.set(key, [sums[0] + 1, sums[1] + r, sums[2] + g, sums[3] + b]);
  };
  for (let x = 0; x < width; x++) {
    look(x, 0);
    look(x, height - 1);
  }
  for (let y = 1; y < height - 1; y++) {
    look(0, y);
    look(width - 1, y);
  }
  if (clear > count * 0.3) return 'clear';
  const [most] = [...colours.values()].sort((a, b) => b[0] - a[0]);
  if (!most || most[0] < count * 0.4) return null;
  return [most[1] / most[0], most[2] / most[0], most[3] / most[0]];
}

/** The motif's box: transparent or even margins are cut off. */
function boxOf({ data, width, height }: Pixels, ground: Ground): Box {
  const whole = { left: 0, top: 0, right: width, bottom: height };
  if (ground === null) return whole;
  const columns = new Uint32Array(width);
  const rows = new Uint32Array(height);
  let inked = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if ((data[at + 3] ?? 0) < INKED) continue;
      if (ground !== 'clear' && unlike(data, at, ground) <= UNLIKE_GROUND) continue;
      columns[x] = (columns[x] ?? 0) + 1;
      rows[y] = (rows[y] ?? 0) + 1;
      inked += 1;
    }
  }
  if (inked === 0) return whole;
  const most = inked * OUTSIDE;
  return {
    left: firstOver(columns, most),
    right: width - firstOver(columns.toReversed(), most),
    top: firstOver(rows, most),
    bottom: height - firstOver(rows.toReversed(), most),
  };
}

function unlike(data: Buffer, at: number, [r, g, b]: readonly [number, number, number]): number {
  return Math.max(Math.abs((data[at] ?? 0) - r), Math.abs((data[at + 1] ?? 0) - g), Math.abs((data[at + 2] ?? 0) - b));
}

function firstOver(counts: Uint32Array, most: number): number {
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum > most;
  });
}

/** Turned clockwise by some degrees on a sheet that holds all of it. */
function turn({ data, width, height }: Pixels, degrees: number, ground: Ground): Pixels {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const w = Math.ceil(width * Math.abs(cos) + height * Math.abs(sin));
  const h = Math.ceil(width * Math.abs(sin) + height * Math.abs(cos));
  const fill = ground === 'clear' || ground === null ? [0, 0, 0, 0] : [...ground.map(Math.round), 255];
  const sheet = Buffer.alloc(w * h * 4, Buffer.from(fill));
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [across, down] = [x - w / 2, y - h / 2];
      const fromX = Math.floor(cos * across + sin * down + width / 2);
      const fromY = Math.floor(cos * down - sin * across + height / 2);
      if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
      sheet.writeUInt32LE(data.readUInt32LE((fromY * width + fromX) * 4), (y * w + x) * 4);
    }
  }
  return { data: sheet, width: w, height: h };
}

/** How strongly the picture changes in each cell of the box, 0 to 255. */
function contoursOf(picture: Pixels, box: Box, ground: Ground): Uint8Array {
  const cells = averaged(picture, box);
  const outside = ground === 'clear' ? [0, 0, 0, 0] : ground && [...ground, 255];
  const step = (x1: number, y1: number, x2: number, y2: number): number => {
    const isOut = (x: number, y: number) => x < 0 || y < 0 || x >= GRID || y >= GRID;
    if (!outside && (isOut(x1, y1) || isOut(x2, y2))) return 0;
    let most = 0;
    for (let channel = 0; channel < 4; channel++) {
      const a = isOut(x1, y1) ? (outside?.[channel] ?? 0) : (cells[(y1 * GRID + x1) * 4 + channel] ?? 0);
      const b = isOut(x2, y2) ? (outside?.[channel] ?? 0) : (cells[(y2 * GRID + x2) * 4 + channel] ?? 0);
      most = Math.max(most, Math.abs(a - b));
    }
    return most;
  };
  const sums = new Float64Array(CONTOUR_SIDE * CONTOUR_SIDE);
  for (let y = 0; y < GRID; y++) {
    for (let x = 0; x < GRID; x++) {
      const change = Math.max(step(x - 1, y, x + 1, y), step(x, y - 1, x, y + 1));
      const cell = (y >> 1) * CONTOUR_SIDE + (x >> 1);
      sums[cell] = (sums[cell] ?? 0) + Math.min(1, change / FULL_STEP);
    }
  }
  return Uint8Array.from(sums, (sum) => Math.round((255 * sum) / 4));
}

/** The box on the grid: the mean of each cell, colours weighed by how opaque they are. */
function averaged({ data, width }: Pixels, box: Box): Float64Array {
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  const samples = Math.max(1, Math.ceil(Math.max(w, h) / GRID));
  const cells = new Float64Array(GRID * GRID * 4);
  const at = (cell: number, sample: number, length: number) =>
    Math.min(length - 1, Math.floor(((cell + (sample + 0.5) / samples) * length) / GRID));
  for (let cellY = 0; cellY < GRID; cellY++) {
    for (let cellX = 0; cellX < GRID; cellX++) {
      let [r, g, b, a] = [0, 0, 0, 0];
      for (let sampleY = 0; sampleY < samples; sampleY++) {
        const row = (box.top + at(cellY, sampleY, h)) * width;
        for (let sampleX = 0; sampleX < samples; sampleX++) {
          const from = (row + box.left + at(cellX, sampleX, w)) * 4;
          const alpha = data[from + 3] ?? 0;
          r += ((data[from] ?? 0) * alpha) / 255;
          g += ((data[from + 1] ?? 0) * alpha) / 255;
          b += ((data[from + 2] ?? 0) * alpha) / 255;
          a += alpha;
        }
      }
      const to = (cellY * GRID + cellX) * 4;
      const count = samples * samples;
      cells[to] = r / count;
      cells[to + 1] = g / count;
      cells[to + 2] = b / count;
      cells[to + 3] = a / count;
    }
  }
  return cells;
}
