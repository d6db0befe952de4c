import { histogramCell } from './histograms.ts';
import { isRareCount } from './poisson.ts';
import { points } from './voting-rules.ts';

export { isRareCount } from './poisson.ts';
export { areTwins, TWIN_BALLOTS, type TwinCluster, twinClusters } from './twin-ballots.ts';

/**
 * What makes ballots suspicious. A signal is a pattern, not a proof: only the flat ballot is set aside by itself, people
 * decide about the others, and none ever touches a design. Everything that finds is integer arithmetic.
 */

/** A ballot of at least `ratings` in which more than `percent` of them are worth the same points says nothing. */
export const FLAT_BALLOT = { ratings: 10, percent: 85 } as const;

/**
 * Ballots of at least `ratings` that give exactly one design `stars` or more. A design is suspicious when at least
 * `ballots` of them name it, and so many would come by chance less than once in `rarity` times at `rate` times the base
 * rate.
 */
export const SOLE_FAVOURITE = { ratings: 8, stars: 4, ballots: 4, rate: 3, rarity: 10_000 } as const;

/** Supporting evidence only: this many young accounts of one network gave a design its stars within so many hours. */
export const BURST = { accounts: 4, stars: 5, hours: 24 } as const;

/** An account is young for so many days. */
export const YOUNG_ACCOUNT_DAYS = 7;

/** What the signals see of a ballot: its marks, ascending; at most one a design. */
export type Marks = Int32Array;

/** A rating in one number: which design, by its place in a list of the round's designs, and the histogram's cell. */
export function markOf(design: number, stars: number, wouldWear: boolean): number {
  return design * 10 + histogramCell(stars, wouldWear);
}

export const designOf = (mark: number): number => Math.floor(mark / 10);
export const starsOf = (mark: number): number => ((mark % 10) >> 1) + 1;

export function isFlatBallot(marks: Marks): boolean {
  if (marks.length < FLAT_BALLOT.ratings) return false;
  const ofPoints = new Array<number>(7).fill(0);
  for (const mark of marks) ofPoints[points(starsOf(mark) as 1, mark % 2 === 1)]! += 1;
  return Math.max(...ofPoints) * 100 > FLAT_BALLOT.percent * marks.length;
}

/** The one design that a ballot likes, by its place in the list; null where it likes none or several. */
export function soleFavourite(marks: Marks): number | null {
  if (marks.length < SOLE_FAVOURITE.ratings) return null;
  let favourite: number | null = null;
  for (const mark of marks) {
    if (starsOf(mark) < SOLE_FAVOURITE.stars) continue;
    if (favourite !== null) return null;
    favourite = designOf(mark);
  }
  return favourite;
}

export interface FavouriteCluster {
  /** By its place in the list. */
  readonly design: number;
  /** The ballots that like it alone, by their places in the list. */
  readonly members: readonly number[];
  /** Ballots of the round that like one design alone. */
  readonly of: number;
}

/**
 * Of those who like a design, some like no other. How many are expected follows from how often that happens to those who
 * like the other designs, so that a design is not suspicious for being liked by many.
 */
export function favouriteClusters(ballots: readonly Marks[], designs: number): FavouriteCluster[] {
  const members = new Map<number, number[]>();
  const liked = new Array<number>(designs).fill(0);
  for (const [index, marks] of ballots.entries()) {
    if (marks.length < SOLE_FAVOURITE.ratings) continue;
    for (const mark of marks) if (starsOf(mark) >= SOLE_FAVOURITE.stars) liked[designOf(mark)]! += 1;
    const favourite = soleFavourite(marks);
    if (favourite === null) continue;
    const others = members.get(favourite);
    if (others) others.push(index);
    else members.set(favourite, [index]);
  }
  const allLiked = liked.reduce((sum, one) => sum + one, 0);
  const of = [...members.values()].reduce((sum, one) => sum + one.length, 0);
  return [...members]
    .filter(([design, own]) => {
      // One more than were seen, so that where there is no other there is still something to expect.
      const expected = {
        over: BigInt(SOLE_FAVOURITE.rate) * BigInt(liked[design]!) * BigInt(of - own.length + 1),
        under: BigInt(allLiked - liked[design]! + 1),
      };
      return own.length >= SOLE_FAVOURITE.ballots && isRareCount(own.length, expected, SOLE_FAVOURITE.rarity);
    })
    .map(([design, own]) => ({ design, members: own, of }))
    .sort((a, b) => a.design - b.design);
}
