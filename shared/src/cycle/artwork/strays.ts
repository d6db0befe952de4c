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
  const around = countAround(inked, width, height, CELL_MM * pxPerMm);
  const apart = Math.ceil(APART_MM / CELL_MM);
  const found = small
    .filter((part) => around(part, apart) <= MOST_AROUND * part.count)
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

/** How many inked pixels other than its own lie in the cells around a part. */
function countAround(inked: Uint8Array, width: number, height: number, cell: number) {
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
  return (part: Component, reach: number): number => {
    let sum = -part.count;
    const from = { x: Math.floor(part.left / cell) - reach, y: Math.floor(part.top / cell) - reach };
    const to = { x: Math.floor(part.right / cell) + reach, y: Math.floor(part.bottom / cell) + reach };
    for (let y = Math.max(0, from.y); y <= Math.min(rows - 1, to.y); y++) {
      for (let x = Math.max(0, from.x); x <= Math.min(columns - 1, to.x); x++) sum += counts[y * columns + x] ?? 0;
    }
    return sum;
  };
}
