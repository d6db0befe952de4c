import { decimalText, divideHalfUp, isCount } from './integer-math.ts';

/** A design that a voter may still get. */
export interface DealCandidate {
  readonly designId: string;
  /** Outstanding and completed deals, of all voters. */
  readonly exposure: number;
  /** Lower-case hex of SHA-256(roundSeed ‖ pseudonym ‖ designId): an order of its own for every voter. */
  readonly key: string;
}

const inCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The designs of the next hand: the least shown first, among equals in the voter's own order. */
export function chooseHand(candidates: readonly DealCandidate[], size: number): string[] {
  return candidates
    .toSorted((a, b) => a.exposure - b.exposure || inCodeUnits(a.key, b.key) || inCodeUnits(a.designId, b.designId))
    .slice(0, Math.max(0, size))
    .map((candidate) => candidate.designId);
}

export interface ExposureFigures {
  readonly min: number;
  readonly max: number;
  /** 0.0000 when all designs were shown equally often; near 1 when one took everything. */
  readonly gini: string;
}

/** How evenly designs were shown, from the number of deals of each. Published with the result. */
export function exposureFigures(counts: readonly number[]): ExposureFigures {
  if (!counts.every(isCount)) throw new RangeError('exposure is counted in whole deals');
  const ascending = counts.toSorted((a, b) => a - b);
  const designs = BigInt(ascending.length);
  let sum = 0n;
  let weighted = 0n;
  for (const [index, count] of ascending.entries()) {
    sum += BigInt(count);
    weighted += (2n * BigInt(index + 1) - designs - 1n) * BigInt(count);
  }
  const gini = sum === 0n ? 0n : divideHalfUp(weighted * 10_000n, designs * sum);
  return { min: ascending[0] ?? 0, max: ascending.at(-1) ?? 0, gini: decimalText(gini, 4) };
}
