import { createHash } from 'node:crypto';
import { chooseHand, type DealCandidate, exposureFigures } from '@fraisier/shared/cycle/dealing.ts';
import { HAND_SIZE, handCap } from '@fraisier/shared/cycle/voting-rules.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const keyOf = (pseudonym: string, designId: string) =>
  createHash('sha256').update(`seed/${pseudonym}/${designId}`).digest('hex');

const candidates = fc.uniqueArray(
  fc.record({
    designId: fc.stringMatching(/^[a-z]{1,6}$/),
    exposure: fc.nat({ max: 5 }),
    key: fc.stringMatching(/^[0-9a-f]{4}$/),
  }),
  { selector: (one) => one.designId, maxLength: 30 },
);

describe('a hand', () => {
  it('holds the designs shown least, among equals by the voter’s own key', () => {
    const pack: DealCandidate[] = [
      { designId: 'shown', exposure: 3, key: '00' },
      { designId: 'second', exposure: 1, key: 'b0' },
      { designId: 'first', exposure: 1, key: '0f' },
      { designId: 'new', exposure: 0, key: 'ff' },
    ];
    expect(chooseHand(pack, 3)).toEqual(['new', 'first', 'second']);
    expect(chooseHand(pack, 10)).toEqual(['new', 'first', 'second', 'shown']);
    expect(chooseHand(pack, 0)).toEqual([]);
    expect(chooseHand([], 10)).toEqual([]);
  });

  it('compares keys as hex, where digits come before letters', () => {
    const hand = chooseHand(
      [
        { designId: 'a', exposure: 0, key: 'a0' },
        { designId: 'nine', exposure: 0, key: '9f' },
      ],
      1,
    );
    expect(hand).toEqual(['nine']);
  });

  it('never leaves out a design that was shown less than one it holds', () => {
    fc.assert(
      fc.property(candidates, fc.nat({ max: 12 }), (pack, size) => {
        const hand = chooseHand(pack, size);
        const of = (designId: string) => pack.find((one) => one.designId === designId)?.exposure ?? -1;
        const left = pack.filter((one) => !hand.includes(one.designId));
        expect(hand.length).toBe(Math.min(size, pack.length));
        expect(new Set(hand).size).toBe(hand.length);
        for (const dealt of hand) for (const other of left) expect(of(dealt)).toBeLessThanOrEqual(other.exposure);
      }),
    );
  });

  it('does not depend on the order of the pack, and leaves the pack as it was', () => {
    fc.assert(
      fc.property(candidates, fc.nat({ max: 12 }), (pack, size) => {
        const before = structuredClone(pack);
        expect(chooseHand(pack.toReversed(), size)).toEqual(chooseHand(pack, size));
        expect(pack).toEqual(before);
      }),
    );
  });

  it.each([
    { designs: 26, voters: 200, spread: 8 },
    { designs: 84, voters: 200, spread: 2 },
  ])('shows $designs designs evenly to $voters voters who take all their hands', ({ designs, voters, spread }) => {
    const ids = Array.from({ length: designs }, (_, index) => `design-${index}`);
    const exposure = new Map(ids.map((id) => [id, 0]));
    for (let voter = 0; voter < voters; voter++) {
      const own = `design-${voter % designs}`;
      const seen = new Set<string>();
      while (seen.size < handCap(designs)) {
        const pack = ids
          .filter((id) => id !== own && !seen.has(id))
          .map((id) => ({ designId: id, exposure: exposure.get(id) ?? 0, key: keyOf(`voter-${voter}`, id) }));
        const hand = chooseHand(pack, HAND_SIZE);
        if (hand.length === 0) break;
        for (const id of hand) {
          seen.add(id);
          exposure.set(id, (exposure.get(id) ?? 0) + 1);
        }
      }
    }
    const { min, max } = exposureFigures([...exposure.values()]);
    expect(max - min).toBeLessThanOrEqual(spread);
  });
});

describe('how evenly designs were shown', () => {
  it.each([
    { counts: [], min: 0, max: 0, gini: '0.0000' },
    { counts: [0, 0, 0], min: 0, max: 0, gini: '0.0000' },
    { counts: [7], min: 7, max: 7, gini: '0.0000' },
    { counts: [5, 5, 5, 5], min: 5, max: 5, gini: '0.0000' },
    { counts: [0, 0, 0, 12], min: 0, max: 12, gini: '0.7500' },
    { counts: [1, 2, 3, 4], min: 1, max: 4, gini: '0.2500' },
    { counts: [1, 3], min: 1, max: 3, gini: '0.2500' },
    // 2/3 of 1/3: 0.2222 repeating, rounded down; then 0.16666 rounded up.
    { counts: [3, 1, 5], min: 1, max: 5, gini: '0.2963' },
    { counts: [1, 2], min: 1, max: 2, gini: '0.1667' },
  ])('$counts gives $gini', ({ counts, ...figures }) => {
    expect(exposureFigures(counts)).toEqual(figures);
  });

  it('is half the mean difference of all pairs over the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 40 }), (counts) => {
        const sum = counts.reduce((all, one) => all + one, 0);
        fc.pre(sum > 0);
        const differences = counts
          .flatMap((a) => counts.map((b) => Math.abs(a - b)))
          .reduce((all, one) => all + one, 0);
        expect(Math.abs(Number(exposureFigures(counts).gini) - differences / (2 * counts.length * sum))).toBeLessThan(
          5.1e-5,
        );
      }),
    );
  });

  it('counts whole deals only', () => {
    expect(() => exposureFigures([1, -1])).toThrow(RangeError);
    expect(() => exposureFigures([0.5])).toThrow(RangeError);
  });
});
