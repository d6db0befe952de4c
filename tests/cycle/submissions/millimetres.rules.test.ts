import fc from 'fast-check';
import { expect, it } from 'vitest';
import { millimetresOf } from '../../../web/src/cycle/submissions/millimetres.ts';

it('reads centimetres with a comma or a point, signed or not, and nothing else', () => {
  expect(['10,5', '10.5', ' 30 cm', '-4', '−4,2', '+0,1', '0'].map(millimetresOf)).toEqual([
    105, 105, 300, -40, -42, 1, 0,
  ]);
  expect(['', 'dix', '1e3', '10,55', '--2', 'NaN', '1 000', '5 mm'].map(millimetresOf)).toEqual(
    Array.from({ length: 8 }, () => null),
  );
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 9999 }), (mm) => {
      expect(millimetresOf(String(mm / 10))).toBe(mm);
    }),
  );
});
