import {
  areTwins,
  favouriteClusters,
  isFlatBallot,
  isRareCount,
  markOf,
  soleFavourite,
  twinClusters,
} from '@fraisier/shared/cycle/signals.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotOf, honestBallots, seeded } from '../../support/voters.ts';

/** A ballot by its ratings: 5 is five stars, -5 is five stars and would wear it. */
const ballot = (...ratings: readonly number[]) =>
  Int32Array.from(ratings.map((stars, design) => markOf(design, Math.abs(stars), stars < 0)));
const times = (count: number, stars: number) => new Array<number>(count).fill(stars);

function clustersOf(ballots: readonly Int32Array[]) {
  const search = twinClusters(ballots);
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value;
}

describe('a flat ballot', () => {
  it('has ten ratings or more', () => {
    expect(isFlatBallot(ballot(...times(9, 1)))).toBe(false);
    expect(isFlatBallot(ballot(...times(10, 1)))).toBe(true);
  });

  it('has more than 85 % of one value', () => {
    expect(isFlatBallot(ballot(...times(17, 3), 1, 2, 4))).toBe(false);
    expect(isFlatBallot(ballot(...times(18, 3), 1, 2))).toBe(true);
    expect(isFlatBallot(ballot(...times(8, 3), 1, 2))).toBe(false);
  });

  it('is flat in what ratings are worth: a star less and "would wear" is the same value', () => {
    expect(isFlatBallot(ballot(...times(6, 5), ...times(6, -4)))).toBe(true);
    expect(isFlatBallot(ballot(...times(6, 5), ...times(6, -5)))).toBe(false);
  });
});

describe('a ballot that likes one design alone', () => {
  it('has eight ratings or more, and exactly one of four stars or more', () => {
    expect(soleFavourite(ballot(4, ...times(7, 3)))).toBe(0);
    expect(soleFavourite(ballot(4, ...times(6, 3)))).toBeNull();
    expect(soleFavourite(ballot(...times(7, 3), -5))).toBe(7);
    expect(soleFavourite(ballot(4, 4, ...times(6, 3)))).toBeNull();
    expect(soleFavourite(ballot(...times(8, -3)))).toBeNull();
  });
});

