import type { Pixels } from '../artwork/pixels.ts';
import { type InkMixtures, MIXED, type Mixture, NO_INK } from './ink-mixtures.ts';

/** Rows above and below that must be known for a row to come out as it does in the whole picture. */
export const SEPARATION_REACH = 5;

/**
 * How far beside an edge the inks that meet there, and full ink, are sought: a file of 200 dpi is enlarged to the plates',
 * and its edges are four pixels wide then.
 */
const BESIDE = 4;
/** Of its eight neighbours: with so many alike a pixel is part of an area, not of an edge. */
const CORE_NEIGHBOURS = 5;
/** An opaque pixel, a rounding apart. */
const OPAQUE = 250;
/** Below this opacity the eight bits of a colour are mostly rounding. */
const FAINT = 40;
/** Below this it is rounding itself, and no press would print it. */
const NOTHING = 5;
/** From here on a pixel is the middle of a line, be it a fine one. */
const SOLID = 192;
/** In Oklab: a pixel whose inks do not come nearer than this does not look like the picture. */
export const VISIBLY_OFF = 0.08;

/** What separating has seen so far; one for the whole picture. */
export interface SeparationTally {
  /** Pixels that carry ink, and of these the ones that the inks do not give back. */
  inked: number;
  off: number;
  /** Of each ink: full coverage in pixels, and how many pixels carry a tint of it apart from edges. */
  readonly coverage: number[];
  readonly tinted: number[];
}

export function emptyTally(inks: number): SeparationTally {
  return { inked: 0, off: 0, coverage: new Array(inks).fill(0), tinted: new Array(inks).fill(0) };
}

/**
 * The share of each ink in the rows `from` to `to` of the strip, 0 (none) to 255 (full); the shares of a pixel sum to its
 * opacity, never to more. Areas are one ink. An edge is a mixture of the two inks that meet there, so that a black and
 * white edge leaves no fringe on the plate of a grey; a tint away from edges is a mixture of the two inks that explain
 * it best.
 */
export function separateRows(
  strip: Pixels,
  inks: InkMixtures,
  { from, to }: { from: number; to: number },
  tally: SeparationTally = emptyTally(inks.hexes.length),
): Uint8Array[] {
  const { data, width } = strip;
  const plates = Array.from({ length: inks.hexes.length }, () => new Uint8Array(width * (to - from)));
  if (plates.length === 0) return plates;
  const labels = labelPixels(strip, inks);
  const cores = coresOf(labels, strip);
  for (let y = from; y < to; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const label = labels[at]!;
      if (label === NO_INK) continue;
      const to = (y - from) * width + x;
      const alpha = data[at * 4 + 3]!;
      tally.inked += 1;
      if (cores[at]) {
        plates[label]![to] = 255;
        tally.coverage[label]! += 1;
        continue;
      }
      const rgb = colourAt(data, at);
      const areas = inksBeside(labels, cores, strip, x, y);
      const lines = areas === 0 ? inksOfLines(labels, strip, x, y) : 0;
      const beside = areas || lines;
      const mixture = edgeMixture(inks, { rgb, alpha, label, beside });
      const second = mixture.share === 0 ? 0 : Math.round((alpha * mixture.share) / 255);
      plates[mixture.first]![to] = alpha - second;
      tally.coverage[mixture.first]! += (alpha - second) / 255;
      if (second > 0) {
        plates[mixture.second]![to] = second;
        tally.coverage[mixture.second]! += second / 255;
      }
      if (alpha >= 128 && mixture.off > VISIBLY_OFF) tally.off += 1;
      if (beside === 0 && alpha >= FAINT && (second > 0 || alpha < OPAQUE)) {
        tally.tinted[mixture.first]! += 1;
        if (second > 0) tally.tinted[mixture.second]! += 1;
      }
    }
  }
  return plates;
}

