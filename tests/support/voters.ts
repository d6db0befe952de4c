import { markOf } from '@fraisier/shared/cycle/signals.ts';
import type { FixtureRating } from './month.ts';

/** Numbers from 0 to 1 that are the same each time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a bell's: mean 0, deviation 1. */
function bell(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const wearing = [0.01, 0.03, 0.1, 0.3, 0.6];

export interface Crowd {
  readonly voters: number;
  readonly designs: number;
  /** Designs that each voter is dealt. */
  readonly dealt: number;
  readonly seed: number;
}

/** Honest ballots: a taste that all share in part, generous and severe people, decided and undecided ones. */
export function honestBallots({ voters, designs, dealt, seed }: Crowd): Int32Array[] {
  const random = seeded(seed);
  const appeal = Array.from({ length: designs }, () => bell(random));
  return Array.from({ length: voters }, () => {
    const generosity = 0.55 * bell(random);
    const contrast = 0.45 + 0.8 * random();
    return ballotOf(random, { designs, dealt }, (design) => {
      const liking = 3 + generosity + contrast * (0.6 * appeal[design]! + 0.9 * bell(random));
      const stars = Math.min(5, Math.max(1, Math.round(liking)));
      return [stars, random() < wearing[stars - 1]!];
    });
  });
}

/** A ballot of designs dealt by chance. */
export function ballotOf(
  random: () => number,
  { designs, dealt }: Pick<Crowd, 'designs' | 'dealt'>,
  rate: (design: number) => [stars: number, wouldWear: boolean],
): Int32Array {
  const pack = Array.from({ length: designs }, (_, design) => ({ design, key: random() }));
  const hand = pack.sort((a, b) => a.key - b.key).slice(0, dealt);
  return Int32Array.from(hand.map(({ design }) => markOf(design, ...rate(design)))).sort();
}

/** The design that a bloc pushes, and the one that everybody else likes best. */
export const PUSHED = 3;
export const BELOVED = 0;

/** Whole honest voters for a month: they love one design, like the pushed one, and have tastes of their own. */
export function honestTaste(design: number, voter: number): FixtureRating {
  const random = seeded(voter * 1000 + design);
  if (design === BELOVED) return { stars: 5, wouldWear: false };
  if (design === PUSHED) return { stars: 4, wouldWear: false };
  return { stars: (1 + Math.floor(random() * 5)) as 1, wouldWear: false };
}

/** A bloc: one design is perfect, all others are mediocre, each member in a way of their own. */
export function blocTaste(design: number, voter: number): FixtureRating {
  if (design === PUSHED) return { stars: 5, wouldWear: true, size: 'M' };
  const random = seeded(voter * 1000 + design);
  return { stars: (1 + Math.floor(random() * 3)) as 1, wouldWear: false };
}
