import { shareOf, sumCents, wholeCents } from './money.ts';

/** One contribution on what an artist-author is paid. Rates change with the years: they are data with dates, not code. */
export interface WithholdingRate {
  readonly code: string;
  readonly label: string;
  /** Basis points of the base: 615 is 6.15 %. */
  readonly rateBp: number;
  /** The base, in basis points of the gross: 9825 is 98.25 %. */
  readonly baseBp: number;
  /** `author`: kept back from the gross. `shop`: paid on top of it. */
  readonly payer: 'author' | 'shop';
}

export interface WithholdingLine extends WithholdingRate {
  readonly baseCents: number;
  readonly amountCents: number;
}

export interface Withholding {
  readonly grossCents: number;
  readonly lines: readonly WithholdingLine[];
  /** Kept back from the author. */
  readonly withheldCents: number;
  /** Paid to the author. */
  readonly netCents: number;
  /** Paid by the shop above the gross. */
  readonly onTopCents: number;
  /** All that the bounty costs the shop. */
  readonly costCents: number;
}

/**
 * The statement of a gross amount. Each line is worked out from its rounded base, so that the author can check the
 * statement from the figures printed on it.
 */
export function withhold(grossCents: number, rates: readonly WithholdingRate[]): Withholding {
  if (wholeCents(grossCents) < 0) throw new RangeError('a bounty is not negative');
  const lines = rates.map((rate) => {
    const baseCents = shareOf(grossCents, rate.baseBp);
    return { ...rate, baseCents, amountCents: shareOf(baseCents, rate.rateBp) };
  });
  const paidBy = (payer: WithholdingRate['payer']) =>
    sumCents(lines.filter((line) => line.payer === payer).map((line) => line.amountCents));
  const withheldCents = paidBy('author');
  const onTopCents = paidBy('shop');
  return {
    grossCents,
    lines,
    withheldCents,
    netCents: grossCents - withheldCents,
    onTopCents,
    costCents: grossCents + onTopCents,
  };
}

/**
 * The smallest gross that leaves the author at least `netCents`. Rounding skips some nets; then the author gets the
 * cent more, never the cent less.
 */
export function grossForNet(netCents: number, rates: readonly WithholdingRate[]): number {
  if (wholeCents(netCents) < 0) throw new RangeError('a bounty is not negative');
  const authors = rates.filter((rate) => rate.payer === 'author');
  const whole = 100_000_000n;
  const kept = authors.reduce((left, rate) => left - BigInt(rate.rateBp) * BigInt(rate.baseBp), whole);
  if (kept <= 0n) throw new RangeError('these rates leave nothing of any gross');
  // Each line is less than two cents off its exact share, so the answer is within that of the exact quotient.
  const slack = (BigInt(authors.length) * 2n * whole) / kept + 2n;
  const exact = (BigInt(netCents) * whole) / kept;
  let grossCents = exact > slack ? Number(exact - slack) : 0;
  while (withhold(grossCents, authors).netCents < netCents) grossCents += 1;
  return grossCents;
}
