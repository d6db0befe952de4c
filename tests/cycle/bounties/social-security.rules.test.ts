import {
  maskSocialSecurity,
  normalizeSocialSecurity,
  socialSecurityProblem,
} from '@fraisier/shared/cycle/social-security.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

// Made numbers: 13 digits of nobody, each with the key that belongs to them.
const right = ['2 69 05 49 588 157 80', '1 85 05 78 006 084 91', '1 51 02 46 102 043 25'];
const corsican = ['2 55 08 2A 004 059 13', '1 92 11 2B 033 007 46'];

const keyOf = (digits: string) =>
  String(97 - (Number(digits.replace('2A', '19').replace('2B', '18')) % 97)).padStart(2, '0');

test('a number whose key is right is taken, with or without spaces', () => {
  for (const typed of right) {
    expect(socialSecurityProblem(typed), typed).toBeNull();
    expect(socialSecurityProblem(typed.replaceAll(' ', '')), typed).toBeNull();
  }
});

test('Corsica’s letters count as 19 and 18', () => {
  for (const typed of corsican) {
    const digits = normalizeSocialSecurity(typed).slice(0, 13);
    expect(socialSecurityProblem(digits + keyOf(digits))).toBeNull();
    expect(socialSecurityProblem((digits + keyOf(digits)).toLowerCase())).toBeNull();
  }
});

test('any one digit that is mistyped, and any two neighbours that are swapped, are noticed', async () => {
  const digits = fc.stringMatching(/^[12][0-9]{2}(0[1-9]|1[0-2])[0-8][0-9]{7}$/);
  await fc.assert(
    fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (thirteen, at, more) => {
      const number = thirteen + keyOf(thirteen);
      expect(socialSecurityProblem(number)).toBeNull();
      const other = String((Number(number[at]) + more) % 10);
      expect(socialSecurityProblem(number.slice(0, at) + other + number.slice(at + 1))).not.toBeNull();
      if (at < 12 && number[at] !== number[at + 1]) {
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        expect(socialSecurityProblem(swapped)).not.toBeNull();
      }
    }),
  );
});

test('says what is wrong with others', () => {
  expect(socialSecurityProblem('')).toBe('length');
  expect(socialSecurityProblem('2690549588157')).toBe('length');
  expect(socialSecurityProblem('969054958815780')).toBe('characters');
  expect(socialSecurityProblem('2690549588157X0')).toBe('characters');
  expect(socialSecurityProblem('269054958815781')).toBe('key');
});

test('is shown by its key alone', () => {
  expect(maskSocialSecurity('80')).toBe('• •• •• •• ••• ••• 80');
});
