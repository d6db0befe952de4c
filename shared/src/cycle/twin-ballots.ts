/**
 * Ballots that have at least `common` designs in common and answer at least `percent` of them equally. Among many
 * voters some do so by chance: a group of twins is shown only where a pair of it would come by chance less than once in
 * `rarity` rounds like this one.
 */
export const TWIN_BALLOTS = { common: 8, percent: 90, rarity: 20 } as const;

/** How hard the search looks, see `twinPairs`. */
const TWIN_SEARCH = { bands: 48, neighbours: 16 } as const;

interface Likeness {
  readonly common: number;
  readonly equal: number;
}

/** An answer is equal when stars and "would wear" are. */
function likeness(a: Int32Array, b: Int32Array): Likeness {
  let common = 0;
  let equal = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    const [left, right] = [(x / 10) | 0, (y / 10) | 0];
    if (left === right) {
      common += 1;
      if (x === y) equal += 1;
    }
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return { common, equal };
}

export function areTwins(a: Int32Array, b: Int32Array): boolean {
  const { common, equal } = likeness(a, b);
  return common >= TWIN_BALLOTS.common && equal * 100 >= TWIN_BALLOTS.percent * common;
}

/** How often each mark was given, and how often each design was rated. */
interface MarkCounts {
  readonly marks: ReadonlyMap<number, number>;
  readonly designs: ReadonlyMap<number, number>;
  readonly ballots: number;
}

function countMarks(ballots: readonly Int32Array[]): MarkCounts {
  const marks = new Map<number, number>();
  const designs = new Map<number, number>();
  for (const ballot of ballots) {
    for (const mark of ballot) {
      marks.set(mark, (marks.get(mark) ?? 0) + 1);
      const design = (mark / 10) | 0;
      designs.set(design, (designs.get(design) ?? 0) + 1);
    }
  }
  return { marks, designs, ballots: ballots.length };
}

/**
 * Whether it would be strange to find such twins among all pairs of the round, if everyone answered each design as the
 * others did: the product of the other voters' shares for the equal answers, times the number of pairs. Where all agree
 * on everything, nothing is strange.
 */
function areBeyondChance(a: Int32Array, b: Int32Array, { marks, designs, ballots }: MarkCounts): boolean {
  const other = new Set(b);
  let over = BigInt(TWIN_BALLOTS.rarity) * BigInt(ballots) * BigInt(ballots - 1);
  let under = 2n;
  for (const mark of a) {
    if (!other.has(mark)) continue;
    over *= BigInt(marks.get(mark)! - 1);
    under *= BigInt(designs.get((mark / 10) | 0)! - 1);
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
function* twinPairs(ballots: readonly Int32Array[]): Generator<void, [number, number][]> {
  const { bands, neighbours } = TWIN_SEARCH;
  const pairs: [number, number][] = [];
  const seen = new Set<number>();
  const keys = new Float64Array(ballots.length);
  const eligible = [...ballots.keys()].filter((index) => ballots[index]!.length >= TWIN_BALLOTS.common);
  for (let band = 0; band < bands; band++) {
    const seed = scatter(band + 1, 0x5bd1e995);
    for (const index of eligible) keys[index] = keyOf(ballots[index]!, seed);
    yield;
    const filed = Uint32Array.from(eligible).sort((a, b) => keys[a]! - keys[b]! || a - b);
    for (let at = 0; at < filed.length; at++) {
      const one = filed[at]!;
      const last = Math.min(at + neighbours, filed.length - 1);
      for (let next = at + 1; next <= last && keys[filed[next]!] === keys[one]; next++) {
        const other = filed[next]!;
        const id = one * ballots.length + other;
        if (seen.has(id) || !areTwins(ballots[one]!, ballots[other]!)) continue;
        seen.add(id);
        pairs.push([one, other]);
      }
      if (at % 10_000 === 9_999) yield;
    }
    yield;
  }
  return pairs;
}

/** The three marks that come first in the band's order, as one number of 53 bits. */
function keyOf(marks: Int32Array, seed: number): number {
  let [first, second, third] = [0xffffffff, 0xffffffff, 0xffffffff];
  for (const mark of marks) {
    const place = scatter(mark, seed);
    if (place < first) [first, second, third] = [place, first, second];
    else if (place < second) [second, third] = [place, second];
    else if (place < third) third = place;
  }
  const low = scatter(second ^ Math.imul(third, 31), first);
  return (first >>> 11) * 0x100000000 + low;
}

/** Those who are twins of one another, directly or through others; groups and members by ascending place. */
function twinGroups(pairs: readonly (readonly [number, number])[]): number[][] {
  const parent = new Map<number, number>();
  const rootOf = (one: number): number => {
    let root = one;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(one, root);
    return root;
  };
  for (const [a, b] of pairs) {
    const [x, y] = [rootOf(a), rootOf(b)];
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
  const groupOf = new Map<number, number>();
  const groups = twinGroups(pairs);
  for (const [nth, group] of groups.entries()) for (const member of group) groupOf.set(member, nth);
  const pairsOf = Map.groupBy(pairs, ([member]) => groupOf.get(member)!);
  return groups.flatMap((members, nth) => {
    const own = pairsOf.get(nth)!;
    if (!own.some(([a, b]) => areBeyondChance(ballots[a]!, ballots[b]!, counts))) return [];
    return [{ members, pairs: own.length, ...closest(own.map(([a, b]) => likeness(ballots[a]!, ballots[b]!))) }];
  });
}

/** The one that has most in common. */
function closest(pairs: readonly Likeness[]): Likeness {
  return pairs.reduce((best, one) =>
    one.common > best.common || (one.common === best.common && one.equal > best.equal) ? one : best,
  );
}
