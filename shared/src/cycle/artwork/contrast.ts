import { type Background, groundOf } from './background.ts';
import { colourDistance, looksLike, oklab, rgbOf, SAME_AT_ARMS_LENGTH } from './oklab.ts';
import { type Pixels, thinned } from './pixels.ts';
import type { Place } from './place.ts';
import { createMarks } from './places.ts';

const INKED = 128;
/** Finer than a place has to be, and quick on all fabrics. */
const SAMPLE_SIDE = 400;

export interface Contrast {
  /** The part of the inked area that vanishes on this fabric, 0 to 1. */
  readonly share: number;
  readonly places: readonly Place[];
}

/**
 * What of a picture cannot be told from the fabric around it. Ink of the fabric's colour that is shut in by other inks,
 * as the white of an eye, looks as it should and is not lost. A flat ground of the fabric's colour is as good as fabric:
 * what is drawn on it counts, not the paper.
 */
export function contrastOn(pixels: Pixels, fabricHex: string, background: Background | null = null): Contrast {
  const sample = thinned(pixels, SAMPLE_SIDE);
  const { data, width, height } = sample;
  const fabric = oklab(rgbOf(fabricHex));
  const known = new Map<number, boolean>();
  const isLike = (rgb: number): boolean => {
    const cell = rgb & 0xfcfcfc;
    let like = known.get(cell);
    if (like === undefined) {
      like = colourDistance(oklab(cell | 0x020202), fabric) < SAME_AT_ARMS_LENGTH;
      known.set(cell, like);
    }
    return like;
  };
  // 0: ink that is seen; 1: the fabric itself; 2: ink like it; 3: such ink next to the fabric.
  const kinds = new Uint8Array(width * height);
  const paper =
    background && looksLike(background.hex, fabricHex) ? groundOf(sample, rgbOf(background.hex)).ground : null;
  let inked = 0;
  for (let at = 0; at < kinds.length; at++) {
    const from = at * 4;
    if ((data[from + 3] ?? 0) < INKED || paper?.[at]) {
      kinds[at] = 1;
      continue;
    }
    const rgb = ((data[from] ?? 0) << 16) | ((data[from + 1] ?? 0) << 8) | (data[from + 2] ?? 0);
    inked += 1;
    if (isLike(rgb)) kinds[at] = 2;
  }
  const marks = createMarks(sample);
  const lost = flood(kinds, width, height);
  for (const at of lost) marks.add(at % width, Math.floor(at / width), at % width, Math.floor(at / width), 1);
  return { share: inked === 0 ? 0 : lost.length / inked, places: marks.places() };
}

/** From the fabric, and from the edges of the picture, into what is like it. */
function flood(kinds: Uint8Array, width: number, height: number): readonly number[] {
  const lost: number[] = [];
  const visit = (at: number) => {
    if (kinds[at] !== 2) return;
    kinds[at] = 3;
    lost.push(at);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (kinds[at] !== 2) continue;
      const isBorder = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      const isBeside = kinds[at - 1] === 1 || kinds[at + 1] === 1 || kinds[at - width] === 1 || kinds[at + width] === 1;
      if (isBorder || isBeside) visit(at);
    }
  }
  for (let next = 0; next < lost.length; next++) {
    const at = lost[next] ?? 0;
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    visit(at - width);
    visit(at + width);
  }
  return lost;
}