describe('a count that is too rare for chance', () => {
  const whole = (expected: number) => ({ over: BigInt(expected), under: 1n });

  it('is compared with the tail of Poisson’s law, on both sides of one in ten thousand', () => {
    // P(X ≥ 11 | 3) = 2.9e-4 and P(X ≥ 12 | 3) = 7.1e-5.
    expect(isRareCount(11, whole(3), 10_000)).toBe(false);
    expect(isRareCount(12, whole(3), 10_000)).toBe(true);
    expect(isRareCount(1, whole(0), 10_000)).toBe(true);
    expect(isRareCount(0, whole(0), 10_000)).toBe(false);
    expect(isRareCount(4, { over: 1n, under: 5n }, 10_000)).toBe(true);
    expect(isRareCount(4, { over: 1n, under: 4n }, 10_000)).toBe(false);
  });

  it('agrees with floating point wherever that can tell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 120 }), (hundredths, count) => {
        const expected = hundredths / 100;
        let term = Math.exp(-expected);
        for (let k = 0; k < count; k++) term *= expected / (k + 1);
        let tail = 0;
        for (let k = count; k < count + 400; k++) {
          tail += term;
          term *= expected / (k + 1);
        }
        fc.pre(Math.abs(tail - 1e-4) > 1e-9);
        expect(isRareCount(count, { over: BigInt(hundredths), under: 100n }, 10_000)).toBe(tail < 1e-4);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('stays exact where thousands are expected', () => {
    // The deviation is 100: four of them are passed between 10,370 and 10,380.
    expect(isRareCount(10_300, whole(10_000), 10_000)).toBe(false);
    expect(isRareCount(10_450, whole(10_000), 10_000)).toBe(true);
    expect(isRareCount(9_000, whole(10_000), 10_000)).toBe(false);
  });
});

describe('twin ballots', () => {
  it('have eight designs in common and answer nine in ten equally', () => {
    expect(areTwins(ballot(...times(7, 2)), ballot(...times(7, 2)))).toBe(false);
    expect(areTwins(ballot(...times(8, 2)), ballot(...times(8, 2)))).toBe(true);
    expect(areTwins(ballot(...times(8, 2), 1), ballot(...times(8, 2), 3))).toBe(false);
    expect(areTwins(ballot(...times(9, 2), 1), ballot(...times(9, 2), 3))).toBe(true);
    expect(areTwins(ballot(...times(8, 2)), ballot(...times(8, -2)))).toBe(false);
  });

  it('are compared by the designs that both were dealt', () => {
    const shifted = Int32Array.from([...ballot(...times(16, 2))].map((mark) => mark + 80));
    expect(areTwins(ballot(...times(16, 2)), shifted)).toBe(true);
    expect(areTwins(ballot(...times(15, 2)), shifted)).toBe(false);
  });

  it('are nothing strange where everybody agrees', () => {
    expect(clustersOf(Array.from({ length: 30 }, () => ballot(5, 4, 3, 2, 1, 2, 3, 4, 5)))).toEqual([]);
  });

  it('are found in a small round too, with what they share', () => {
    const random = seeded(7);
    const others = Array.from({ length: 4 }, () =>
      ballot(...Array.from({ length: 9 }, () => 1 + Math.floor(random() * 5))),
    );
    const twin = ballot(1, 4, 2, 5, 1, 3, 2, 2, 1);
    expect(clustersOf([...others, twin, twin])).toEqual([{ members: [4, 5], pairs: 1, common: 9, equal: 9 }]);
  });
});

describe('copies of one ballot', () => {
  it('are seen also where they are most of a round', () => {
    const random = seeded(8);
    const any = () => ballot(...Array.from({ length: 12 }, () => 1 + Math.floor(random() * 5)));
    const copied = any();
    const [cluster] = clustersOf([...Array.from({ length: 5 }, any), ...Array.from({ length: 20 }, () => copied)]);
    expect(cluster!.members).toEqual(Array.from({ length: 20 }, (_, nth) => nth + 5));
  });
});

describe('an honest crowd', () => {
  const crowds = [
    { voters: 1000, designs: 26, dealt: 26, seed: 1 },
    { voters: 1000, designs: 26, dealt: 26, seed: 2 },
    { voters: 1000, designs: 100, dealt: 30, seed: 3 },
    { voters: 2000, designs: 300, dealt: 60, seed: 4 },
    { voters: 3000, designs: 100, dealt: 30, seed: 5 },
  ];

  it.each(crowds)('of $voters voters and $designs designs is hardly ever suspected', (crowd) => {
    const ballots = honestBallots(crowd);
    const flat = ballots.filter(isFlatBallot).length;
    expect(flat / crowd.voters).toBeLessThanOrEqual(0.005);
    // Enough of them like one design alone for the question to be one.
    expect(ballots.filter((one) => soleFavourite(one) !== null).length).toBeGreaterThan(5);
    expect(favouriteClusters(ballots, crowd.designs)).toEqual([]);
    expect(clustersOf(ballots.filter((one) => !isFlatBallot(one)))).toEqual([]);
  });
});

describe('a dishonest bloc of one voter in twenty', () => {
  const crowd = { voters: 950, designs: 60, dealt: 30, seed: 11 };
  const honest = honestBallots(crowd);
  const random = seeded(12);
  const bloc = (rate: (design: number) => [number, boolean]) =>
    Array.from({ length: 50 }, () => ballotOf(random, crowd, rate));

  it('that rates everything down but its own is flat, every one of it', () => {
    for (const one of bloc((design) => (design === 7 ? [5, true] : [1, false]))) {
      expect(isFlatBallot(one)).toBe(true);
    }
  });

  it('that hides behind mediocre ratings is seen by whom it likes alone, and next to nobody else is', () => {
    const ballots = [
      ...honest,
      ...bloc((design) => (design === 7 ? [5, true] : [1 + Math.floor(random() * 3), false])),
    ];
    const clusters = favouriteClusters(ballots, crowd.designs);
    expect(clusters.map((cluster) => cluster.design)).toEqual([7]);
    const members = clusters[0]!.members;
    const dealt = ballots.slice(950).filter((one) => one.some((mark) => Math.floor(mark / 10) === 7)).length;
    expect(members.filter((member) => member >= 950)).toHaveLength(dealt);
    expect(members.filter((member) => member < 950).length).toBeLessThan(8);
  });

  it('that copies one ballot is seen as twins', () => {
    const copied = Array.from({ length: crowd.designs }, () => 1 + Math.floor(random() * 5));
    const ballots = [...honest, ...bloc((design) => [copied[design]!, false])];
    const [cluster, ...more] = clustersOf(ballots);
    expect(more).toEqual([]);
    expect(cluster!.members.filter((member) => member >= 950).length).toBeGreaterThan(45);
    expect(cluster!.members.filter((member) => member < 950).length).toBeLessThan(3);
  });
});
