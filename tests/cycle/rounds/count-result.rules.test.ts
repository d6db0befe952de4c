import {
  type CountInput,
  countResult,
  isPhotoFinish,
  readCountResult,
  winnersOf,
  writeCountResult,
} from '@fraisier/server/cycle/rounds/count-result.ts';
import { type CanonicalValue, canonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import { asHistogram } from '@fraisier/shared/cycle/histograms.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const flat = (stars: number, n: number) => {
  const cells = new Array<number>(10).fill(0);
  cells[(stars - 1) * 2] = n;
  return asHistogram(cells);
};
const trio = [
  { designId: 'a', histogram: flat(5, 40) },
  { designId: 'b', histogram: flat(4, 40) },
  { designId: 'c', histogram: flat(1, 40) },
];
/** Nothing is set aside unless the change says so. */
const input = (change: Partial<CountInput> = {}): CountInput => ({
  round: '2026-12',
  tallies: trio,
  all: { tallies: change.tallies ?? trio, voters: 40 },
  setAsideVoters: 0,
  sizes: [
    { designId: 'a', size: 'M', count: 3 },
    { designId: 'a', size: 'XL', count: 1 },
  ],
  finalistIds: ['a', 'b'],
  voters: 40,
  quorum: { finalMin: 40, medianMin: 20 },
  dealt: [40, 40, 40],
  crowd: { eligible: 90, ages: [{ days: 3, voters: 40 }], buyers: { voters: 0, tallies: [] } },
  ...change,
});

describe('the result of a count', () => {
  it('is the same text whatever the order of what is counted', () => {
    const designs = fc.uniqueArray(
      fc.record({
        designId: fc.uuid(),
        histogram: fc.array(fc.nat({ max: 60 }), { minLength: 10, maxLength: 10 }).map(asHistogram),
      }),
      { selector: (design) => design.designId, minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(designs, fc.infiniteStream(fc.nat()), (tallies, keys) => {
        const finalistIds = tallies.map((design) => design.designId);
        const sizes = tallies.map(({ designId }) => ({ designId, size: 'M', count: 2 }));
        const shuffled = tallies
          .map((design) => ({ design, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ design }) => design);
        const one = writeCountResult(countResult(input({ tallies, finalistIds, sizes })));
        const other = writeCountResult(
          countResult(input({ tallies: shuffled, finalistIds: finalistIds.toReversed(), sizes: sizes.toReversed() })),
        );
        expect(other).toBe(one);
        expect(writeCountResult(readCountResult(one))).toBe(one);
      }),
      { numRuns: 100 },
    );
  });

  it('is read only as it was written', () => {
    const text = writeCountResult(countResult(input()));
    expect(() => readCountResult(` ${text}`)).toThrow(SyntaxError);
    expect(readCountResult(text)).toEqual(countResult(input()));
  });

  it('is read as it was before both counts and who voted were kept', () => {
    const { crowd, setAside, all, ...first } = countResult(input());
    const before = readCountResult(canonicalJson(first as unknown as CanonicalValue));
    expect(before).toEqual({ ...first, setAside, all, crowd: null });
    const second = { ...first, setAside, all } as unknown as CanonicalValue;
    expect(readCountResult(canonicalJson(second))).toEqual({ ...first, setAside, all, crowd: null });
    expect(crowd).toMatchObject({ eligible: 90, ages: { week: 40 }, buyers: null });
  });

  it('names what is short of quorum', () => {
    const { quorum } = countResult(input({ quorum: { finalMin: 41, medianMin: 20 } }));
    expect(quorum).toMatchObject({ met: false, finalMin: 41, medianMin: 20 });
    expect(quorum.reasons).toEqual([
      { code: 'finalist_short', design: 'a', detail: '40/41' },
      { code: 'finalist_short', design: 'b', detail: '40/41' },
    ]);
  });

  it.each([
    [[10, 10, 10], { min: 10, max: 10, giniThousandths: 0 }],
    [[0, 0, 0], { min: 0, max: 0, giniThousandths: 0 }],
    [[0, 30], { min: 0, max: 30, giniThousandths: 500 }],
    [[3, 1, 2], { min: 1, max: 3, giniThousandths: 222 }],
    [[], null],
  ])('measures how evenly %j was shown', (dealt, exposure) => {
    expect(countResult(input({ dealt })).exposure).toEqual(exposure);
  });
});

describe('the winners of a count', () => {
  it('are the best finalists that are not passed over', () => {
    const result = countResult(input());
    expect(winnersOf(result, [])).toEqual(['a']);
    expect(winnersOf(result, ['a'])).toEqual(['b']);
    expect(winnersOf(result, ['a', 'b'])).toEqual([]);
  });

  it('are two where the place is shared, and none where nobody rated', () => {
    const tied = input({
      tallies: [
        { designId: 'a', histogram: flat(4, 40) },
        { designId: 'b', histogram: flat(4, 40) },
      ],
    });
    expect(winnersOf(countResult(tied), [])).toEqual(['a', 'b']);
    const empty = input({ tallies: [{ designId: 'a', histogram: flat(1, 0) }], finalistIds: ['a'] });
    expect(winnersOf(countResult(empty), [])).toEqual([]);
  });
});

describe('a photo finish', () => {
  const near = countResult(
    input({
      tallies: [
        { designId: 'a', histogram: asHistogram([0, 0, 0, 0, 10, 0, 10, 0, 11, 0]) },
        { designId: 'b', histogram: asHistogram([0, 0, 0, 0, 10, 0, 11, 0, 10, 0]) },
        { designId: 'c', histogram: flat(1, 30) },
      ],
    }),
  );

  it('is a gap that chance could have made, between the winner and the next finalist', () => {
    expect(isPhotoFinish(near, ['a'], [])).toBe(true);
    expect(isPhotoFinish(countResult(input()), ['a'], [])).toBe(false);
  });

  it('looks past who was passed over, and at finalists only', () => {
    expect(isPhotoFinish(near, ['b'], ['a'])).toBe(false);
    const three = countResult(input({ finalistIds: ['a', 'b', 'c'] }));
    expect(isPhotoFinish(three, ['b'], ['a'])).toBe(false);
  });

  it('is every shared place, and never a round without a winner', () => {
    expect(isPhotoFinish(near, ['a', 'b'], [])).toBe(true);
    expect(isPhotoFinish(near, [], [])).toBe(false);
  });
});
