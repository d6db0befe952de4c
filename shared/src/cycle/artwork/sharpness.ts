import type { Pixels } from './pixels.ts';

/** As many rows and columns as tell enough: every so many. */
const EVERY = 4;
/** Of 255: smaller steps are tints and noise. */
const LEAST_STEP = 50;
/** Fewer edges say nothing of a picture. */
const LEAST_EDGES = 200;
/** A picture that is sharp somewhere has a tenth of its edges there; a blurred ground behind it says nothing. */
const SHARPEST = 0.1;
/**
 * In pixels. Measured: drawings and photographs have 1 to 1.3, enlarged to twice their size 2.3, to three times 3.1: an
 * edge is as wide as a pixel of the original, and a bit. Squares of enlarged pixels are as sharp as any, and may be meant.
 */
const LEAST_ENLARGED = 2.5;
/** Softer than what was enlarged to nine times its size, it was drawn so: a wash, a mist. */
const MOST_ENLARGED = 9;

/** How wide the sharpest edges of a picture are, in its pixels, where it looks enlarged; null where it does not. */
export function sharpestEdges({ data, width, height }: Pixels): number | null {
  // No ink, dark ink and light ink are equally far apart.
  const plane = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < plane.length; at++, from += 4) {
    const alpha = data[from + 3] ?? 0;
    const light = (54 * (data[from] ?? 0) + 183 * (data[from + 1] ?? 0) + 19 * (data[from + 2] ?? 0)) >> 8;
    plane[at] = (alpha + (light * alpha) / 255) / 2;
  }
  const widths: number[] = [];
  for (let y = 0; y < height; y += EVERY) edgesAlong(plane, y * width, 1, width, widths);
  for (let x = 0; x < width; x += EVERY) edgesAlong(plane, x, width, height, widths);
  if (widths.length < LEAST_EDGES) return null;
  const sharpest = widths.sort((a, b) => a - b)[Math.floor(widths.length * SHARPEST)] ?? 0;
  return sharpest >= LEAST_ENLARGED && sharpest <= MOST_ENLARGED ? sharpest : null;
}

/** Of each rise and fall of one row or column, how many pixels it would take at its steepest. */
function edgesAlong(plane: Uint8Array, start: number, stride: number, length: number, widths: number[]): void {
  let before = plane[start] ?? 0;
  let [height, steepest] = [0, 0];
  const end = () => {
    if (Math.abs(height) >= LEAST_STEP) widths.push(height / steepest);
    [height, steepest] = [0, 0];
  };
  for (let nth = 1; nth < length; nth++) {
    const value = plane[start + nth * stride] ?? 0;
    const step = value - before;
    before = value;
    if (step * height <= 0) end();
    height += step;
    if (Math.abs(step) > Math.abs(steepest)) steepest = step;
  }
  end();
}
