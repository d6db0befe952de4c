import {
  asHistogram,
  cellPoints,
  type DesignTally,
  finalists,
  histogramCell,
  quorum,
  score,
  tally,
  winners,
} from '@fraisier/shared/cycle/tally.ts';
import { points, type Stars } from '@fraisier/shared/cycle/voting-rules.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/tally.json' with { type: 'json' };
import { histogramOf } from './histograms.ts';

interface TallyCase {
  readonly name: string;
  readonly designs: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly expected: {
    readonly ratings: number;
    readonly points: number;
    readonly places: readonly { readonly id: string }[];
  };
  readonly finalists: { readonly f: number; readonly ids: readonly string[] };
  readonly winners: readonly string[];
  readonly passedOver?: readonly string[];
}

const cases = fixture.cases as unknown as readonly TallyCase[];

const designsOf = (ratings: TallyCase['designs']): DesignTally[] =>
  Object.entries(ratings).map(([designId, cells]) => ({ designId, histogram: histogramOf(cells) }));

/** Few values in few cells, so that ties of every kind come up. */
const histogram = fc
  .array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4 })), {
    minLength: 10,
    maxLength: 10,
  })
  .map(asHistogram);
const round = fc
  .array(histogram, { maxLength: 12 })
  .map((all) =>
    all.map((cells, index) => ({ designId: `design-${String(index).padStart(2, '0')}`, histogram: cells })),
  );

