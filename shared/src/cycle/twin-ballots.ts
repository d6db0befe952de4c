/**
 * Ballots that have at least `common` designs in common and answer at least `percent` of them equally. Among many
 * voters some do so by chance: a group of twins is shown only where a pair of it would come by chance less than once in
 * `rarity` rounds like this one.
 */
export const TWIN_BALLOTS = { common: 8, percent: 90, rarity: 100 } as const;

/** How hard the search looks, see `twinPairs`. */
const TWIN_SEARCH = { bands: 48, neighbours: 8 } as const;
/** Ballots that are filed or compared before others have a turn. */
const AT_ONCE = 2000;
/** A key and the place of its ballot are one number: so many ballots have places of their own. */
const PLACES = 2 ** 21;

interface Likeness {
  readonly common: number;
  readonly equal: number;
}

/** Two twins by their places in the list, the first one first. */
interface TwinPair extends Likeness {
  readonly one: number;
  readonly other: number;
}

/** An answer is equal when stars and "would wear" are. Ends early where more than `most` answers differ. */
function likeness(a: Int32Array, b: Int32Array, most: number): Likeness | null {
  let common = 0;
  let equal = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    const [left, right] = [(x / 10) | 0, (y / 10) | 0];
    if (left === right) {
      common += 1;
      if (x === y) equal += 1;
      else if (common - equal > most) return null;
    }
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return { common, equal };
}

/** What twins share; null where two ballots are none. */
function twinsOf(a: Int32Array, b: Int32Array): Likeness | null {
  const shorter = Math.min(a.length, b.length);
  const alike = likeness(a, b, ((100 - TWIN_BALLOTS.percent) * shorter) / 100);
  if (alike === null || alike.common < TWIN_BALLOTS.common) return null;
  return alike.equal * 100 >= TWIN_BALLOTS.percent * alike.common ? alike : null;
}

export function areTwins(a: Int32Array, b: Int32Array): boolean {
  return twinsOf(a, b) !== null;
}

/** How often each mark was given, and how often each design was rated. */
interface MarkCounts {
  readonly marks: Int32Array;
  readonly designs: Int32Array;
  readonly ballots: number;
}

function countMarks(ballots: readonly Int32Array[]): MarkCounts {
  const designs = 1 + ballots.reduce((most, ballot) => Math.max(most, ((ballot.at(-1) ?? 0) / 10) | 0), 0);
  const counts = { marks: new Int32Array(designs * 10), designs: new Int32Array(designs), ballots: ballots.length };
  for (const ballot of ballots) {
    for (const mark of ballot) {
      counts.marks[mark]! += 1;
      counts.designs[(mark / 10) | 0]! += 1;
    }
  }
  return counts;
}

/**
 * Whether it would be strange to find such twins among all pairs of the round, if everyone answered each design as those
 * outside their group did: the product of the shares of the equal answers there, times the number of pairs. One more
 * outside is supposed to agree, so that where all are of one group nothing is strange.
 */
function areBeyondChance([a, b]: readonly [Int32Array, Int32Array], all: MarkCounts, group: MarkCounts): boolean {
  const other = new Set(b);
  let over = BigInt(TWIN_BALLOTS.rarity) * BigInt(all.ballots) * BigInt(all.ballots - 1);
  let under = 2n;
  for (const mark of a) {
    if (!other.has(mark)) continue;
    const design = (mark / 10) | 0;
    over *= BigInt(all.marks[mark]! - group.marks[mark]! + 1);
    under *= BigInt(all.designs[design]! - group.designs[design]! + 1);
  }
  return over < under;
}

