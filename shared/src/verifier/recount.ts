/** The count, by the rules in the README of a bundle: whole numbers, one division, nothing left to chance. */

export const FINALISTS = 16;
const K = 10n;

/** Ten cells: stars 1 to 5, each without and with "would wear". */
export type Cells = readonly number[];

export interface Figures {
  readonly design: string;
  readonly histogram: Cells;
  readonly n: number;
  readonly points: number;
  readonly wouldWear: number;
}

export interface Placed extends Figures {
  readonly score: bigint;
  readonly rank: number;
  readonly tied: boolean;
}

export interface Ranking {
  /** By rank, then by id. */
  readonly placed: readonly Placed[];
  readonly ratings: number;
  readonly points: number;
  readonly wouldWear: number;
}

export const cellOf = (stars: number, wouldWear: boolean): number => 2 * stars - (wouldWear ? 1 : 2);
const pointsOf = (cell: number): number => (cell >> 1) + 1 + (cell & 1);

export function figuresOf(design: string, histogram: Cells): Figures {
  let [n, points, wouldWear] = [0, 0, 0];
  histogram.forEach((ratings, cell) => {
    n += ratings;
    points += ratings * pointsOf(cell);
    if (cell & 1) wouldWear += ratings;
  });
  return { design, histogram, n, points, wouldWear };
}

export function rank(histograms: ReadonlyMap<string, Cells>): Ranking {
  const all = [...histograms].map(([design, cells]) => figuresOf(design, cells));
  const sum = (figure: (one: Figures) => number) => all.reduce((total, one) => total + figure(one), 0);
  const [ratings, points, wouldWear] = [sum((one) => one.n), sum((one) => one.points), sum((one) => one.wouldWear)];
  const [R, P] = [BigInt(ratings), BigInt(points)];
  const scoreOf = ({ points: p, n }: Figures) =>
    R === 0n ? 0n : (1_000_000n * (R * BigInt(p) + K * P)) / (R * (BigInt(n) + K));
  const scored = all.map((one) => ({ ...one, score: scoreOf(one) }));
  scored.sort((a, b) => order(a, b) || (a.design < b.design ? -1 : 1));

  const placed: Placed[] = [];
  for (let from = 0; from < scored.length; ) {
    let to = from + 1;
    while (to < scored.length && order(scored[from]!, scored[to]!) === 0) to++;
    for (const one of scored.slice(from, to)) placed.push({ ...one, rank: from + 1, tied: to - from > 1 });
    from = to;
  }
  return { placed, ratings, points, wouldWear };
}

/** Below zero when a comes before b; zero when they share their place. */
function order(a: Figures & { score: bigint }, b: Figures & { score: bigint }): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  const [shareOfA, shareOfB] = [BigInt(a.wouldWear) * BigInt(b.n), BigInt(b.wouldWear) * BigInt(a.n)];
  if (shareOfA !== shareOfB) return shareOfA > shareOfB ? -1 : 1;
  return b.n - a.n;
}

/** Those with fewer than F designs before them; ascending ids. */
export function finalistsOf(ranking: Ranking, passedOver: ReadonlySet<string>): string[] {
  const running = ranking.placed.filter((one) => !passedOver.has(one.design));
  const last = running[Math.min(FINALISTS, running.length) - 1];
  return running
    .filter((one) => last !== undefined && one.rank <= last.rank)
    .map((one) => one.design)
    .sort();
}

export interface Unknown {
  readonly ratings: number;
  /** No more of them than this are of one design. */
  readonly voters: number;
}

/**
 * Whether ratings that nobody can read any more could have made these the finalists. What is said here to be impossible
 * is; the unknown ratings count at their best for one design and at their worst for another at once.
 */
