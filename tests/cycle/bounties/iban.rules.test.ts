import { ibanProblem, maskIban, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/iban.json' with { type: 'json' };

const right = fc.constantFrom(...fixture.right);
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const inFours = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ');

describe('an IBAN', () => {
  it.each(fixture.right)('%s is right', (iban) => {
    expect(ibanProblem(iban)).toBeNull();
    expect(ibanProblem(inFours(iban).toLowerCase())).toBeNull();
  });

  it.each(fixture.wrong as unknown as readonly [string, string][])('%j is refused for its %s', (iban, problem) => {
    expect(ibanProblem(iban)).toBe(problem);
  });

  it('is refused with any one character wrong', () => {
    fc.assert(
      fc.property(right, fc.nat(), fc.constantFrom(...ALPHABET), (iban, at, wrong) => {
        const place = at % iban.length;
        fc.pre(iban[place] !== wrong);
        const mistyped = iban.slice(0, place) + wrong + iban.slice(place + 1);
        // A letter becomes two digits, so one wrong character of another kind can, in 1 of 97, keep the remainder.
        fc.pre(/\d/.test(iban.charAt(place)) === /\d/.test(wrong));
        expect(ibanProblem(mistyped)).not.toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused with two neighbouring digits swapped', () => {
    fc.assert(
      fc.property(right, fc.nat(), (iban, at) => {
        const place = 4 + (at % (iban.length - 5));
        const [a, b] = [iban.charAt(place), iban.charAt(place + 1)];
        fc.pre(a !== b && /\d\d/.test(a + b));
        expect(ibanProblem(iban.slice(0, place) + b + a + iban.slice(place + 2))).toBe('checksum');
      }),
    );
  });

  it.each([
    ['02', '99'],
    ['97', '00'],
    ['98', '01'],
  ])('with the check digits %s is refused with %s, which has the same remainder', (given, other) => {
    const accounts = Array.from({ length: 100 }, (_, account) => String(account).padStart(12, '0'));
    const account = accounts.find((one) => ibanProblem(`BE${given}${one}`) === null);
    expect(account).toBeDefined();
    expect(BigInt(`${account}1114${other}`) % 97n).toBe(1n);
    expect(ibanProblem(`BE${other}${account}`)).toBe('checksum');
  });
});

describe('an IBAN as people type it', () => {
  it.each([
    ['FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
    ['fr14\u00A02004\u202F1010 0505 0001 3m02 606\n', 'FR1420041010050500013M02606'],
    ['IBAN: FR14-2004-1010-0505-0001-3M02-606', 'FR1420041010050500013M02606'],
    ['IBAN FR14.2004.1010.0505.0001.3M02.606', 'FR1420041010050500013M02606'],
    ['\u200BFR14\u00AD20041010050500013M02606', 'FR1420041010050500013M02606'],
  ])('%j is written as banks do', (typed, written) => {
    expect(normalizeIban(typed)).toBe(written);
    expect(ibanProblem(typed)).toBeNull();
  });

  it('is written the same when it is written again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = normalizeIban(typed);
        if (!/^IBAN/.test(once)) expect(normalizeIban(once)).toBe(once);
      }),
    );
  });
});

describe('an IBAN that is shown', () => {
  it('shows its country and its last four characters', () => {
    expect(maskIban('FR14 2004 1010 0505 0001 3M02 606')).toBe('FR•• … 2606');
    expect(maskIban('NO9386011117947')).toBe('NO•• … 7947');
  });

  it('shows nothing of a text too short to hide anything', () => {
    for (const short of ['', 'FR', 'FR141234']) expect(maskIban(short)).toBe('••••');
  });
});
