import { rgbOf } from '@fraisier/shared/cycle/artwork/oklab.ts';
import type { Pixels } from '@fraisier/shared/cycle/artwork/pixels.ts';

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly hex: string;
}

const FINE = 4;

/** Discs laid on each other, with soft edges as a renderer makes them: each pixel is the mean of sixteen. */
export function flatPicture(width: number, height: number, discs: readonly Disc[]): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sums = [0, 0, 0];
      let inked = 0;
      for (let sample = 0; sample < FINE * FINE; sample++) {
        const [atX, atY] = [x + ((sample % FINE) + 0.5) / FINE, y + (Math.floor(sample / FINE) + 0.5) / FINE];
        const top = discs.findLast((disc) => Math.hypot(disc.x - atX, disc.y - atY) <= disc.radius);
        if (!top) continue;
        inked += 1;
        for (const [channel, value] of channels(rgbOf(top.hex)).entries()) sums[channel] = (sums[channel] ?? 0) + value;
      }
      if (inked === 0) continue;
      const at = (y * width + x) * 4;
      for (const [channel, sum] of sums.entries()) data[at + channel] = Math.round(sum / inked);
      data[at + 3] = Math.round((255 * inked) / (FINE * FINE));
    }
  }
  return { data, width, height };
}

/** A picture with a colour of its own in each pixel. */
export function paintedPicture(
  width: number,
  height: number,
  paint: (x: number, y: number) => readonly [number, number, number],
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([...paint(x, y), 255], (y * width + x) * 4);
  }
  return { data, width, height };
}

export function channels(rgb: number): [number, number, number] {
  return [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255];
}
