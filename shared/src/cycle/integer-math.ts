/** Integer arithmetic for everything that decides or pays: no result depends on floating point. */

/** The quotient rounded to the nearest integer; a half goes away from zero, so a refund mirrors its sale. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive');
  return numerator < 0n
    ? -((-numerator * 2n + denominator) / (denominator * 2n))
    : (numerator * 2n + denominator) / (denominator * 2n);
}

/** The largest integer whose square is not above `value`. */
export function integerSquareRoot(value: bigint): bigint {
  if (value < 0n) throw new RangeError('no square root of a negative number');
  if (value < 2n) return value;
  // Newton's steps fall until they meet the root; the start is a power of two above it.
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** `12345n` with 4 digits is `1.2345`. */
export function decimalText(scaled: bigint, digits: number): string {
  const sign = scaled < 0n ? '-' : '';
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A count: zero or more, whole, and small enough to be exact. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
