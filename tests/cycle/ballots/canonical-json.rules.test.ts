import { type CanonicalValue, canonicalJson, parseCanonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/canonical-json.json' with { type: 'json' };

const text = fc.string({ unit: 'grapheme' });

/** Any value of the subset. */
const { value } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}));

describe('canonical JSON', () => {
  it.each(fixture.canonical as unknown as readonly [string, string, string][])(
    'has one spelling of %s',
    (_name, typed, one) => {
      expect(canonicalJson(JSON.parse(typed) as CanonicalValue)).toBe(one);
      expect(canonicalJson(parseCanonicalJson(one))).toBe(one);
    },
  );

  it.each(fixture.refused)('refuses %s', (typed) => {
    expect(() => canonicalJson(JSON.parse(typed) as CanonicalValue)).toThrow(TypeError);
  });

  it.each(fixture.otherSpellings)('does not read the other spelling %j', (typed) => {
    expect(() => parseCanonicalJson(typed)).toThrow(SyntaxError);
  });

  it.each([
    ['undefined', undefined],
    ['a member that is undefined', { a: undefined }],
    ['a hole', new Array(1)],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
  ])('refuses %s', (_name, anything) => {
    expect(() => canonicalJson(anything as CanonicalValue)).toThrow(TypeError);
  });

  it('is read back as the value it spells', () => {
    fc.assert(
      fc.property(value, (any) => {
        const spelled = canonicalJson(any);
        expect(parseCanonicalJson(spelled)).toEqual(JSON.parse(JSON.stringify(any)));
        expect(canonicalJson(parseCanonicalJson(spelled))).toBe(spelled);
      }),
    );
  });

  it('does not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(text, fc.integer()), { selector: ([key]) => key }), (members) => {
        fc.pre(members.every(([key]) => key !== '__proto__'));
        expect(canonicalJson(Object.fromEntries(members.toReversed()))).toBe(
          canonicalJson(Object.fromEntries(members)),
        );
      }),
    );
  });
});
