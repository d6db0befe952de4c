import {
  accountAges,
  ageOf,
  type Crowd,
  type CrowdInput,
  crowdOf,
  LEAST_BUYERS,
  winnersOfBuyers,
} from '@fraisier/shared/cycle/crowd.ts';
import { asHistogram } from '@fraisier/shared/cycle/histograms.ts';
import { tally, winners } from '@fraisier/shared/cycle/tally.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const none = new Array<number>(10).fill(0);
const of = (designId: string, cells: readonly number[]) => ({ designId, histogram: asHistogram(cells) });
const crowd = (buyers: CrowdInput['buyers'], finalists = ['a', 'b', 'c']): Crowd =>
  crowdOf({ eligible: 900, ages: [], buyers }, finalists);

describe('the age of an account', () => {
  it.each([
    [-400, 'during'],
    [-1, 'during'],
    [0, 'week'],
    [6, 'week'],
    [7, 'quarter'],
    [89, 'quarter'],
    [90, 'year'],
    [364, 'year'],
    [365, 'older'],
    [9000, 'older'],
  ])('of %i days at the opening is of the class %s', (days, age) => {
    expect(ageOf(days)).toBe(age);
  });

  it('puts each voter into one class, and names every class', () => {
    const rows = fc.array(fc.record({ days: fc.integer({ min: -40, max: 4000 }), voters: fc.nat({ max: 50 }) }));
    fc.assert(
      fc.property(rows, (ages) => {
        const found = crowdOf({ eligible: 0, ages, buyers: { voters: 0, tallies: [] } }, []).ages;
        expect(Object.keys(found)).toEqual([...accountAges]);
        expect(Object.values(found).reduce((sum, one) => sum + one, 0)).toBe(
          ages.reduce((sum, row) => sum + row.voters, 0),
        );
      }),
    );
  });
});

describe('the count of buyers only', () => {
  it('is not even kept where they are too few', () => {
    const tallies = [of('a', none.with(9, 50))];
    expect(crowd({ voters: LEAST_BUYERS - 1, tallies }).buyers).toBeNull();
    expect(crowd({ voters: LEAST_BUYERS, tallies }).buyers).toMatchObject({ voters: LEAST_BUYERS, ratings: 50 });
  });

  it('chooses as the round does: the best finalists that are not passed over', () => {
    const cells = fc.array(fc.nat({ max: 4 }), { minLength: 10, maxLength: 10 });
    const field = fc.array(fc.oneof(cells, fc.constant(none)), { maxLength: 9 });
    fc.assert(
      fc.property(field, fc.subarray([...'abcdefghi']), fc.subarray([...'abcdefghi']), (rows, chosen, out) => {
        const tallies = rows.map((row, nth) => of('abcdefghi'[nth]!, row));
        const { buyers } = crowd({ voters: 40, tallies }, chosen);
        expect(winnersOfBuyers(buyers!, out)).toEqual(winners(tally(tallies), chosen, out));
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  it('keeps places only: no figure of a design is in it', () => {
    const { buyers } = crowd({
      voters: 30,
      tallies: [of('a', none.with(2, 9)), of('b', none.with(9, 30)), of('c', none), of('d', none.with(9, 31))],
    });
    expect(buyers).toEqual({
      voters: 30,
      ratings: 70,
      finalists: [
        { design: 'b', rank: 2 },
        { design: 'a', rank: 4 },
      ],
    });
  });
});
