import { even, seedOf, shuffled } from '../simulate/chance.ts';

/** Draws of one purpose, one after the other: the same seed and purpose give the same draws. */
export interface Dice {
  /** Even in [0, 1). */
  roll(): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True that often. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

export function diceOf(seed: number, purpose: string): Dice {
  const own = seedOf(seed, purpose);
  let draws = 0;
  const roll = () => even(own, draws++);
  return {
    roll,
    between: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    happens: (share) => roll() < share,
    pick: (list) => list[Math.floor(roll() * list.length)]!,
    shuffle: (list) => [...shuffled(seedOf(own, String(draws++)), list.length)].map((at) => list[at]!),
  };
}
