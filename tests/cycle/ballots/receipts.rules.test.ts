import { createHash } from 'node:crypto';
import { readReceiptCode, receiptCode, receiptText } from '@fraisier/shared/cycle/ballot-log.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/ballot-log.json' with { type: 'json' };

const leaf = fc.stringMatching(/^[0-9a-f]{64}$/);
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a receipt', () => {
  it('signs this very text', () => {
    const { round, leaf: own, sha256 } = fixture.receipt;
    expect(receiptText({ round, leaf: own })).toBe(`fraisier/receipt/v1\n${round}\n${own}\n`);
    expect(
      createHash('sha256')
        .update(receiptText({ round, leaf: own }))
        .digest('hex'),
    ).toBe(sha256);
  });
});

describe('the short code of a receipt', () => {
  it('is these very characters', () => {
    // 40 zero bits: check digits 98 − 0; 40 one bits: 98 − (1,099,511,627,775 × 100 mod 97).
    expect(receiptCode('0'.repeat(64))).toBe('0000-0000-98');
    expect(receiptCode('f'.repeat(64))).toBe(`ZZZZ-ZZZZ-${98 - Number((1_099_511_627_775n * 100n) % 97n)}`);
    expect(receiptCode(`0123456789${'0'.repeat(54)}`).slice(0, 9)).toBe('04HM-ASW9');
  });

  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(leaf, (any) => {
        const code = receiptCode(any);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-\d\d$/);
        expect(readReceiptCode(code)).toBe(code);
        expect(readReceiptCode(` ${code.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(code);
        expect(readReceiptCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it('is refused with any one character wrong', () => {
    fc.assert(
      fc.property(leaf, fc.nat({ max: 9 }), fc.constantFrom(...DIGITS), (any, place, wrong) => {
        const plain = receiptCode(any).replaceAll('-', '');
        fc.pre(plain[place] !== wrong);
        expect(readReceiptCode(plain.slice(0, place) + wrong + plain.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('is refused with any two neighbours swapped', () => {
    fc.assert(
      fc.property(leaf, fc.nat({ max: 8 }), (any, place) => {
        const plain = receiptCode(any).replaceAll('-', '');
        const [a, b] = [plain.charAt(place), plain.charAt(place + 1)];
        fc.pre(a !== b);
        expect(readReceiptCode(plain.slice(0, place) + b + a + plain.slice(place + 2))).toBeNull();
      }),
    );
  });

  it.each(['', '0000-0000', '0000-0000-9', '0000-0000-980', '0000-000U-98', '００００-0000-98'])(
    '%j is none',
    (typed) => {
      expect(readReceiptCode(typed)).toBeNull();
    },
  );

  it('is made of leaves only', () => {
    expect(() => receiptCode('abc')).toThrow(TypeError);
  });
});
