import { colourDistance, hexOf, type Oklab, oklab } from './oklab.ts';
import type { Pixels } from './pixels.ts';

const MOST_INKS = 8;
const MOST_COUNTED = 24;
/** Below this share a colour is an edge or a speck. */
const LEAST_COVERAGE = 0.004;
/** Colours nearer than this, in Oklab, are one ink: about the step that is seen side by side. */
const SAME_INK = 0.055;
/** Edges are thin: what covers more than this was meant. */
const MOST_EDGE = 0.04;
/** How far from the straight line between two inks a mixture of them may lie, of 255. */
const EDGE_WIDTH = 10;
const LEAST_OVERPRINT = 48;
/** Of 255, rounding included. */
const SAME_OVERPRINT = 3;
const HALF_OPAQUE = 128;
/** Of 255 a channel: within this of its ink a pixel is printed flat. Noise of a JPEG stays below. */
const FLAT = 8;
/** Colours equal in their upper five bits. */
const CELL = 0xf8f8f8;
/** Measured: the demo's drawings 0.89 to 1, JPEGs of flat art 0.96, gradients 0.5 to 0.73, photographs 0.2. */
const LEAST_FLAT = 0.8;
const LEAST_PHOTOGRAPHIC = 3;

interface Colour {
  readonly rgb: number;
  count: number;
  readonly lab: Oklab;
}

export interface Ink {
  readonly hex: string;
  /** The part of the inked area, in thousandths, 0 to 1. */
  readonly coverage: number;
}

export interface Inks {
  /** The most used ones, largest first, at most eight. */
  readonly inks: readonly Ink[];
  /** All of them, up to twenty-four, without overprints. */
  readonly count: number;
  /** Colours that two of the inks make where one is printed on the other. */
  readonly overprints: number;
  /** Colours run into each other everywhere: flat inks would not give the picture. */
  readonly isPhotographic: boolean;
}

/**
 * The inks of a picture by clustering its own pixels: its most frequent colours, each a colour that really occurs, and
 * around them what is a shade or an edge of them. Quantisers invent colours, and took 655 ms where this takes 30.
 * The pixels must be the picture's own: means of them would be inks that nobody chose, and a dither one colour.
 */
export function measureInks({ data }: Pixels): Inks {
  const { exact, inked } = countColours(data);
  if (inked === 0) return { inks: [], count: 0, overprints: 0, isPhotographic: false };
  const colours = nearColoursMerged(exact);
  const seeds: Colour[] = [];
  for (const colour of colours) {
    // More than are counted: some turn out to be edges.
    if (seeds.length === 2 * MOST_COUNTED) break;
    if (seeds.every((seed) => colourDistance(seed.lab, colour.lab) > SAME_INK)) seeds.push({ ...colour, count: 0 });
  }
  const seedOf = new Map<number, Colour>();
  for (const colour of colours) {
    const seed = nearest(seeds, colour);
    seed.count += colour.count;
    seedOf.set(colour.rgb & CELL, seed);
  }
  let flat = 0;
  for (const [rgb, count] of exact) {
    const seed = seedOf.get(rgb & CELL);
    if (seed && isFlat(rgb, seed.rgb)) flat += count;
  }
  const inks: Colour[] = [];
  for (const seed of seeds.sort((a, b) => b.count - a.count || a.rgb - b.rgb)) {
    const coverage = seed.count / inked;
    if (inks.length < MOST_COUNTED && coverage >= LEAST_COVERAGE && !(coverage < MOST_EDGE && isMixture(seed, inks))) {
      inks.push(seed);
    } else if (inks.length > 0) nearest(inks, seed).count += seed.count;
  }
  const isPhotographic = flat < LEAST_FLAT * inked && inks.length >= LEAST_PHOTOGRAPHIC;
  const overprints = isPhotographic ? 0 : inks.filter((ink) => isOverprint(ink, inks)).length;
  return {
    inks: inks
      .sort((a, b) => b.count - a.count || a.rgb - b.rgb)
      .slice(0, MOST_INKS)
      .map((ink) => ({ hex: hexOf(ink.rgb), coverage: Math.round((1000 * ink.count) / inked) / 1000 })),
    count: inks.length - overprints,
    overprints,
    isPhotographic,
  };
}

/** Where two inks meet, a renderer mixes them along a straight line: such a colour is an edge, not an ink. */
function isMixture(colour: Colour, inks: readonly Colour[]): boolean {
  return inks.some((a, at) => inks.slice(at + 1).some((b) => liesBetween(colour.rgb, a.rgb, b.rgb)));
}

function liesBetween(colour: number, a: number, b: number): boolean {
  const [c, from, to] = [channels(colour), channels(a), channels(b)];
  const line = to.map((value, at) => value - (from[at] ?? 0));
  const offset = c.map((value, at) => value - (from[at] ?? 0));
  const length = line.reduce((sum, value) => sum + value * value, 0);
  const along = line.reduce((sum, value, at) => sum + value * (offset[at] ?? 0), 0) / length;
  if (along <= 0 || along >= 1) return false;
  return Math.hypot(...offset.map((value, at) => value - along * (line[at] ?? 0))) <= EDGE_WIDTH;
}

/** One ink through another: each channel is what both let through. Black is no overprint, for too many pairs make it. */
function isOverprint(colour: Colour, inks: readonly Colour[]): boolean {
  const c = channels(colour.rgb);
  if (Math.max(...c) < LEAST_OVERPRINT) return false;
  return inks.some((a, at) =>
    inks.slice(at + 1).some((b) => {
      if (a === colour || b === colour) return false;
      const [one, other] = [channels(a.rgb), channels(b.rgb)];
      return c.every((value, channel) => {
        return Math.abs(value - ((one[channel] ?? 0) * (other[channel] ?? 0)) / 255) <= SAME_OVERPRINT;
      });
    }),
  );
}

function channels(rgb: number): number[] {
  return [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
}

function isFlat(rgb: number, seed: number): boolean {
  const other = channels(seed);
  return channels(rgb).every((value, at) => Math.abs(value - (other[at] ?? 0)) <= FLAT);
}

function countColours(data: Pixels['data']): { exact: Map<number, number>; inked: number } {
  const exact = new Map<number, number>();
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < HALF_OPAQUE) continue;
    inked += 1;
    const rgb = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    exact.set(rgb, (exact.get(rgb) ?? 0) + 1);
  }
  return { exact, inked };
}

/** A photo has a colour for each pixel: those equal in their upper five bits count together, as their commonest. */
function nearColoursMerged(exact: Map<number, number>): Colour[] {
  const cells = new Map<number, { rgb: number; most: number; count: number }>();
  for (const [rgb, count] of exact) {
    const cell = rgb & CELL;
    const known = cells.get(cell);
    if (!known) cells.set(cell, { rgb, most: count, count });
    else {
      known.count += count;
      if (count > known.most) {
        known.most = count;
        known.rgb = rgb;
      }
    }
  }
  return [...cells.values()]
    .sort((a, b) => b.count - a.count || a.rgb - b.rgb)
    .map(({ rgb, count }) => ({ rgb, count, lab: oklab(rgb) }));
}

function nearest(seeds: readonly Colour[], colour: Colour): Colour {
  return seeds.reduce((best, seed) =>
    colourDistance(seed.lab, colour.lab) < colourDistance(best.lab, colour.lab) ? seed : best,
  );
}
