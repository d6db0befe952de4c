import type { Pixels } from '../artwork/pixels.ts';

/** What `sampler` writes into: red, green and blue times alpha, and alpha, 0 to 255 each. */
export type Sample = Float32Array;

/**
 * Reads a picture between its pixels by Catmull-Rom, as sharp as the picture itself; beyond its edge it is
 * transparent. Colours are weighted by their alpha, so that what is transparent lends no colour to an edge.
 */
export function sampler({ data, width, height }: Pixels): (x: number, y: number, into: Sample) => void {
  const across = new Float32Array(4);
  const along = new Float32Array(4);
  return (x, y, into) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    let r = 0;
    let g = 0;
    let b = 0;
    let a = 0;
    if (left >= -2 && top >= -2 && left <= width && top <= height) {
      catmullRom(x - left, across);
      catmullRom(y - top, along);
      for (let down = 0; down < 4; down++) {
        const py = top + down - 1;
        if (py < 0 || py >= height) continue;
        for (let right = 0; right < 4; right++) {
          const px = left + right - 1;
          if (px < 0 || px >= width) continue;
          const at = (py * width + px) * 4;
          const alpha = data[at + 3]!;
          if (alpha === 0) continue;
          const weight = along[down]! * across[right]! * alpha;
          r += weight * data[at]!;
          g += weight * data[at + 1]!;
          b += weight * data[at + 2]!;
          a += weight;
        }
      }
    }
    if (a <= 0) {
      into.fill(0);
      return;
    }
    // The kernel overshoots at edges.
    const alpha = Math.min(a, 255);
    into[0] = within(r / a) * (alpha / 255);
    into[1] = within(g / a) * (alpha / 255);
    into[2] = within(b / a) * (alpha / 255);
    into[3] = alpha;
  };
}

/** The alpha of the pixel that a point lies in; beyond the edge 0. */
export function alphaAt({ data, width, height }: Pixels, x: number, y: number): number {
  const px = Math.round(x);
  const py = Math.round(y);
  return px < 0 || py < 0 || px >= width || py >= height ? 0 : data[(py * width + px) * 4 + 3]!;
}

function catmullRom(t: number, into: Float32Array): void {
  const t2 = t * t;
  const t3 = t2 * t;
  into[0] = (-t3 + 2 * t2 - t) / 2;
  into[1] = (3 * t3 - 5 * t2 + 2) / 2;
  into[2] = (-3 * t3 + 4 * t2 + t) / 2;
  into[3] = (t3 - t2) / 2;
}

function within(value: number): number {
  return value < 0 ? 0 : Math.min(value, 255);
}

/** `#rrggbb` as three numbers of 255. */
export function channelsOf(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