/** The whole picture at once: what strips give, put together. */
export function separate(picture: Pixels, inks: InkMixtures, tally?: SeparationTally): Uint8Array[] {
  return separateRows(picture, inks, { from: 0, to: picture.height }, tally);
}

interface EdgePixel {
  readonly rgb: number;
  readonly alpha: number;
  readonly label: number;
  /** A mask of the inks whose areas lie beside it. */
  readonly beside: number;
}

function edgeMixture(inks: InkMixtures, { rgb, alpha, label, beside }: EdgePixel): Mixture {
  if (alpha < FAINT) return pure(inks.nearest(rgb, beside));
  if (label === MIXED) return inks.mixture(rgb, beside);
  // A fine line of an ink is kept as it is, unless it is what two areas leave between them.
  if (beside & (1 << label) || (beside & (beside - 1)) === 0) return pure(label);
  return inks.between(rgb, beside) ?? pure(label);
}

const pure = (ink: number): Mixture => ({ first: ink, second: ink, share: 0, off: 0 });

function colourAt(data: Pixels['data'], pixel: number): number {
  const at = pixel * 4;
  return (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
}

function labelPixels({ data, width, height }: Pixels, inks: InkMixtures): Uint8Array {
  const labels = new Uint8Array(width * height);
  let [last, lastLabel] = [-1, 0];
  for (let at = 0; at < labels.length; at++) {
    if (data[at * 4 + 3]! < NOTHING) {
      labels[at] = NO_INK;
      continue;
    }
    const rgb = colourAt(data, at);
    if (rgb !== last) [last, lastLabel] = [rgb, inks.label(rgb)];
    labels[at] = lastLabel;
  }
  return labels;
}

/** 1 where a pixel lies in an area of its ink; beyond the picture's edge the area goes on. */
function coresOf(labels: Uint8Array, { data, width, height }: Pixels): Uint8Array {
  const cores = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const up = y === 0 ? 0 : -width;
    const down = y === height - 1 ? 0 : width;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const label = labels[at]!;
      if (label >= MIXED || data[at * 4 + 3]! < OPAQUE) continue;
      const left = x === 0 ? 0 : -1;
      const right = x === width - 1 ? 0 : 1;
      const same =
        Number(labels[at + up + left] === label) +
        Number(labels[at + up] === label) +
        Number(labels[at + up + right] === label) +
        Number(labels[at + left] === label) +
        Number(labels[at + right] === label) +
        Number(labels[at + down + left] === label) +
        Number(labels[at + down] === label) +
        Number(labels[at + down + right] === label);
      if (same >= CORE_NEIGHBOURS) cores[at] = 1;
    }
  }
  return cores;
}

/** A mask of the inks whose areas lie beside a pixel. */
function inksBeside(labels: Uint8Array, cores: Uint8Array, { width, height }: Pixels, x: number, y: number): number {
  let mask = 0;
  const right = Math.min(width - 1, x + BESIDE);
  const bottom = Math.min(height - 1, y + BESIDE);
  for (let row = Math.max(0, y - BESIDE); row <= bottom; row++) {
    for (let at = row * width + Math.max(0, x - BESIDE); at <= row * width + right; at++) {
      if (cores[at]) mask |= 1 << labels[at]!;
    }
  }
  return mask;
}

/** A mask of the inks of fine lines beside a pixel that no area touches. */
function inksOfLines(labels: Uint8Array, { data, width, height }: Pixels, x: number, y: number): number {
  let mask = 0;
  const right = Math.min(width - 1, x + BESIDE);
  const bottom = Math.min(height - 1, y + BESIDE);
  for (let row = Math.max(0, y - BESIDE); row <= bottom; row++) {
    for (let at = row * width + Math.max(0, x - BESIDE); at <= row * width + right; at++) {
      if (labels[at]! < MIXED && data[at * 4 + 3]! >= SOLID) mask |= 1 << labels[at]!;
    }
  }
  return mask;
}