/** Spreads a number over 32 bits, each seed in its own way. */
function scatter(value: number, seed: number): number {
  let x = Math.imul(value ^ seed, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * Pairs of twins by their places in the list, without comparing everyone with everyone. In each of many bands a ballot
 * is filed under its three first marks in an order of the band's own, so that the more two ballots share, the likelier
 * they meet in one; those filed together are compared, each with a few neighbours. The work grows with the number of
 * ballots. A lone pair with few designs in common may be missed; a group of twins is joined by any of its many pairs.
 * Yields now and then, so that the caller can let others have a turn.
 */
function* twinPairs(ballots: readonly Int32Array[]): Generator<void, TwinPair[]> {
  if (ballots.length > PLACES) throw new RangeError('too many ballots to look for twins');
  const pairs = new Map<number, TwinPair>();
  const eligible = [...ballots.keys()].filter((index) => ballots[index]!.length >= TWIN_BALLOTS.common);
  const filed = new Float64Array(eligible.length);
  for (let band = 0; band < TWIN_SEARCH.bands; band++) {
    const seed = scatter(band + 1, 0x5bd1e995);
    for (const [at, index] of eligible.entries()) {
      filed[at] = keyOf(ballots[index]!, seed) * PLACES + index;
      if (at % AT_ONCE === 0) yield;
    }
    filed.sort();
    for (let at = 0; at < filed.length; at++) {
      const key = Math.floor(filed[at]! / PLACES);
      const one = filed[at]! % PLACES;
      const last = Math.min(at + TWIN_SEARCH.neighbours, filed.length - 1);
      for (let next = at + 1; next <= last && Math.floor(filed[next]! / PLACES) === key; next++) {
        const other = filed[next]! % PLACES;
        const twins = twinsOf(ballots[one]!, ballots[other]!);
        if (twins) pairs.set(one * PLACES + other, { one, other, ...twins });
      }
      if (at % AT_ONCE === 0) yield;
    }
  }
  return [...pairs.values()];
}

/** Which marks come first in the band's order, the three of them, as one number of 32 bits. */
function keyOf(marks: Int32Array, seed: number): number {
  let [first, second, third] = [0xffffffff, 0xffffffff, 0xffffffff];
  for (const mark of marks) {
    const place = scatter(mark, seed);
    if (place < first) {
      third = second;
      second = first;
      first = place;
    } else if (place < second) {
      third = second;
      second = place;
    } else if (place < third) third = place;
  }
  return scatter(Math.imul(first, 31) ^ second, third);
}

/** Those who are twins of one another, directly or through others; groups and members by ascending place. */
function twinGroups(pairs: readonly TwinPair[]): number[][] {
  const parent = new Map<number, number>();
  const rootOf = (one: number): number => {
    let root = one;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(one, root);
    return root;
  };
  for (const { one, other } of pairs) {
    const [x, y] = [rootOf(one), rootOf(other)];
    parent.set(Math.max(x, y), Math.min(x, y));
  }
  const members = [...parent.keys()].sort((a, b) => a - b);
  return [...Map.groupBy(members, rootOf).values()].sort((a, b) => a[0]! - b[0]!);
}

export interface TwinCluster {
  /** The ballots, by their places in the list. */
  readonly members: readonly number[];
  /** Pairs of twins that were found among them. */
  readonly pairs: number;
  /** Designs that the closest pair shares, and how many of them it answers equally. */
  readonly common: number;
  readonly equal: number;
}

/** The groups of twins that chance does not explain. Yields now and then. */
export function* twinClusters(ballots: readonly Int32Array[]): Generator<void, TwinCluster[]> {
  const pairs = yield* twinPairs(ballots);
  const counts = countMarks(ballots);
  const groups = twinGroups(pairs);
  const groupOf = new Map(groups.flatMap((group, nth) => group.map((member) => [member, nth] as const)));
  const pairsOf = Map.groupBy(pairs, (pair) => groupOf.get(pair.one)!);
  return groups.flatMap((members, nth) => {
    const own = pairsOf.get(nth)!;
    const inside = countMarks(members.map((member) => ballots[member]!));
    const isStrange = ({ one, other }: TwinPair) => areBeyondChance([ballots[one]!, ballots[other]!], counts, inside);
    if (!own.some(isStrange)) return [];
    const { common, equal } = own.reduce((best, pair) => (isCloser(pair, best) ? pair : best));
    return [{ members, pairs: own.length, common, equal }];
  });
}

function isCloser(a: Likeness, b: Likeness): boolean {
  return a.common > b.common || (a.common === b.common && a.equal > b.equal);
}
