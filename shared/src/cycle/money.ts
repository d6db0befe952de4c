import { divideHalfUp } from './integer-math.ts';

/** An amount as it is sent. In code it is an integer named `…Cents`. */
export interface Money {
  readonly amount: number;
  readonly currency: 'EUR';
}

/** One euro cent is 1; refunds are negative. */
export function eur(cents: number): Money {
  return { amount: wholeCents(cents), currency: 'EUR' };
}

export function wholeCents(cents: number): number {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not a whole number of cents: ${cents}`);
  return cents === 0 ? 0 : cents;
}

export function sumCents(amounts: readonly number[]): number {
  return amounts.reduce((sum, cents) => wholeCents(sum + wholeCents(cents)), 0);
}

/** A rate is in basis points: 2000 is 20 %. */
export function shareOf(cents: number, rateBasisPoints: number): number {
  return Number(divideHalfUp(BigInt(wholeCents(cents)) * BigInt(basisPoints(rateBasisPoints)), 10_000n));
}

/** The VAT that a price holds, half a cent rounded up, and what is left: the two add up to the price. */
export function vatIncluded(totalCents: number, rateBasisPoints: number): { netCents: number; vatCents: number } {
  const rate = BigInt(basisPoints(rateBasisPoints));
  const vatCents = Number(divideHalfUp(BigInt(wholeCents(totalCents)) * rate, 10_000n + rate));
  return { netCents: totalCents - vatCents, vatCents };
}

function basisPoints(rate: number): number {
  if (!Number.isSafeInteger(rate) || rate < 0) throw new RangeError(`not a rate in basis points: ${rate}`);
  return rate;
}
