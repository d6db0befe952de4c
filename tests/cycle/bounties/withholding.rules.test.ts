import { grossForNet, type WithholdingRate, withhold } from '@fraisier/shared/cycle/withholding.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/withholding.json' with { type: 'json' };

const rates = fixture.rates as unknown as readonly WithholdingRate[];
const gross = fc.integer({ min: 0, max: 10_000_000 });

/** Up to five lines that together keep less than all of it. */
const anyRates = fc.array(
  fc.record({
    code: fc.constant('line'),
    label: fc.constant('Line'),
    rateBp: fc.integer({ min: 0, max: 1_900 }),
    baseBp: fc.integer({ min: 0, max: 10_000 }),
    payer: fc.constantFrom('author' as const, 'shop' as const),
  }),
  { maxLength: 5 },
);

describe('the statement to the author', () => {
  it.each(fixture.statements)(
    'of $grossCents cents gross leaves $netCents and costs $costCents',
    ({ bases, amounts, ...totals }) => {
      const { lines, ...statement } = withhold(totals.grossCents, rates);
      expect(statement).toEqual(totals);
      expect(lines.map((line) => line.baseCents)).toEqual(bases);
      expect(lines.map((line) => line.amountCents)).toEqual(amounts);
      expect(lines.map(({ baseCents: _base, amountCents: _amount, ...rate }) => rate)).toEqual(rates);
    },
  );

  it('adds up, whatever the rates', () => {
    fc.assert(
      fc.property(gross, anyRates, (cents, any) => {
        const { lines, grossCents, withheldCents, netCents, onTopCents, costCents } = withhold(cents, any);
        const sumOf = (payer: string) =>
          lines.filter((line) => line.payer === payer).reduce((sum, line) => sum + line.amountCents, 0);
        expect(grossCents).toBe(cents);
        expect(withheldCents).toBe(sumOf('author'));
        expect(onTopCents).toBe(sumOf('shop'));
        expect(netCents + withheldCents).toBe(grossCents);
        expect(costCents).toBe(netCents + withheldCents + onTopCents);
      }),
    );
  });

  it('can be checked line by line from the figures printed on it', () => {
    fc.assert(
      fc.property(gross, (cents) => {
        for (const { baseCents, rateBp, amountCents } of withhold(cents, rates).lines) {
          // Within half a cent of base × rate.
          expect(Math.abs(amountCents * 20_000 - 2 * baseCents * rateBp)).toBeLessThanOrEqual(10_000);
        }
      }),
    );
  });

  it('is made for whole, positive amounts only', () => {
    expect(() => withhold(-1, rates)).toThrow(RangeError);
    expect(() => withhold(0.5, rates)).toThrow(RangeError);
  });
});

describe('the gross of a promised net', () => {
  it('is 1,190.91 for 1,000.00, and 1,204.01 in all', () => {
    expect(grossForNet(100_000, rates)).toBe(119_091);
    expect(withhold(grossForNet(100_000, rates), rates).costCents).toBe(120_401);
  });

  it('is the net itself when nothing is withheld', () => {
    expect(grossForNet(100_000, [])).toBe(100_000);
    expect(grossForNet(0, rates)).toBe(0);
  });

  it('never leaves the author less than promised, and a cent less of gross would', () => {
    fc.assert(
      fc.property(gross, anyRates, (netCents, any) => {
        const found = grossForNet(netCents, any);
        expect(withhold(found, any).netCents).toBeGreaterThanOrEqual(netCents);
        if (found > 0) expect(withhold(found - 1, any).netCents).toBeLessThan(netCents);
      }),
    );
  });

  it('is at most a cent above the promise with the rates of the law', () => {
    fc.assert(
      fc.property(gross, (netCents) => {
        expect(withhold(grossForNet(netCents, rates), rates).netCents - netCents).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is refused when the rates leave nothing', () => {
    const all: WithholdingRate = { code: 'all', label: 'All', rateBp: 10_000, baseBp: 10_000, payer: 'author' };
    expect(() => grossForNet(1, [all])).toThrow(RangeError);
  });
});
