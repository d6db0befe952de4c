import type { Pixels } from './pixels.ts';
import type { Place } from './place.ts';
import { createMarks } from './places.ts';

/** Nearly nothing, and nearly all, are not seen as half. */
const HALF = { least: 10, most: 245 } as const;
/** An antialiased edge is one or two pixels wide, resized once more three. */
const LEAST_PX = 5;
const LEAST_MM = 0.6;
/** Of 255: farther than this from the mean around it, a pixel is no part of something soft. */
const MOST_APART = 48;
/** In dots: the tiles by which a halftone is told from a soft edge. */
const TILE = 8;
/** Of something soft nearly all pixels are like their means; of antialiased dots half or less, of a dither none. */
const LEAST_SOFT = 0.75;

export interface Halos {
  /** The part of the inked area that is half-transparent and wider than an edge, 0 to 1. */
  readonly share: number;
  readonly places: readonly Place[];
}

/**
 * Soft shadows, glows and blurred edges: half-transparent both across and down for longer than any sharp edge. A halftone
 * or a dither is so in the means alone; its own pixels, the dots, are whole or nothing.
 */
export function findHalos(means: Pixels, dots: Pixels, pxPerMm: number): Halos {
  const { data, width, height } = means;
  const least = Math.max(LEAST_PX, Math.round(LEAST_MM * pxPerMm));
  const wide = new Uint8Array(width * height);
  let inked = 0;
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let x = 0; x <= width; x++) {
      const alpha = x < width ? (data[(y * width + x) * 4 + 3] ?? 0) : 0;
      if (alpha >= HALF.least) inked += 1;
      if (isHalf(alpha)) {
        run += 1;
        continue;
      }
      if (run >= least) wide.fill(WIDE, y * width + x - run, y * width + x);
      run = 0;
    }
  }
  const runs = new Uint32Array(width);
  for (let y = 0; y <= height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (y < height && isHalf(data[at * 4 + 3] ?? 0)) {
        runs[x] = (runs[x] ?? 0) + 1;
        continue;
      }
      const run = runs[x] ?? 0;
      runs[x] = 0;
      if (run < least) continue;
      for (let above = y - run; above < y; above++) {
        if (wide[above * width + x]) wide[above * width + x] = FOUND;
      }
    }
  }
  const isSoft = softTiles(wide, means, dots);
  const marks = createMarks({ width, height });
  let found = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (wide[y * width + x] !== FOUND || !isSoft(x, y)) continue;
      found += 1;
      marks.add(x, y, x, y, 1);
    }
  }
  return { share: inked === 0 ? 0 : found / inked, places: marks.places() };
}

/** Half-transparent for long across; and down as well. */
const [WIDE, FOUND] = [1, 2];

/** Whether the picture's own pixels are half-transparent there, and not only their means. */
function softTiles(wide: Uint8Array, means: Pixels, dots: Pixels): (x: number, y: number) => boolean {
  const columns = Math.ceil(dots.width / TILE);
  const seen = new Uint32Array(columns * Math.ceil(dots.height / TILE));
  const soft = new Uint32Array(seen.length);
  const tileOf = (x: number, y: number) => Math.floor(y / TILE) * columns + Math.floor(x / TILE);
  for (let y = 0; y < dots.height; y++) {
    const row = Math.floor(((y + 0.5) * means.height) / dots.height) * means.width;
    for (let x = 0; x < dots.width; x++) {
      const at = row + Math.floor(((x + 0.5) * means.width) / dots.width);
      if (wide[at] !== FOUND) continue;
      const tile = tileOf(x, y);
      seen[tile] = (seen[tile] ?? 0) + 1;
      const alpha = dots.data[(y * dots.width + x) * 4 + 3] ?? 0;
      if (!isHalf(alpha) || Math.abs(alpha - (means.data[at * 4 + 3] ?? 0)) > MOST_APART) continue;
      soft[tile] = (soft[tile] ?? 0) + 1;
    }
  }
  return (x, y) => {
    const tile = tileOf(
      Math.floor(((x + 0.5) * dots.width) / means.width),
      Math.floor(((y + 0.5) * dots.height) / means.height),
    );
    return (soft[tile] ?? 0) >= LEAST_SOFT * (seen[tile] ?? 0);
  };
}

function isHalf(alpha: number): boolean {
  return alpha >= HALF.least && alpha <= HALF.most;
}