export function couldBeFinalists(
  ranking: Ranking,
  passedOver: ReadonlySet<string>,
  chosen: readonly string[],
  { ratings, voters }: Unknown,
): boolean {
  const running = ranking.placed.filter((one) => !passedOver.has(one.design));
  const R = BigInt(ranking.ratings + ratings);
  const more = BigInt(Math.min(ratings, voters));
  const scoreWith = ({ points, n }: Figures, each: bigint) => {
    const all = BigInt(ranking.points) + each * BigInt(ratings);
    return R === 0n ? 0n : (1_000_000n * (R * (BigInt(points) + each * more) + K * all)) / (R * (BigInt(n) + more + K));
  };
  const least = running.map((one) => scoreWith(one, 1n));
  const most = running.map((one) => scoreWith(one, 6n));
  const isIn = running.map((one) => chosen.includes(one.design));
  const count = isIn.filter(Boolean).length;
  if (count !== chosen.length || count < Math.min(FINALISTS, running.length)) return false;
  return running.every((_, one) => {
    if (!isIn[one]) return true;
    const ahead = running.filter((_, other) => least[other]! > most[one]!).length;
    return ahead < FINALISTS && running.every((_, other) => isIn[other] || most[one]! >= least[other]!);
  });
}

/** The best finalists that are left, if anybody rated them; ascending ids. */
export function winnersOf(ranking: Ranking, finalists: ReadonlySet<string>, passedOver: ReadonlySet<string>): string[] {
  const left = ranking.placed.filter((one) => finalists.has(one.design) && !passedOver.has(one.design) && one.n > 0);
  return left
    .filter((one) => one.rank === left[0]?.rank)
    .map((one) => one.design)
    .sort();
}

export interface QuorumReason {
  readonly code: string;
  readonly design: string | null;
  readonly detail: string | null;
}

export function quorumReasons(
  ranking: Ranking,
  finalists: ReadonlySet<string>,
  { finalMin, medianMin }: { readonly finalMin: number; readonly medianMin: number },
): QuorumReason[] {
  const reasons: QuorumReason[] = ranking.placed
    .filter((one) => finalists.has(one.design) && one.n < finalMin)
    .map((one) => ({ code: 'finalist_short', design: one.design, detail: `${one.n}/${finalMin}` }));
  const counts = ranking.placed.map((one) => one.n).sort((a, b) => a - b);
  if (counts.length === 0) return [...reasons, { code: 'no_designs', design: null, detail: null }];
  const twice = counts[Math.floor((counts.length - 1) / 2)]! + counts[Math.floor(counts.length / 2)]!;
  if (twice < 2 * medianMin) {
    reasons.push({ code: 'median_short', design: null, detail: `${twice / 2}/${medianMin}` });
  }
  return reasons;
}

export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Between which places each design would finish nine times in ten, by design. */
export function bands(ranking: Ranking): Map<string, Band> {
  const moments = ranking.placed.map(momentsOf);
  const { length } = moments;
  const above = new Array<number>(length).fill(0);
  const below = new Array<number>(length).fill(0);
  for (let better = 0; better < length; better++) {
    for (let worse = better + 1; worse < length; worse++) {
      if (ranking.placed[better]!.rank === ranking.placed[worse]!.rank) continue;
      if (!isClear(moments[better]!, moments[worse]!)) continue;
      above[worse]! += 1;
      below[better]! += 1;
    }
  }
  return new Map(
    ranking.placed.map(({ design }, nth) => [design, { low: above[nth]! + 1, high: length - below[nth]! }]),
  );
}

interface Moments {
  readonly n: bigint;
  readonly points: bigint;
  /** n Σ p² − (Σ p)², which is n (n − 1) times the variance. */
  readonly spread: bigint;
}

function momentsOf({ histogram, n, points }: Figures): Moments {
  const squares = histogram.reduce((sum, ratings, cell) => sum + ratings * pointsOf(cell) ** 2, 0);
  return {
    n: BigInt(n),
    points: BigInt(points),
    spread: BigInt(n) * BigInt(squares) - BigInt(points) * BigInt(points),
  };
}

/** The gap of the means is at least 1.645 standard errors: both sides times n_a² n_b² (n_a − 1) (n_b − 1). */
function isClear(a: Moments, b: Moments): boolean {
  if (a.n < 2n || b.n < 2n) return false;
  const gap = a.points * b.n - b.points * a.n;
  const error = a.spread * b.n * b.n * (b.n - 1n) + b.spread * a.n * a.n * (a.n - 1n);
  return gap > 0n && 1_000_000n * gap * gap * (a.n - 1n) * (b.n - 1n) >= 2_706_025n * error;
}
