import {
  isRoundSlug,
  nextRoundSlug,
  parseRunSlug,
  roundMonth,
  roundSlug,
  runSlug,
} from '@fraisier/shared/cycle/calendar-names.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const round = fc
  .record({ year: fc.integer({ min: 1_000, max: 9_999 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(roundSlug);

describe('the name of a round', () => {
  it.each(['2026-12', '2027-01', '9999-10'])('%s is one', (slug) => {
    expect(isRoundSlug(slug)).toBe(true);
  });

  it.each([
    '2026-13',
    '2026-00',
    '2026-1',
    '26-12',
    '0999-01',
    '2026-12-2',
    '2026-12\n',
    ' 2026-12',
    '2026/12',
    '',
    null,
    202612,
  ])('%j is none', (slug) => {
    expect(isRoundSlug(slug)).toBe(false);
  });

  it('is the month it names, both ways', () => {
    expect(roundMonth('2026-12')).toEqual({ year: 2026, month: 12 });
    fc.assert(
      fc.property(round, (slug) => {
        expect(roundSlug(roundMonth(slug))).toBe(slug);
      }),
    );
    expect(() => roundMonth('2026-13')).toThrow(RangeError);
    expect(() => roundSlug({ year: 2026, month: 13 })).toThrow(RangeError);
    expect(() => roundSlug({ year: 2026, month: 1.5 })).toThrow(RangeError);
  });

  it('is followed by the month after, over the new year too', () => {
    expect(nextRoundSlug('2026-11')).toBe('2026-12');
    expect(nextRoundSlug('2026-12')).toBe('2027-01');
  });
});

describe('the name of a run', () => {
  it('is that of its round for the first winner, and numbered from the second on', () => {
    expect([1, 2, 12].map((nth) => runSlug('2026-12', nth))).toEqual(['2026-12', '2026-12-2', '2026-12-12']);
    expect(() => runSlug('2026-12', 0)).toThrow(RangeError);
    expect(() => runSlug('december', 1)).toThrow(RangeError);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(round, fc.integer({ min: 1, max: 500 }), (slug, nth) => {
        expect(parseRunSlug(runSlug(slug, nth))).toEqual({ round: slug, nth });
      }),
    );
  });

  it.each(['2026-12-1', '2026-12-0', '2026-12-02', '2026-12-', '2026-13', '2026-12-2-2', ''])(
    '%j names no run',
    (slug) => {
      expect(parseRunSlug(slug)).toBeNull();
    },
  );
});
