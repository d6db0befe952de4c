import { hexOf } from './oklab.ts';
import type { Pixels } from './pixels.ts';

/** Of 255: a JPEG's noise around a flat colour stays below. */
const SAME = 14;
/** A motif may reach the border here and there. */
const LEAST_BORDER = 0.94;
const OPAQUE = 250;
/** A sheet that lies between two pixels, or was cut a pixel too wide, has a hairline around it, which is not its ground. */
const HAIRLINE = 2;

export interface Background {
  readonly hex: string;
  /** The part of the picture that is this ground, 0 to 1. */
  readonly share: number;
}

/** The one opaque colour that runs along all four edges of a picture, as far as it reaches inwards; or null. */
export function findBackground(pixels: Pixels): Background | null {
  for (let inset = HAIRLINE; inset >= 0; inset--) {
    const background = groundAlong(pixels, borderOf(pixels, inset));
    if (background) return background;
  }
  return null;
}

function groundAlong(pixels: Pixels, border: Int32Array): Background | null {
  const { data, width, height } = pixels;
  const [red, green, blue] = [0, 1, 2].map((channel) => median(border, data, channel)) as [number, number, number];
  const rgb = (red << 16) | (green << 8) | blue;
  const isGround = isNear(data, rgb);
  let same = 0;
  for (const at of border) if (isGround(at)) same += 1;
  if (border.length === 0 || same < border.length * LEAST_BORDER) return null;
  return { hex: hexOf(rgb), share: groundOf(pixels, rgb).count / (width * height) };
}

/**
 * 1 where that colour reaches inwards from the border, and how many pixels that are: what is shut in by the motif belongs
 * to it, as the white of an eye does.
 */
export function groundOf(pixels: Pixels, rgb: number): { readonly ground: Uint8Array; readonly count: number } {
  const { data, width, height } = pixels;
  const isGround = isNear(data, rgb);
  const ground = new Uint8Array(width * height);
  const waiting = new Int32Array(width * height);
  let [taken, count] = [0, 0];
  const visit = (at: number) => {
    if (ground[at] || !isGround(at)) return;
    ground[at] = 1;
    waiting[count++] = at;
  };
  for (let inset = 0; inset <= HAIRLINE; inset++) for (const at of borderOf(pixels, inset)) visit(at);
  while (taken < count) {
    const at = waiting[taken++] ?? 0;
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < width * (height - 1)) visit(at + width);
  }
  return { ground, count };
}

function isNear(data: Pixels['data'], rgb: number): (at: number) => boolean {
  const [red, green, blue] = [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
  return (at) =>
    (data[at * 4 + 3] ?? 0) >= OPAQUE &&
    Math.abs((data[at * 4] ?? 0) - red) <= SAME &&
    Math.abs((data[at * 4 + 1] ?? 0) - green) <= SAME &&
    Math.abs((data[at * 4 + 2] ?? 0) - blue) <= SAME;
}

/** The pixels so far from the edges, one after the other. */
function borderOf({ width, height }: Pixels, inset: number): Int32Array {
  const [right, bottom] = [width - 1 - inset, height - 1 - inset];
  const border: number[] = [];
  for (let x = inset; x <= right; x++) border.push(inset * width + x, bottom * width + x);
  for (let y = inset + 1; y < bottom; y++) border.push(y * width + inset, y * width + right);
  return Int32Array.from(border);
}

function median(places: Int32Array, data: Pixels['data'], channel: number): number {
  const counts = new Uint32Array(256);
  for (const at of places) {
    const value = data[at * 4 + channel] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return 2 * sum >= places.length;
  });
}
