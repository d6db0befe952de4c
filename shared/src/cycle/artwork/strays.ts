import type { Component } from './components.ts';
import { MOST_PLACES, type Place } from './place.ts';
import { placeOf } from './places.ts';

/** Larger than this, it was drawn. */
const LARGEST_MM = 1;
/** Nearer to something else, it belongs to it: the dot of an i, a splash. */
const APART_MM = 3;
/** Nothing but a few pixels of others may be around. */
const MOST_AROUND = 4;
/** More than this is a texture, and meant. */
const MOST = 30;
const CELL_MM = 0.5;

export interface Strays {
  readonly count: number;
  readonly largestMm: number;
  readonly places: readonly Place[];
  readonly parts: ReadonlySet<Component>;
}

/** Specks that stand alone, far from everything: what an eraser left. `parts` are the inked parts of the picture. */
export function findStrays(
  parts: readonly Component[],
  inked: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  pxPerMm: number,
): Strays {
  const extent = (part: Component) => Math.max(part.right - part.left, part.bottom - part.top) + 1;
  // An edge that lies across pixels makes it one larger.
  const small = parts.filter((part) => extent(part) - 1 <= LARGEST_MM * pxPerMm);
  if (small.length === 0 || small.length === parts.length) return none;
  const reach = Math.round(APART_MM * pxPerMm);
  const around = countAround(inked, width, height, CELL_MM * pxPerMm, reach, MOST_AROUND);
  const found = small
    .filter((part) => around(part) <= MOST_AROUND * part.count)
    .sort((a, b) => extent(b) - extent(a) || b.count - a.count || a.top - b.top || a.left - b.left);
  if (found.length === 0 || found.length > MOST) return none;
  return {
    count: found.length,
    largestMm: extent(found[0] as Component) / pxPerMm,
    places: found.slice(0, MOST_PLACES).map((part) => placeOf(part, { width, height })),
    parts: new Set(found),
  };
}

const none: Strays = { count: 0, largestMm: 0, places: [], parts: new Set() };

/**
 * How many inked pixels other than its own lie within `reach` of a part. Where the cells alone say that there are more
 * than `enough` to the pixel, that is the answer: a texture has thousands of specks.
 */
function countAround(inked: Uint8Array, width: number, height: number, cell: number, reach: number, enough: number) {
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++) {
      if (inked[y * width + x] === 0) continue;
      const at = row + Math.floor(x / cell);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return (part: Component): number => {
    const left = Math.max(0, part.left - reach);
    const right = Math.min(width, part.right + 1 + reach);
    const top = Math.max(0, part.top - reach);
    const bottom = Math.min(height, part.bottom + 1 + reach);
    let sum = -part.count;
    for (let y = Math.ceil(top / cell); y < Math.floor(bottom / cell); y++) {
      for (let x = Math.ceil(left / cell); x < Math.floor(right / cell); x++) sum += counts[y * columns + x] ?? 0;
    }
    if (sum > enough * part.count) return sum;
    sum = -part.count;
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += inked[y * width + x] === 0 ? 0 : 1;
    return sum;
  };
}
