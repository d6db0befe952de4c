/**
 * How alike two drawings are, whatever was done to hide it. A shape is the low frequencies of where a picture changes
 * (its contours), not of its colours: recolouring and inverting move nothing, trimming took the margin away before, and
 * mirroring or turning by a quarter only change signs and places, so that all eight variants follow from one shape.
 */

/** Side of the square of contour strengths that a shape is made of. */
export const CONTOUR_SIDE = 64;
/** Frequencies of a shape. */
export const SHAPE_LENGTH = 128;
/** The first bits of a shape's signs that are looked up together, and how many such groups there are. */
const BAND_BITS = 16;
const BANDS = SHAPE_LENGTH / BAND_BITS;

/**
 * Measured by `node scripts/likeness.ts` on the 50 drawings of the demo: of 900 copies made in 18 ways `alike` finds 98 %
 * (96 % by key; all that were mirrored, turned by quarters, recoloured, inverted or given a margin), and none of 1,225
 * pairs of different drawings, of which the nearest reaches 51 %. Tried once on 2,400 drawings of two public icon sets:
 * 19 of 357,000 pairs, nearly all of one series (faces, playing cards), one of 238,500 across sets. What is missed was
 * cropped by 8 % a side or more, or is white on a white ground.
 */
export const LIKENESS = {
  /** From here a person looks at both, in percent. */
  alike: 74,
  /** From here it is said to be nearly the same. */
  same: 88,
  /** Signs that may differ before the shapes themselves are compared; 64 do between drawings that share nothing. */
  mostSigns: 48,
  /** Signs of a band that the lookup tries both ways, the least certain ones. One more finds 1 % more and costs four times as much. */
  unsure: 4,
  /** The nearest are kept. */
  mostHits: 8,
  /** Degrees by which a copy may be askew: each is tried, with the eight variants of each. */
  angles: [0, 6, -6, 12, -12],
} as const;

/** Strengths of the frequencies, scaled so that their root mean square is 32. All zero for a picture of nothing. */
export type Shape = Int8Array;

interface Frequency {
  readonly u: number;
  readonly v: number;
  readonly weight: number;
}

/** The lowest first; u goes across, v down. With (u, v) there is always (v, u), for quarter turns swap them. */
const frequencies: readonly Frequency[] = lowest(SHAPE_LENGTH);
const swapped = frequencies.map(({ u, v }) => frequencies.findIndex((other) => other.u === v && other.v === u));
const cosines = cosineTable();

function lowest(count: number): Frequency[] {
  const all: Frequency[] = [];
  for (let v = 0; v < count; v++) {
    for (let u = 0; u < count && u * u + v * v <= 2 * count; u++) {
      if (u + v === 0) continue;
      // High frequencies are weaker by nature and tell as much; a frequency along one axis has twice the norm.
      const weight = Math.hypot(u, v) ** 0.75 * (u === 0 || v === 0 ? Math.SQRT1_2 : 1);
      all.push({ u, v, weight });
    }
  }
  all.sort((a, b) => a.u * a.u + a.v * a.v - (b.u * b.u + b.v * b.v) || a.v - b.v || a.u - b.u);
  return all.slice(0, count);
}

function cosineTable(): Float64Array[] {
  const most = Math.max(...frequencies.map(({ u }) => u));
  return Array.from({ length: most + 1 }, (_, u) =>
    Float64Array.from({ length: CONTOUR_SIDE }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * CONTOUR_SIDE))),
  );
}

/** The shape of a square of contour strengths, row by row. */
export function shapeOf(contours: ArrayLike<number>): Shape {
  const side = CONTOUR_SIDE;
  if (contours.length !== side * side) throw new Error(`contours are ${side} × ${side}`);
  // Rows first: across[u][y].
  const across = cosines.map((cosine) => {
    const sums = new Float64Array(side);
    for (let y = 0; y < side; y++) {
      let sum = 0;
      for (let x = 0; x < side; x++) sum += (contours[y * side + x] ?? 0) * (cosine[x] ?? 0);
      sums[y] = sum;
    }
    return sums;
  });
  const values = frequencies.map(({ u, v, weight }) => {
    const sums = across[u] ?? new Float64Array(side);
    const cosine = cosines[v] ?? sums;
    let sum = 0;
    for (let y = 0; y < side; y++) sum += (sums[y] ?? 0) * (cosine[y] ?? 0);
    return sum * weight;
  });
  const mean = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / SHAPE_LENGTH);
  // Rounding errors of an even surface are no shape.
  const scale = mean < 1e-6 ? 0 : 32 / mean;
  return Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value * scale))));
}

