import { asHistogram, cellPoints, type DesignTally, type Histogram } from './histograms.ts';
import { isCount } from './integer-math.ts';
import type { Reason } from './reasons.ts';
import { FINALISTS, K, type Quorum } from './voting-rules.ts';

export { asHistogram, cellPoints, type DesignTally, type Histogram, histogramCell } from './histograms.ts';
export { type Margin, margin, RATINGS_FOR_RANK, type RankBand, rankBand } from './margins.ts';

export interface RankedDesign extends DesignTally {
  /** Ratings. */
  readonly n: number;
  readonly points: number;
  /** Ratings of people who would wear it. */
  readonly wouldWear: number;
  /** A whole number as text, since JSON has no bigint. */
  readonly score: string;
  /** 1 + the number of designs before it: designs that share a place have the same rank. */
  readonly rank: number;
  /** Shares its place with another design. */
  readonly tied: boolean;
}

export interface TallyResult {
  /** By rank, then by id: the same list whatever the order of the input. */
  readonly designs: readonly RankedDesign[];
  readonly ratings: number;
  readonly points: number;
  readonly wouldWear: number;
}

/**
 * The score of a design with n_j ratings and P_j points among R ratings with P points in all: its mean, pulled towards
 * the round's mean as if K average ratings came first, in millionths. 0 when nobody rated anything.
 */
export function score(designPoints: bigint, designRatings: bigint, ratings: bigint, allPoints: bigint): bigint {
  if (ratings === 0n) return 0n;
  return (1_000_000n * (ratings * designPoints + K * allPoints)) / (ratings * (designRatings + K));
}

/**
 * Counts and ranks. The higher score is first; then the higher share of people who would wear it; then more ratings;
 * designs that are equal in all three share their place.
 */
export function tally(designs: readonly DesignTally[]): TallyResult {
  const counted = designs.map(({ designId, histogram }) => count(designId, asHistogram(histogram)));
  if (new Set(counted.map((design) => design.designId)).size < counted.length) {
    throw new TypeError('a design is counted once');
  }
  const ratings = total(counted, (design) => design.n);
  const points = total(counted, (design) => design.points);
  const wouldWear = total(counted, (design) => design.wouldWear);
  const scored = counted
    .map((design) => ({
      ...design,
      score: score(BigInt(design.points), BigInt(design.n), BigInt(ratings), BigInt(points)),
    }))
    .sort((a, b) => byPlace(a, b) || (a.designId < b.designId ? -1 : 1));

  const ranked: RankedDesign[] = [];
  let rank = 1;
  for (const [index, design] of scored.entries()) {
    const before = scored[index - 1];
    const after = scored[index + 1];
    const sharesBefore = before !== undefined && byPlace(before, design) === 0;
    const sharesAfter = after !== undefined && byPlace(design, after) === 0;
    if (!sharesBefore) rank = index + 1;
    ranked.push({ ...design, score: String(design.score), rank, tied: sharesBefore || sharesAfter });
  }
  return { designs: ranked, ratings, points, wouldWear };
}

type Counted = Omit<RankedDesign, 'score' | 'rank' | 'tied'>;
type Scored = Counted & { readonly score: bigint };

function count(designId: string, histogram: Histogram): Counted {
  let n = 0;
  let points = 0;
  let wouldWear = 0;
  for (const [cell, ratings] of histogram.entries()) {
    n += ratings;
    points += ratings * cellPoints(cell);
    if (cell % 2 === 1) wouldWear += ratings;
  }
  return { designId, histogram, n, points, wouldWear };
}

function total(designs: readonly Counted[], figure: (design: Counted) => number): number {
  const sum = designs.reduce((partial, design) => partial + figure(design), 0);
  if (!isCount(sum)) throw new RangeError('too many ratings to count exactly');
  return sum;
}

/** Negative when `a` is before `b`, zero when they share a place. A design without ratings has no share, and n decides. */
function byPlace(a: Scored, b: Scored): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  const aShare = BigInt(a.wouldWear) * BigInt(b.n);
  const bShare = BigInt(b.wouldWear) * BigInt(a.n);
  if (aShare !== bShare) return aShare > bShare ? -1 : 1;
  return b.n - a.n;
}

/**
 * The designs of the final, best first: those with fewer than `f` designs before them. When places are shared at the
 * cut, all that share them are in, so there can be more than `f`: nothing is left to chance or to an id. Designs
 * passed over (taken down since) leave their places to the next ones.
 */
export function finalists(result: TallyResult, f: number = FINALISTS, passedOver: readonly string[] = []): string[] {
  const eligible = result.designs.filter((design) => !passedOver.includes(design.designId));
  const last = eligible[f - 1];
  return eligible.filter((design) => last === undefined || design.rank <= last.rank).map((design) => design.designId);
}

/**
 * The best of the finalists that are not passed over: more than one when they share the place, none when nobody rated
 * them. In the order of their ids, which is the order of their runs.
 */
export function winners(
  result: TallyResult,
  finalistIds: readonly string[],
  passedOver: readonly string[] = [],
): string[] {
  const eligible = result.designs.filter(
    (design) => finalistIds.includes(design.designId) && !passedOver.includes(design.designId) && design.n > 0,
  );
  return eligible.filter((design) => design.rank === eligible[0]?.rank).map((design) => design.designId);
}

export type QuorumReasonCode = 'finalist_short' | 'median_short' | 'no_designs';

/**
 * Whether enough people rated: each finalist, and the median of all designs of the round. A reason names the design
 * (field) and what it has of what it needs (detail: `47/100`).
 */
export function quorum(
  result: TallyResult,
  finalistIds: readonly string[],
  { finalMin, medianMin }: Quorum,
): { met: boolean; reasons: Reason<QuorumReasonCode>[] } {
  const reasons: Reason<QuorumReasonCode>[] = [];
  for (const design of result.designs) {
    if (finalistIds.includes(design.designId) && design.n < finalMin) {
      reasons.push({ code: 'finalist_short', field: design.designId, detail: `${design.n}/${finalMin}` });
    }
  }
  const ascending = result.designs.map((design) => design.n).sort((a, b) => a - b);
  const low = ascending[(ascending.length - 1) >> 1];
  const high = ascending[ascending.length >> 1];
  if (low === undefined || high === undefined) reasons.push({ code: 'no_designs' });
  else if (low + high < 2 * medianMin) {
    reasons.push({ code: 'median_short', detail: `${(low + high) / 2}/${medianMin}` });
  }
  return { met: reasons.length === 0, reasons };
}
