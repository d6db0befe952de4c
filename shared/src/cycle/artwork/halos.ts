import type { Pixels } from './pixels.ts';
import type { Place } from './place.ts';
import { createMarks } from './places.ts';

/** Nearly nothing, and nearly all, are not seen as half. */
const HALF = { least: 10, most: 245 } as const;
const INKED = 16;
/** An antialiased edge is one or two pixels wide, resized once more three. */
const LEAST_PX = 5;
const LEAST_MM = 0.6;

export interface Halos {
  /** The part of the inked area that is half-transparent and wider than an edge, 0 to 1. */
  readonly share: number;
  readonly places: readonly Place[];
}

/** Soft shadows, glows and blurred edges: half-transparent both across and down for longer than any sharp edge. */
export function findHalos({ data, width, height }: Pixels, pxPerMm: number): Halos {
  const least = Math.max(LEAST_PX, Math.round(LEAST_MM * pxPerMm));
  const wide = new Uint8Array(width * height);
  let inked = 0;
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let x = 0; x <= width; x++) {
      const alpha = x < width ? (data[(y * width + x) * 4 + 3] ?? 0) : 0;
      if (alpha >= INKED) inked += 1;
      if (alpha >= HALF.least && alpha <= HALF.most) {
        run += 1;
        continue;
      }
      if (run >= least) wide.fill(1, y * width + x - run, y * width + x);
      run = 0;
    }
  }
  const marks = createMarks({ width, height });
  const runs = new Uint32Array(width);
  let found = 0;
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
        if (!wide[above * width + x]) continue;
        found += 1;
        marks.add(x, above, x, above, 1);
      }
    }
  }
  return { share: inked === 0 ? 0 : found / inked, places: marks.places() };
}

function isHalf(alpha: number): boolean {
  return alpha >= HALF.least && alpha <= HALF.most;
}
