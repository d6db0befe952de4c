import type { Pixels } from '../artwork/pixels.ts';
import { type Fabric, inking } from './ink.ts';
import { alphaAt, channelsOf, sampler } from './sample.ts';

/** A part of a design, in its own pixels. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** How much of the design's shorter side is seen from close by: some eight centimetres of a large print. */
const CLOSE = 0.3;
const STEPS = 12;
const CELLS = 24;

/**
 * Where to look at from close by: where ink, its edges and bare fabric meet the most, not at the rim of the design. The
 * same for the same pixels.
 */
export function closeUp(art: Pixels): Window {
  const { width, height } = art;
  const side = Math.max(1, Math.round(CLOSE * Math.min(width, height)));
  let best: Window = { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), side };
  let most = -1;
  for (let down = 0; down <= STEPS; down++) {
    for (let right = 0; right <= STEPS; right++) {
      const left = Math.floor(((width - side) * right) / STEPS);
      const top = Math.floor(((height - side) * down) / STEPS);
      const worth = interest(art, { left, top, side });
      if (worth <= most) continue;
      most = worth;
      best = { left, top, side };
    }
  }
  return best;
}

/** Colours that change from one cell to the next, most of all from ink to bare fabric; best with a third of it bare. */
function interest({ data, width }: Pixels, { left, top, side }: Window): number {
  let change = 0;
  let inked = 0;
  let middle = 0;
  for (let down = 0; down < CELLS; down++) {
    let before = -1;
    for (let right = 0; right < CELLS; right++) {
      const x = left + Math.floor(((right + 0.5) * side) / CELLS);
      const y = top + Math.floor(((down + 0.5) * side) / CELLS);
      const at = (y * width + x) * 4;
      const alpha = data[at + 3]!;
      if (alpha > 127) {
        inked += 1;
        const central = down > CELLS / 4 && down < (3 * CELLS) / 4 && right > CELLS / 4 && right < (3 * CELLS) / 4;
        if (central) middle += 1;
      }
      if (before >= 0) {
        const alphaStep = Math.abs(alpha - data[before + 3]!);
        const colour =
          Math.abs(data[at]! - data[before]!) +
          Math.abs(data[at + 1]! - data[before + 1]!) +
          Math.abs(data[at + 2]! - data[before + 2]!);
        change += Math.min(200, alphaStep + (alpha > 127 && alphaStep < 32 ? colour / 2 : 0));
      }
      before = at;
    }
  }
  const share = inked / (CELLS * CELLS);
  const shown = Math.max(0, 1 - Math.abs(share - 0.66) * 1.4);
  const central = middle / (CELLS * CELLS) > 0.1 ? 1 : 0.6;
  return (change / (CELLS * CELLS)) * (0.25 + shown) * central;
}

export interface CloseLook {
  /** The knitted tile: red its light (128 is none), green how deep it is. It goes on on every side. */
  readonly knit: Pixels;
  /** Pixels of the picture, square. */
  readonly side: number;
  readonly fabric: Fabric;
}

/** The light falls off over the picture, and one soft fold runs through it. */
function bow(x: number, y: number): number {
  const across = x * 0.8 + y * 0.6;
  const fold = Math.exp(-(((across - 0.98) / 0.16) ** 2)) - 0.9 * Math.exp(-(((across - 1.2) / 0.2) ** 2));
  return 0.05 * (0.7 - x * 0.6 - y * 0.5) + 0.055 * fold;
}

/** A part of the print from close by, in which stitches and the edges of the ink show. No transparency. */
export function drawDetail(art: Pixels, window: Window, { knit, side, fabric }: CloseLook): Pixels {
  const data = new Uint8ClampedArray(side * side * 4);
  const dyed = channelsOf(fabric.hex);
  const read = sampler(art);
  const toInk = inking(fabric);
  const scale = window.side / side;
  const sample = new Float32Array(4);
  const ink = new Float32Array(4);
  for (let y = 0, at = 0; y < side; y++) {
    for (let x = 0; x < side; x++, at += 4) {
      const tile = ((y % knit.height) * knit.width + (x % knit.width)) * 4;
      const relief = (knit.data[tile]! - 128) / 128;
      const depth = knit.data[tile + 1]! / 255;
      const soft = bow(x / side, y / side);
      // On slopes of a stitch, a point of the print lies a little aside.
      const artX = window.left + (x + 2.2 * relief + 40 * soft) * scale;
      const artY = window.top + (y + 1.6 * (depth - 0.3) + 30 * soft) * scale;
      read(artX, artY, sample);
      let cover = 0;
      if (sample[3]! > 0.5) {
        const rise = (sample[3]! - alphaAt(art, artX - 5 * scale, artY - 5 * scale)) / 255;
        toInk(sample, 0.75 - 2 * depth, rise, ink);
        cover = ink[3]!;
      }
      // Ink fills the gaps of the stitches: less of their relief is left on it.
      const light = 1 + relief * (0.62 - 0.3 * cover) - depth * (0.4 - 0.22 * cover) + soft * 1.6;
      for (let channel = 0; channel < 3; channel++) {
        const below = dyed[channel]!;
        const colour = below + (ink[channel]! - below) * cover;
        // What is nearly black has nothing to multiply: a little of the light falls on it all the same.
        data[at + channel] = colour * light + 26 * (light - 1);
      }
      data[at + 3] = 255;
    }
  }
  return { data, width: side, height: side };
}