export function isBlank(shape: Shape): boolean {
  return shape.every((value) => value === 0);
}

/** The eight ways to lay a square sheet: mirrored left to right first or not, then turned clockwise by quarters. */
export interface Turn {
  readonly mirrored: boolean;
  readonly quarters: 0 | 1 | 2 | 3;
}

export const turns: readonly Turn[] = [false, true].flatMap((mirrored) =>
  ([0, 1, 2, 3] as const).map((quarters) => ({ mirrored, quarters })),
);

/** The shape that the picture has when it is laid so. */
export function turned(shape: Shape, { mirrored, quarters }: Turn): Shape {
  let result = mirrored ? flipped(shape, true, false) : shape;
  // A quarter clockwise swaps the axes and then mirrors left to right.
  for (let quarter = 0; quarter < quarters; quarter++) result = flipped(transposed(result), true, false);
  return result;
}

/** What undoes a turn. */
export function inverseOf({ mirrored, quarters }: Turn): Turn {
  return mirrored ? { mirrored, quarters } : { mirrored, quarters: ((4 - quarters) % 4) as Turn['quarters'] };
}

function transposed(shape: Shape): Shape {
  return shape.map((_, at) => shape[swapped[at] ?? at] ?? 0);
}

function flipped(shape: Shape, acrossX: boolean, acrossY: boolean): Shape {
  return shape.map((value, at) => {
    const { u, v } = frequencies[at] ?? { u: 0, v: 0 };
    return (acrossX && u % 2 === 1) !== (acrossY && v % 2 === 1) ? -value : value;
  });
}

/** How alike two shapes are, in whole percent: 100 is the same, around 0 shares nothing. */
export function likeness(a: Shape, b: Shape): number {
  let [both, ofA, ofB] = [0, 0, 0];
  for (let at = 0; at < SHAPE_LENGTH; at++) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 0 || ofB === 0 ? 0 : Math.round((100 * both) / Math.sqrt(ofA * ofB));
}

/** The signs of a shape as a string of 0 and 1. */
export function signsOf(shape: Shape): string {
  return Array.from(shape, (value) => (value > 0 ? '1' : '0')).join('');
}

/** In how many places two strings of signs differ: the Hamming distance. */
export function distance(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < Math.max(a.length, b.length); at++) if (a[at] !== b[at]) count += 1;
  return count;
}

/** What a shape is filed under: a number for each band of its signs. Alike shapes share one nearly always. */
export function keysOf(shape: Shape): number[] {
  return Array.from({ length: BANDS }, (_, band) => keyOf(band, bandSigns(shape, band)));
}

/** What to look a shape up under: its keys, and those it would have if its least certain signs were otherwise. */
export function lookupKeysOf(shape: Shape, unsure: number = LIKENESS.unsure): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const signs = bandSigns(shape, band);
    const places = Array.from({ length: BAND_BITS }, (_, bit) => bit)
      .sort((a, b) => strength(shape, band, a) - strength(shape, band, b) || a - b)
      .slice(0, unsure);
    return Array.from({ length: 1 << unsure }, (_, choice) => {
      const flips = places.reduce((mask, place, nth) => (choice & (1 << nth) ? mask | (1 << place) : mask), 0);
      return keyOf(band, signs ^ flips);
    });
  }).flat();
}

function keyOf(band: number, signs: number): number {
  return band * (1 << BAND_BITS) + signs;
}

function bandSigns(shape: Shape, band: number): number {
  let signs = 0;
  for (let bit = 0; bit < BAND_BITS; bit++) if ((shape[band * BAND_BITS + bit] ?? 0) > 0) signs |= 1 << bit;
  return signs;
}

function strength(shape: Shape, band: number, bit: number): number {
  return Math.abs(shape[band * BAND_BITS + bit] ?? 0);
}
