import { divideHalfUp, integerSquareRoot } from '@fraisier/shared/cycle/integer-math.ts';
import { eur, shareOf, sumCents, vatIncluded } from '@fraisier/shared/cycle/money.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cents = fc.integer({ min: -100_000_000, max: 100_000_000 });
const rate = fc.integer({ min: 0, max: 3_000 });

describe('an amount', () => {
  it('is whole cents of euro, and nothing else', () => {
    expect(eur(2_400)).toEqual({ amount: 2_400, currency: 'EUR' });
    expect(Object.is(eur(-0).amount, 0)).toBe(true);
    for (const other of [0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => eur(other)).toThrow(RangeError);
  });

  it('is summed exactly, and never past what is exact', () => {
    expect(sumCents([])).toBe(0);
    expect(sumCents([2_400, 450, -2_850])).toBe(0);
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sumCents([1, 0.5])).toThrow(RangeError);
  });
});

describe('the VAT in a price', () => {
  it.each([
    { total: 2_400, rate: 2_000, net: 2_000, vat: 400 },
    { total: 2_850, rate: 2_000, net: 2_375, vat: 475 },
    { total: 1, rate: 2_000, net: 1, vat: 0 },
    // A sixth of 3 cents is half a cent: up.
    { total: 3, rate: 2_000, net: 2, vat: 1 },
    { total: -3, rate: 2_000, net: -2, vat: -1 },
    { total: 1_055, rate: 550, net: 1_000, vat: 55 },
    { total: 2_400, rate: 0, net: 2_400, vat: 0 },
    { total: 0, rate: 2_000, net: 0, vat: 0 },
  ])('of $total at $rate basis points is $vat', ({ total, rate: basisPoints, net, vat }) => {
    expect(vatIncluded(total, basisPoints)).toEqual({ netCents: net, vatCents: vat });
  });

  it('adds up with the net, is within half a cent of the law, and a refund mirrors its sale', () => {
    fc.assert(
      fc.property(cents, rate, (total, basisPoints) => {
        const { netCents, vatCents } = vatIncluded(total, basisPoints);
        expect(netCents + vatCents).toBe(total);
        const over = BigInt(vatCents) * BigInt(10_000 + basisPoints) - BigInt(total) * BigInt(basisPoints);
        expect((over < 0n ? -over : over) * 2n).toBeLessThanOrEqual(BigInt(10_000 + basisPoints));
        const refund = vatIncluded(-total, basisPoints);
        expect(refund.vatCents + vatCents).toBe(0);
      }),
    );
  });

  it('takes whole rates only', () => {
    expect(() => vatIncluded(100, 5.5)).toThrow(RangeError);
    expect(() => vatIncluded(100, -1)).toThrow(RangeError);
  });
});

describe('a share of an amount', () => {
  it('rounds half a cent away from zero', () => {
    expect([shareOf(50, 100), shareOf(49, 100), shareOf(-50, 100), shareOf(1_000_000_00, 10_000)]).toEqual([
      1, 0, -1, 1_000_000_00,
    ]);
  });
});

describe('integer arithmetic', () => {
  it('rounds to the nearest, half away from zero', () => {
    expect([5n, 4n, 15n, -5n, -4n, -15n, 0n].map((n) => divideHalfUp(n, 10n))).toEqual([1n, 0n, 2n, -1n, 0n, -2n, 0n]);
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
  });

  it('finds the root below any integer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), (value) => {
        const root = integerSquareRoot(value);
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (root) => {
        expect(integerSquareRoot(root * root)).toBe(root);
      }),
    );
    expect(() => integerSquareRoot(-1n)).toThrow(RangeError);
  });
});
