/** A whole number of events is expected `over / under` times. */
export interface Expected {
  readonly over: bigint;
  readonly under: bigint;
}

/** Fixed point with this many bits behind the point: the rounding of some thousand terms stays far below any answer. */
const BITS = 256n;

/**
 * Whether `count` events or more would come less than once in `rarity` times, if they came at random as often as
 * expected: P(X ≥ count) < 1 / rarity for a Poisson X. In integers: both sides are multiplied by e^expected, and the
 * terms expected^k / k! are added up until none is left.
 */
export function isRareCount(count: number, { over, under }: Expected, rarity: number): boolean {
  if (under <= 0n || over < 0n) throw new RangeError('what is expected is a fraction that is not negative');
  if (count <= 0) return false;
  // Half of all times there are more than expected, or nearly so: nothing to add up.
  if (BigInt(count) * under <= over) return false;
  let term = 1n << BITS;
  let below = 0n;
  let tail = 0n;
  for (let k = 0; term > 0n; k++) {
    if (k < count) below += term;
    else tail += term;
    term = (term * over) / (under * BigInt(k + 1));
  }
  return tail * BigInt(rarity) < below + tail;
}
