import { findComponents } from './components.ts';
import type { Pixels } from './pixels.ts';
import type { Place } from './place.ts';
import { createMarks, type Marks } from './places.ts';

/**
 * How thin the lines of a picture are, across each of them from half height to half height: exact to about a tenth of a
 * pixel on an antialiased picture, 0.015 mm when 360 mm are 2,400 px. A line under one pixel is told as one pixel wide.
 */
export interface ThinLines {
  /** The thinnest lines, in mm; null when none is below the limit. */
  readonly thinnestMm: number | null;
  /** The narrowest gaps between inks, likewise. */
  readonly gapMm: number | null;
  /** The part of the inked area that is in lines below the limit, 0 to 1. */
  readonly share: number;
  readonly places: readonly Place[];
}

/** How much of 255 a line must stand out from both of its sides. */
const STEP = { opacity: 80, lightness: 44 } as const;
/** Both sides of a line are the same ground, to this part of its height: else it is the border between two grounds. */
const SAME_GROUND = 0.35;
/** Widths are taken along rows and columns, where a slanting line is wider than it is. */
const SLANT = 3;
/** What is measured at the limit is not below it. */
const CLEARLY = 0.95;
/** A corner or a dot is thin for a short way only: what is meant is longer than this. */
const LEAST_LENGTH_MM = { line: 2, gap: 3 } as const;
/** A brush's stroke that runs out to nothing has all widths; a line has one. */
const MOST_TAPER = 0.3;
/** Less than this in all is not worth a word. */
const LEAST_TOTAL_MM = { line: 8, gap: 12 } as const;
/** Widths are kept in these parts of a pixel. */
const UNIT = 64;
const OPAQUE = 250;
const INKED = 128;

interface Found {
  readonly thinnest: number | null;
  readonly area: number;
}

/** `lightness` also looks for lines of one ink on another: in a photograph everything would be one. */
export function findThinLines(
  pixels: Pixels,
  pxPerMm: number,
  { leastMm, lightness }: { readonly leastMm: number; readonly lightness: boolean },
): ThinLines {
  const { data, width, height } = pixels;
  const size = width * height;
  const plane = new Uint8Array(size);
  let inked = 0;
  for (let at = 0; at < size; at++) {
    const alpha = data[at * 4 + 3] ?? 0;
    plane[at] = alpha;
    if (alpha >= INKED) inked += 1;
  }
  const marks = createMarks(pixels);
  const search = { plane, width, height, most: leastMm * pxPerMm, pxPerMm, marks, full: 255 };
  const isFlat = inked === size;
  const lines = isFlat
    ? none
    : linesOf({ ...search, step: STEP.opacity, sign: 1, length: LEAST_LENGTH_MM.line, total: LEAST_TOTAL_MM.line });
  const gaps = isFlat
    ? none
    : linesOf({ ...search, step: STEP.opacity, sign: -1, length: LEAST_LENGTH_MM.gap, total: LEAST_TOTAL_MM.gap });
  const found = [lines];
  if (lightness) {
    for (let at = 0; at < size; at++) {
      const from = at * 4;
      // 0 is no ink at all, and ends every line.
      plane[at] =
        (data[from + 3] ?? 0) < OPAQUE
          ? 0
          : Math.max(1, (54 * (data[from] ?? 0) + 183 * (data[from + 1] ?? 0) + 19 * (data[from + 2] ?? 0)) >> 8);
    }
    const inside = {
      ...search,
      step: STEP.lightness,
      length: LEAST_LENGTH_MM.line,
      total: LEAST_TOTAL_MM.line,
      full: 0,
      endsAtZero: true,
    };
    found.push(linesOf({ ...inside, sign: 1 }), linesOf({ ...inside, sign: -1 }));
  }
  const widths = found.flatMap(({ thinnest }) => thinnest ?? []);
  const area = found.reduce((sum, one) => sum + one.area, 0);
  return {
    thinnestMm: widths.length === 0 ? null : Math.min(...widths) / pxPerMm,
    gapMm: gaps.thinnest === null ? null : gaps.thinnest / pxPerMm,
    share: inked === 0 ? 0 : Math.min(1, area / inked),
    places: marks.places(),
  };
}

const none: Found = { thinnest: null, area: 0 };

interface Search {
  readonly plane: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** In pixels. */
  readonly most: number;
  readonly pxPerMm: number;
  readonly step: number;
  /** 1 for what is more than its ground, -1 for what is less. */
  readonly sign: 1 | -1;
  /** The value of a pixel that is all line; 0 where it depends on the inks. */
  readonly full: number;
  readonly length: number;
  readonly total: number;
  readonly endsAtZero?: boolean;
  readonly marks: Marks;
}

function linesOf(search: Search): Found {
  const { width, height, most, pxPerMm, length } = search;
  const across = new Uint16Array(width * height);
  const down = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) scan(search, across, y * width, 1, width);
  for (let x = 0; x < width; x++) scan(search, down, x, width, height);
  joinWidths(across, down, width, height, most * UNIT * 1.15);
  let [thinnest, area, total]: [number | null, number, number] = [null, 0, 0];
  const found = findComponents(across, width, height).filter((part) => {
    const extent = Math.hypot(part.right - part.left + 1, part.bottom - part.top + 1);
    const mean = part.sum / part.count;
    const spread = Math.sqrt(Math.max(0, part.squares / part.count - mean * mean)) / mean;
    return extent >= length * pxPerMm && mean < CLEARLY * most * UNIT && spread <= MOST_TAPER;
  });
  for (const part of found) total += lengthOf(part);
  if (total < search.total * pxPerMm) return none;
  for (const part of found) {
    const mean = part.sum / part.count / UNIT;
    thinnest = Math.min(thinnest ?? mean, mean);
    area += mean * lengthOf(part);
  }
  markAll(search, across, found);
  return { thinnest, area };
}

