import { asHistogram, type DesignTally, margin, rankBand, tally } from '@fraisier/shared/cycle/tally.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/tally.json' with { type: 'json' };
import { histogramOf } from './histograms.ts';

interface MarginCase {
  readonly name: string;
  readonly a: Readonly<Record<string, number>>;
  readonly b: Readonly<Record<string, number>>;
  readonly expected: { readonly photoFinish: boolean; readonly ratio: string | null };
}

const cases = fixture.margins as unknown as readonly MarginCase[];
const design = (designId: string, ratings: Readonly<Record<string, number>>): DesignTally => ({
  designId,
  histogram: histogramOf(ratings),
});

const histogram = fc.array(fc.nat({ max: 80 }), { minLength: 10, maxLength: 10 }).map(asHistogram);

/** In floating point, from the textbook: what the integers must agree with wherever floats can tell. */
function ratioOf(a: DesignTally, b: DesignTally): number {
  const figures = ({ histogram: cells }: DesignTally) => {
    const ratings = cells.flatMap((n, cell) => Array.from({ length: n }, () => Math.floor(cell / 2) + 1 + (cell % 2)));
    const mean = ratings.reduce((sum, p) => sum + p, 0) / ratings.length;
    const variance = ratings.reduce((sum, p) => sum + (p - mean) ** 2, 0) / (ratings.length - 1);
    return { mean, ofMean: variance / ratings.length };
  };
  const first = figures(a);
  const second = figures(b);
  return (first.mean - second.mean) / Math.sqrt(first.ofMean + second.ofMean);
}

describe('the margin', () => {
  it.each(cases.map((one, index) => [`${index}: ${one.name}`, one] as const))('%s', (_name, one) => {
    expect(margin(design('a', one.a), design('b', one.b))).toEqual(one.expected);
  });

  it('agrees with the textbook wherever floating point can tell', () => {
    fc.assert(
      fc.property(histogram, histogram, (one, other) => {
        const a = { designId: 'a', histogram: one };
        const b = { designId: 'b', histogram: other };
        const expected = ratioOf(a, b);
        fc.pre(Number.isFinite(expected) && Math.abs(expected - 2) > 1e-9);
        const found = margin(a, b);
        expect(found.photoFinish).toBe(expected < 2);
        expect(Math.abs(Number(found.ratio) - expected)).toBeLessThan(0.01 + 1e-9);
        expect(Math.abs(Number(found.ratio))).toBeLessThanOrEqual(Math.abs(expected) + 1e-9);
      }),
    );
  });

  it('never shows 2.00 or more for a photo finish, nor less for a clear one', () => {
    fc.assert(
      fc.property(histogram, histogram, (one, other) => {
        const { photoFinish, ratio } = margin({ designId: 'a', histogram: one }, { designId: 'b', histogram: other });
        fc.pre(ratio !== null);
        expect(photoFinish).toBe(Number(ratio) < 2);
      }),
    );
  });
});

describe('the interval of ranks', () => {
  it('is the place itself when everything is far apart', () => {
    const result = tally([
      design('a', { '5+': 300, '5': 10 }),
      design('b', { '4': 300, '3': 10 }),
      design('c', { '1': 300, '2': 10 }),
    ]);
    expect(rankBand(result, 'a')).toEqual({ from: 1, to: 1 });
    expect(rankBand(result, 'b')).toEqual({ from: 2, to: 2 });
    expect(rankBand(result, 'c')).toEqual({ from: 3, to: 3 });
  });

  it('spans the designs that another crowd could have put in any order', () => {
    const result = tally([
      design('far', { '5+': 300, '5': 10 }),
      design('x', { '4': 100, '3': 100, '5': 30 }),
      design('y', { '4': 101, '3': 100, '5': 30 }),
      design('z', { '4': 102, '3': 100, '5': 29 }),
      design('low', { '1': 300, '2': 10 }),
    ]);
    for (const close of ['x', 'y', 'z']) expect(rankBand(result, close)).toEqual({ from: 2, to: 4 });
    expect(rankBand(result, 'low')).toEqual({ from: 5, to: 5 });
  });

  it('is everything for a design with too few ratings to say', () => {
    const result = tally([
      design('a', { '5+': 300, '5': 10 }),
      design('new', { '3': 1 }),
      design('c', { '1': 300, '2': 10 }),
    ]);
    expect(rankBand(result, 'new')).toEqual({ from: 1, to: 3 });
  });

  it('holds the place of a design that five friends’ perfect ratings do not outrank', () => {
    const result = tally([
      design('liked', { '5': 490, '5+': 10, '4': 10 }),
      design('friends', { '5+': 4, '5': 1 }),
      design('rest', { '1': 300, '2': 300 }),
    ]);
    expect(result.designs.map((ranked) => ranked.designId)).toEqual(['liked', 'friends', 'rest']);
    expect(rankBand(result, 'liked')).toEqual({ from: 1, to: 2 });
    expect(rankBand(result, 'friends')).toEqual({ from: 1, to: 2 });
  });

  it('is not there for a design of another round', () => {
    expect(rankBand(tally([design('a', { '5': 1 })]), 'b')).toBeNull();
  });

  it('always holds the place that the design has, and does not depend on the order of the designs', () => {
    const round = fc
      .array(fc.array(fc.nat({ max: 30 }), { minLength: 10, maxLength: 10 }).map(asHistogram), {
        minLength: 1,
        maxLength: 8,
      })
      .map((all) => all.map((cells, index) => ({ designId: `d${index}`, histogram: cells })));
    fc.assert(
      fc.property(round, (designs) => {
        const result = tally(designs);
        const reversed = tally(designs.toReversed());
        for (const { designId, rank } of result.designs) {
          const band = rankBand(result, designId);
          expect(band).not.toBeNull();
          expect(band?.from).toBeLessThanOrEqual(rank);
          expect(band?.to).toBeGreaterThanOrEqual(rank);
          expect(rankBand(reversed, designId)).toEqual(band);
        }
      }),
    );
  });

  it('holds the place that a second crowd gives about nine times in ten', () => {
    let state = 20_261_121;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const designs = 16;
    /** A crowd of one public: 60 ratings of each design, whose true worth falls from the first to the last. */
    const vote = () =>
      tally(
        Array.from({ length: designs }, (_, index) => {
          const worth = 0.55 - (0.1 * index) / (designs - 1);
          const cells = Array.from({ length: 10 }, () => 0);
          for (let rating = 0; rating < 60; rating++) {
            const noise = (random() + random() + random() + random() - 2) * 0.6;
            const stars = Math.min(5, Math.max(1, Math.round(1 + 4 * (worth + noise))));
            const cell = (stars - 1) * 2 + (random() < worth ? 1 : 0);
            cells[cell] = (cells[cell] ?? 0) + 1;
          }
          return { designId: `d${String(index).padStart(2, '0')}`, histogram: asHistogram(cells) };
        }),
      );
    const pairs = 100;
    let inside = 0;
    let width = 0;
    for (let i = 0; i < pairs; i++) {
      const first = vote();
      for (const { designId, rank } of vote().designs) {
        const band = rankBand(first, designId);
        if (band === null) throw new Error('every design has a band');
        if (band.from <= rank && rank <= band.to) inside += 1;
        width += band.to - band.from + 1;
      }
    }
    const share = inside / (pairs * designs);
    expect(share).toBeGreaterThan(0.86);
    expect(share).toBeLessThan(0.97);
    expect(width / (pairs * designs)).toBeLessThan(designs);
  });
});
