import type { Pixels } from './open-picture.ts';

const MOST_INKS = 8;
/** Below this share a colour is an edge or a speck. */
const LEAST_COVERAGE = 0.004;
/** Colours nearer than this, in Oklab, are one ink: about the step that is seen side by side. */
const SAME_INK = 0.055;
/** Edges are thin: what covers more than this was meant. */
const MOST_EDGE = 0.04;
/** How far from the straight line between two inks a mixture of them may lie, of 255. */
const EDGE_WIDTH = 10;
const HALF_OPAQUE = 128;

interface Colour {
  readonly rgb: number;
  count: number;
  readonly lab: readonly [number, number, number];
}

/**
 * The inks of a picture by clustering its own pixels: its most frequent colours, each a colour that really occurs, and
 * around them what is a shade or an edge of them. Quantisers invent colours, and took 655 ms where this takes 30.
 */
export function findInks({ data }: Pixels): { hex: string; coverage: number }[] {
  const { exact, inked } = countColours(data);
  if (inked === 0) return [];
  const colours = nearColoursMerged(exact);
  const seeds: Colour[] = [];
  for (const colour of colours) {
    // More than are told: some turn out to be edges.
    if (seeds.length === 3 * MOST_INKS) break;
    if (seeds.every((seed) => distance(seed.lab, colour.lab) > SAME_INK)) seeds.push({ ...colour, count: 0 });
  }
  for (const colour of colours) nearest(seeds, colour).count += colour.count;
  const inks: Colour[] = [];
  for (const seed of seeds.sort((a, b) => b.count - a.count || a.rgb - b.rgb)) {
    const coverage = seed.count / inked;
    if (inks.length < MOST_INKS && coverage >= LEAST_COVERAGE && !(coverage < MOST_EDGE && isMixture(seed, inks))) {
      inks.push(seed);
    } else if (inks.length > 0) nearest(inks, seed).count += seed.count;
  }
  return inks
    .sort((a, b) => b.count - a.count || a.rgb - b.rgb)
    .map((ink) => ({
      hex: `#${ink.rgb.toString(16).padStart(6, '0')}`,
      coverage: Math.round((1000 * ink.count) / inked) / 1000,
    }));
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

function channels(rgb: number): number[] {
  return [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
}

function countColours(data: Buffer): { exact: Map<number, number>; inked: number } {
  const exact = new Map<number, number>();
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data.readUInt8(at + 3) < HALF_OPAQUE) continue;
    inked += 1;
    const rgb = data.readUIntBE(at, 3);
    exact.set(rgb, (exact.get(rgb) ?? 0) + 1);
  }
  return { exact, inked };
}

/** A photo has a colour for each pixel: those equal in their upper five bits count together, as their commonest. */
function nearColoursMerged(exact: Map<number, number>): Colour[] {
  const cells = new Map<number, { rgb: number; most: number; count: number }>();
  for (const [rgb, count] of exact) {
    const cell = rgb & 0xf8f8f8;
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
  return seeds.reduce((best, seed) => (distance(seed.lab, colour.lab) < distance(best.lab, colour.lab) ? seed : best));
}

function distance(a: Colour['lab'], b: Colour['lab']): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Björn Ottosson's Oklab, in which equal steps look equal. */
function oklab(rgb: number): [number, number, number] {
  const [r, g, b] = [linear(rgb >> 16), linear((rgb >> 8) & 255), linear(rgb & 255)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