describe('the count', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const result = tally(designsOf(one.designs));

    expect(result.ratings).toBe(one.expected.ratings);
    expect(result.points).toBe(one.expected.points);
    expect(
      result.designs.map(({ designId, rank, tied, score, n, points, wouldWear }) => ({
        id: designId,
        rank,
        tied,
        score,
        n,
        points,
        wouldWear,
      })),
    ).toEqual(one.expected.places);
    const inFinal = finalists(result, one.finalists.f);
    expect(inFinal).toEqual(one.finalists.ids);
    expect(winners(result, inFinal, [...(one.passedOver ?? [])])).toEqual(one.winners);
  });

  it('is the same whatever the order of the designs', () => {
    fc.assert(
      fc.property(
        round.chain((designs) =>
          fc.tuple(fc.constant(designs), fc.shuffledSubarray(designs, { minLength: designs.length })),
        ),
        ([designs, shuffled]) => {
          expect(tally(shuffled)).toEqual(tally(designs));
        },
      ),
    );
  });

  it('never lets a design lose by a better rating', () => {
    fc.assert(
      fc.property(round, fc.nat(), fc.nat({ max: 8 }), (designs, pick, cell) => {
        const own = designs[pick % Math.max(1, designs.length)];
        const ratings = own?.histogram[cell] ?? 0;
        // From (stars, would wear) to (stars + 1, would wear): one star more, everything else the same.
        fc.pre(own !== undefined && ratings > 0 && cell < 8);
        const bettered = own.histogram.map((n, index) => (index === cell ? n - 1 : index === cell + 2 ? n + 1 : n));
        const after = designs.map((design) => (design === own ? { ...own, histogram: asHistogram(bettered) } : design));
        const rankIn = (all: DesignTally[]) => tally(all).designs.find((d) => d.designId === own.designId)?.rank ?? 0;
        expect(rankIn(after)).toBeLessThanOrEqual(rankIn(designs));
      }),
    );
  });

  it('gives equal ranks exactly to designs that are equal in all that decides', () => {
    fc.assert(
      fc.property(round, (designs) => {
        const ranked = tally(designs).designs;
        for (const a of ranked) {
          const before = ranked.filter((b) => b.rank < a.rank).length;
          const sharing = ranked.filter((b) => b.rank === a.rank);
          expect(a.rank).toBe(before + 1);
          expect(a.tied).toBe(sharing.length > 1);
          for (const b of sharing) {
            expect([b.score, b.n, b.wouldWear]).toEqual([a.score, a.n, a.wouldWear]);
          }
        }
      }),
    );
  });

  it('scores a round of 10 million ratings to the last digit', () => {
    // By hand: 10^6 × (10^7 × 4·10^6 + 10 × 3·10^7) / (10^7 × (10^6 + 10)) = 3999990.00009…
    expect(score(4_000_000n, 1_000_000n, 10_000_000n, 30_000_000n)).toBe(3_999_990n);
  });

  it('scores nothing when nobody voted', () => {
    expect(score(0n, 0n, 0n, 0n)).toBe(0n);
  });

  it('refuses histograms that cannot be counts, and a design that is there twice', () => {
    expect(() => asHistogram([1, 2, 3])).toThrow(TypeError);
    expect(() => asHistogram([0, 0, 0, 0, 0, 0, 0, 0, 0, -1])).toThrow(TypeError);
    expect(() => asHistogram([0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5])).toThrow(TypeError);
    const one = { designId: 'a', histogram: histogramOf({ '5': 1 }) };
    expect(() => tally([one, one])).toThrow(TypeError);
  });

  it('puts every rating into the cell that is worth its points', () => {
    const seen = new Set<number>();
    for (const stars of [1, 2, 3, 4, 5] satisfies Stars[]) {
      for (const wouldWear of [false, true]) {
        const cell = histogramCell(stars, wouldWear);
        expect(cellPoints(cell)).toBe(points(stars, wouldWear));
        seen.add(cell);
      }
    }
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('the final and the winners', () => {
  it('never leaves a design out that is better than one in', () => {
    fc.assert(
      fc.property(round, fc.integer({ min: 1, max: 6 }), (designs, f) => {
        const result = tally(designs);
        const chosen = finalists(result, f);
        expect(chosen.length).toBeGreaterThanOrEqual(Math.min(f, designs.length));
        const worstIn = Math.max(0, ...result.designs.filter((d) => chosen.includes(d.designId)).map((d) => d.rank));
        for (const design of result.designs) {
          expect(chosen.includes(design.designId)).toBe(design.rank <= worstIn);
        }
        // More than f only when the places at the cut are shared.
        if (chosen.length > f) expect(result.designs.filter((d) => d.rank === worstIn).length).toBeGreaterThan(1);
      }),
    );
  });

  const result = tally(designsOf({ a: { '5': 30 }, b: { '4': 30 }, c: { '4': 30 }, d: { '2': 30 }, e: { '5+': 30 } }));

  it('gives the place of a design that was passed over to the next ones', () => {
    expect(finalists(result, 2)).toEqual(['e', 'a']);
    expect(finalists(result, 2, ['e'])).toEqual(['a', 'b', 'c']);
    expect(winners(result, ['a', 'b', 'c', 'e'])).toEqual(['e']);
    expect(winners(result, ['a', 'b', 'c', 'e'], ['e'])).toEqual(['a']);
    expect(winners(result, ['a', 'b', 'c', 'e'], ['e', 'a'])).toEqual(['b', 'c']);
    expect(winners(result, ['a', 'e'], ['e', 'a'])).toEqual([]);
  });

  it('chooses the winner among the finalists only, however good the others have become', () => {
    expect(winners(result, ['b', 'd'])).toEqual(['b']);
  });
});

describe('the quorum', () => {
  const rated = (n: number) => ({ '3': n });
  const result = tally(designsOf({ a: rated(100), b: rated(99), c: rated(20), d: rated(19) }));

  it('is met when each finalist and the median design have enough ratings', () => {
    expect(quorum(result, ['a', 'b'], { finalMin: 99, medianMin: 20 })).toEqual({ met: true, reasons: [] });
  });

  it('names each finalist that is short', () => {
    expect(quorum(result, ['a', 'b', 'd'], { finalMin: 100, medianMin: 20 })).toEqual({
      met: false,
      reasons: [
        { code: 'finalist_short', field: 'b', detail: '99/100' },
        { code: 'finalist_short', field: 'd', detail: '19/100' },
      ],
    });
  });

  it('takes the middle of the two middle designs when their number is even', () => {
    const even = tally(designsOf({ a: rated(50), b: rated(21), c: rated(18), d: rated(0) }));
    expect(quorum(even, [], { finalMin: 1, medianMin: 20 }).reasons).toEqual([
      { code: 'median_short', detail: '19.5/20' },
    ]);
    expect(quorum(even, [], { finalMin: 1, medianMin: 19 }).met).toBe(true);
    const odd = tally(designsOf({ a: rated(50), b: rated(21), c: rated(18) }));
    expect(quorum(odd, [], { finalMin: 1, medianMin: 21 }).met).toBe(true);
    expect(quorum(odd, [], { finalMin: 1, medianMin: 22 }).met).toBe(false);
  });

  it('is never met by a round without designs', () => {
    expect(quorum(tally([]), [], { finalMin: 0, medianMin: 0 })).toEqual({
      met: false,
      reasons: [{ code: 'no_designs' }],
    });
  });
});