/** Rows and columns both mark the middle of a slanting line: its pixels are up to twice its length. */
function lengthOf(part: { left: number; right: number; top: number; bottom: number; count: number }): number {
  const [w, h] = [part.right - part.left + 1, part.bottom - part.top + 1];
  return Math.min(part.count, Math.max(w, h, part.count / 1.4));
}

/** Long lines are marked along all of their way: the box of a frame would be the whole picture. */
function markAll(
  { width, marks }: Search,
  across: Uint16Array,
  found: readonly { left: number; top: number; right: number; bottom: number }[],
): void {
  for (const part of found) {
    for (let y = part.top; y <= part.bottom; y++) {
      for (let x = part.left; x <= part.right; x++) {
        if (across[y * width + x] !== 0) marks.add(x, y, x, y, 1);
      }
    }
  }
}

/**
 * One row or column: wherever the values rise by a step and fall by one again (or the other way round), with about the
 * same ground on both sides, the width at half height is kept at the middle.
 */
function scan(search: Search, widths: Uint16Array, start: number, stride: number, length: number): void {
  const { plane, step, sign, endsAtZero = false } = search;
  // Turning points: the ground before a line, its peak, the ground behind it.
  let low = sign === 1 ? (plane[start] ?? 0) : 255 - (plane[start] ?? 0);
  let high = low;
  let peakAt = 0;
  let before = -1;
  let rising = false;
  for (let at = 1; at < length; at++) {
    const raw = plane[start + at * stride] ?? 0;
    const value = sign === 1 ? raw : 255 - raw;
    if (endsAtZero && raw === 0) {
      rising = false;
      low = 255;
      before = -1;
      continue;
    }
    if (rising) {
      if (value > high) {
        high = value;
        peakAt = at;
      } else if (value <= high - step) {
        // Falls again: the ground behind is where it stops falling.
        let end = at;
        let ground = value;
        while (end + 1 < length) {
          const next = plane[start + (end + 1) * stride] ?? 0;
          if (endsAtZero && next === 0) break;
          const nextValue = sign === 1 ? next : 255 - next;
          if (nextValue > ground) break;
          ground = nextValue;
          end += 1;
          if (end - at > search.most + 2) break;
        }
        if (before >= 0 && Math.abs(before - ground) <= SAME_GROUND * (high - Math.max(before, ground))) {
          keep(search, widths, start, stride, length, peakAt, high, Math.max(before, ground));
        }
        rising = false;
        low = value;
      }
    } else if (value < low) low = value;
    else if (value >= low + step) {
      rising = true;
      before = low;
      high = value;
      peakAt = at;
    }
  }
}

/** The width at this level around the peak, kept at the middle of it. */
function keep(
  { plane, sign, most, full }: Search,
  widths: Uint16Array,
  start: number,
  stride: number,
  length: number,
  peakAt: number,
  peak: number,
  ground: number,
): void {
  const level = (peak + ground) / 2;
  const valueAt = (at: number) => {
    const raw = plane[start + at * stride] ?? 0;
    return sign === 1 ? raw : 255 - raw;
  };
  // Where it is known what a full pixel is, a line of less than two tells by its sum how wide it is.
  const areaOf = (from: number, to: number) => {
    let sum = 0;
    for (let at = Math.max(0, from); at <= Math.min(length - 1, to); at++) sum += Math.max(0, valueAt(at) - ground);
    return sum / (full - ground);
  };
  const farthest = Math.ceil(SLANT * most) + 1;
  let left = peakAt;
  while (valueAt(left) >= level) {
    left -= 1;
    if (left < 0 || peakAt - left > farthest) return;
  }
  let right = peakAt;
  while (valueAt(right) >= level) {
    right += 1;
    if (right >= length || right - peakAt > farthest) return;
  }
  const from = left + (level - valueAt(left)) / (valueAt(left + 1) - valueAt(left));
  const to = right - (level - valueAt(right)) / (valueAt(right - 1) - valueAt(right));
  const width = full === 0 ? to - from : Math.min(to - from, areaOf(left - 1, right + 1));
  if (width > SLANT * most) return;
  const middle = start + Math.round((from + to) / 2) * stride;
  const kept = Math.max(1, Math.round(width * UNIT));
  if (widths[middle] === 0 || (widths[middle] ?? 0) > kept) widths[middle] = kept;
}

/** A line's true width w from its widths along rows and columns: 1/w² = 1/a² + 1/d². Into `across`; 0 above `most`. */
function joinWidths(across: Uint16Array, down: Uint16Array, width: number, height: number, most: number): void {
  const nearest = (of: Uint16Array, x: number, y: number): number => {
    let found = 0;
    for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY++) {
      for (let nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX++) {
        const value = of[nearY * width + nearX] ?? 0;
        if (value !== 0 && (found === 0 || value < found)) found = value;
      }
    }
    return found;
  };
  const joined = new Uint16Array(across.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (across[at] === 0 && down[at] === 0) continue;
      const a = across[at] || nearest(across, x, y);
      const d = down[at] || nearest(down, x, y);
      const w = a === 0 ? d : d === 0 ? a : (a * d) / Math.hypot(a, d);
      if (w <= most) joined[at] = Math.max(1, Math.round(w));
    }
  }
  across.set(joined);
}
