import {
  CONTOUR_SIDE,
  distance,
  inverseOf,
  isBlank,
  keysOf,
  LIKENESS,
  likeness,
  lookupKeysOf,
  SHAPE_LENGTH,
  type Shape,
  shapeOf,
  signsOf,
  type Turn,
  turned,
  turns,
} from '@fraisier/shared/cycle/likeness.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const side = CONTOUR_SIDE;

/** Contours of a few rectangles: what a drawing looks like to the rule. */
const contours = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: side - 9 }),
      y: fc.integer({ min: 0, max: side - 9 }),
      w: fc.integer({ min: 3, max: 40 }),
      h: fc.integer({ min: 3, max: 40 }),
      strength: fc.integer({ min: 40, max: 200 }),
    }),
    { minLength: 4, maxLength: 12 },
  )
  .map((boxes) => {
    const grey = new Float64Array(side * side);
    for (const { x, y, w, h, strength } of boxes) {
      for (let row = y; row < Math.min(side, y + h); row++) {
        for (let column = x; column < Math.min(side, x + w); column++) {
          const isEdge = row === y || row === y + h - 1 || column === x || column === x + w - 1;
          if (isEdge) grey[row * side + column] = Math.min(255, (grey[row * side + column] ?? 0) + strength);
        }
      }
    }
    return grey;
  });

const turn = fc.constantFrom(...turns);

/** The sheet itself, laid so: what the rule must foresee from the shape alone. */
function laid(grey: Float64Array, { mirrored, quarters }: Turn): Float64Array {
  const at = (from: Float64Array, x: number, y: number) => from[y * side + x] ?? 0;
  const map = (from: Float64Array, place: (x: number, y: number) => readonly [number, number]) =>
    from.map((_, index) => at(from, ...place(index % side, Math.floor(index / side))));
  let sheet = mirrored ? map(grey, (x, y) => [side - 1 - x, y]) : grey;
  for (let quarter = 0; quarter < quarters; quarter++) sheet = map(sheet, (x, y) => [y, side - 1 - x]);
  return sheet;
}

const differ = (a: Shape, b: Shape) => a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0);

describe('the shape of a drawing', () => {
  it('is foreseen for every way to lay the sheet', () => {
    fc.assert(
      fc.property(contours, turn, (grey, way) => {
        // One unit: a value on the edge of two may be rounded to either.
        expect(differ(shapeOf(laid(grey, way)), turned(shapeOf(grey), way))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('has turns that form a group: each is undone by its inverse, and two after another are one of the eight', () => {
    fc.assert(
      fc.property(contours, turn, turn, (grey, one, two) => {
        const shape = shapeOf(grey);
        expect(turned(turned(shape, one), inverseOf(one))).toEqual(shape);
        const both = turned(turned(shape, one), two);
        expect(turns.some((way) => differ(turned(shape, way), both) === 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(turns).toHaveLength(8);
  });

  it('does not hang on how strong the contours are', () => {
    fc.assert(
      fc.property(contours, fc.double({ min: 0.2, max: 5, noNaN: true }), (grey, factor) => {
        const [shape, scaled] = [shapeOf(grey), shapeOf(grey.map((value) => value * factor))];
        expect(differ(shape, scaled)).toBeLessThanOrEqual(1);
        expect(likeness(shape, scaled)).toBe(100);
      }),
      { numRuns: 40 },
    );
  });

  it('is blank where nothing changes, and like nothing then', () => {
    const blank = shapeOf(new Float64Array(side * side).fill(7));
    expect(isBlank(blank)).toBe(true);
    expect(likeness(blank, blank)).toBe(0);
    expect(() => shapeOf([1, 2, 3])).toThrow();
  });
});

describe('how alike two drawings are', () => {
  it('does not hang on which is asked first, and is whole with itself', () => {
    fc.assert(
      fc.property(contours, contours, (one, two) => {
        const [a, b] = [shapeOf(one), shapeOf(two)];
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(distance(signsOf(a), signsOf(b))).toBe(distance(signsOf(b), signsOf(a)));
        expect(likeness(a, a)).toBe(100);
        expect(distance(signsOf(a), signsOf(a))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same however both are laid', () => {
    fc.assert(
      fc.property(contours, contours, turn, (one, two, way) => {
        const [a, b] = [shapeOf(one), shapeOf(two)];
        expect(likeness(turned(a, way), turned(b, way))).toBe(likeness(a, b));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps to the triangle: from one to a third it is never farther than by way of a second', () => {
    fc.assert(
      fc.property(contours, contours, contours, (one, two, three) => {
        const [a, b, c] = [one, two, three].map((grey) => signsOf(shapeOf(grey))) as [string, string, string];
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      }),
      { numRuns: 40 },
    );
  });
});

describe('what a drawing is filed under', () => {
  it('is a key of each band, and among those it is looked up under', () => {
    fc.assert(
      fc.property(contours, (grey) => {
        const shape = shapeOf(grey);
        const keys = keysOf(shape);
        const sought = lookupKeysOf(shape);
        expect(new Set(keys.map((key) => key >> 16)).size).toBe(8);
        expect(sought).toHaveLength(8 << LIKENESS.unsure);
        expect(new Set(sought).size).toBe(sought.length);
        for (const key of keys) expect(sought).toContain(key);
      }),
      { numRuns: 40 },
    );
  });

  it('is still met when the least certain signs of every band are otherwise', () => {
    fc.assert(
      fc.property(contours, (grey) => {
        const shape = shapeOf(grey);
        const band = SHAPE_LENGTH / 8;
        const shaken = shape.map((value, at) => {
          const start = Math.floor(at / band) * band;
          const strengths = [...shape.subarray(start, start + band)].map(Math.abs).sort((a, b) => a - b);
          const isWeak = Math.abs(value) < (strengths[LIKENESS.unsure] ?? 0);
          return isWeak ? -value || 1 : value;
        });
        expect(lookupKeysOf(shape).filter((key) => keysOf(shaken).includes(key))).toHaveLength(8);
      }),
      { numRuns: 40 },
    );
  });
});
