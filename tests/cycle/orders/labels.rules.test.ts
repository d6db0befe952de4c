import { LABEL_LENGTH, labelProblem, normalizeLabel } from '@fraisier/shared/cycle/labels.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/labels.json' with { type: 'json' };

describe('a sewn label', () => {
  it.each(fixture.sewable)('can say %s', (text) => {
    expect(labelProblem(text)).toBeNull();
    expect(normalizeLabel(text)).toBe(text);
  });

  it.each(fixture.unsewable as unknown as readonly [string, string][])(
    'cannot say %j, because of %j',
    (text, grapheme) => {
      expect(labelProblem(text)).toMatchObject({ code: 'character', grapheme });
    },
  );

  it('takes an accent that the keyboard sent apart as the letter it makes', () => {
    expect(labelProblem('E\u0301milie')).toBeNull();
    expect(normalizeLabel('E\u0301milie')).toBe('\u00C9milie');
  });

  it('takes the space that a French keyboard puts before a sign as a space, and drops those at the ends', () => {
    expect(normalizeLabel('\u00A0Oui\u202F!  ')).toBe('Oui !');
    expect(labelProblem('  Oui\u00A0! ')).toBeNull();
  });

  it('counts what a reader sees, and names the first letter too many', () => {
    expect(labelProblem('A'.repeat(LABEL_LENGTH))).toBeNull();
    expect(labelProblem('E\u0301'.repeat(LABEL_LENGTH))).toBeNull();
    expect(labelProblem(`${'A'.repeat(LABEL_LENGTH)}b`)).toEqual({ code: 'too_long', grapheme: 'b', length: 15 });
    expect(labelProblem(`${' '.repeat(9)}A`, 1)).toBeNull();
    expect(labelProblem('Zoé', 2)).toEqual({ code: 'too_long', grapheme: 'é', length: 3 });
  });

  it('is not empty', () => {
    for (const empty of ['', '   ', '\u00A0']) expect(labelProblem(empty)).toEqual({ code: 'empty', length: 0 });
  });

  it('is kept as it is sewn: the same text every time, and of the same letters as typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (typed) => {
        const kept = normalizeLabel(typed);
        expect(normalizeLabel(kept)).toBe(kept);
        expect(labelProblem(kept)).toEqual(labelProblem(typed));
        if (labelProblem(typed) === null) {
          const letters = (text: string) => text.normalize('NFC').replace(/[ \u00A0\u202F]/g, '');
          expect(letters(kept)).toBe(letters(typed));
        }
      }),
    );
  });

  it('can say, of all of Unicode, the Latin letters of a name, the digits and eight signs', () => {
    let letters = 0;
    const others = new Set<string>();
    for (let codePoint = 0; codePoint <= 0x1_ffff; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      const kept = normalizeLabel(`A${character}A`);
      if (labelProblem(kept) !== null) continue;
      const sewn = kept.slice(1, -1);
      if (/^\p{Script=Latin}$/u.test(sewn) && /^\p{L}$/u.test(sewn)) letters += 1;
      else if (kept.length === 3) others.add(sewn);
      // A mark alone joins the letter before it: then two letters are left.
      else expect(kept).toMatch(/^\p{Script=Latin}A$/u);
    }
    expect([...others].sort().join('')).toBe(" !&'-.0123456789?’");
    expect(letters).toBeGreaterThan(250);
    expect(letters).toBeLessThan(400);
  });
});
