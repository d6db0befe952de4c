import type { ArtworkMeasures } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import type { ColourFacts } from '@fraisier/shared/cycle/artwork/measured-findings.ts';
import {
  ARTWORK_LIMITS,
  type ArtworkFacts,
  type ArtworkLimits,
  canBeTaken,
  checkArtwork,
  dpiInto,
  findingCodes,
  fitInto,
  largestAt,
  limitsOf,
} from '@fraisier/shared/cycle/artwork-rules.ts';
import { type FabricId, fabricIds } from '@fraisier/shared/cycle/garments.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/artwork.json' with { type: 'json' };

interface FindingCase {
  readonly name: string;
  readonly facts: Partial<ArtworkFacts>;
  /** Every finding that is not `ok`. */
  readonly levels: Readonly<Record<string, string>>;
  /** Some of the figures that the findings must tell. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
}

const cases = fixture.findings as unknown as readonly FindingCase[];
const { printArea } = fixture;
const sound: ArtworkFacts = { ...fixture.sound, printArea };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.double({ min: 0, max: 400, noNaN: true });
const places = fc.array(fc.constant({ left: 1, top: 2, width: 3, height: 4 }), { maxLength: 12 });
const found = fc.record({ share, places });
const measured: fc.Arbitrary<ArtworkMeasures> = fc.record({
  seenShare: fc.double({ min: 0.001, max: 1, noNaN: true }),
  softMm: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  background: fc.option(fc.record({ hex: fc.constant('#ffffff'), share })),
  halos: found,
  strays: fc.record({ count: fc.nat(30), largestMm: length, places }),
  motif: fc.option(fc.record({ widthMm: length, heightMm: length, growth: fc.constant(1), emptyShare: share })),
  edges: fc.option(fc.record({ nearestMm: fc.double({ min: -10, max: 200, noNaN: true }), places })),
  thinLines: fc.record({ thinnestMm: fc.option(length), gapMm: fc.option(length), share, places }),
  inks: fc.record({
    inks: fc.constant([]),
    count: fc.nat(24),
    overprints: fc.nat(5),
    isPhotographic: fc.boolean(),
  }),
  contrast: fc.record(Object.fromEntries(fabricIds.map((id) => [id, found])) as Record<FabricId, typeof found>),
});
const colour: fc.Arbitrary<ColourFacts> = fc.record({
  space: fc.constantFrom('srgb', 'display-p3', 'cmyk', 'grey'),
  profile: fc.string({ maxLength: 60 }),
  depth: fc.constantFrom(8, 16),
  gamutShare: share,
  places,
});

interface MeasuredCase {
  readonly name: string;
  readonly measures: Partial<ArtworkMeasures>;
  readonly facts?: Partial<ArtworkFacts>;
  readonly limits?: Partial<ArtworkLimits>;
  readonly levels: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
}

const measuredCases = fixture.measured as unknown as readonly MeasuredCase[];
/** A picture of which nothing is to be said. */
const calm = {
  ...fixture.calm,
  contrast: Object.fromEntries(fabricIds.map((id) => [id, { share: 0, places: [] }])),
} as unknown as ArtworkMeasures;

const side = fc.integer({ min: 1, max: 20_000 });
const area = fc.record({ widthMm: fc.integer({ min: 50, max: 500 }), heightMm: fc.integer({ min: 50, max: 500 }) });

describe('the pre-flight report', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { facts, levels, values }) => {
    const findings = checkArtwork({ ...sound, ...facts });
    const found = Object.fromEntries(
      findings.filter(({ level }) => level !== 'ok').map(({ code, level }) => [code, level]),
    );
    expect(found).toEqual(levels);
    for (const [code, some] of Object.entries(values)) {
      expect(findings.find((finding) => finding.code === code)?.values).toMatchObject(some);
    }
    expect(canBeTaken(findings)).toBe(!Object.values(levels).includes('block'));
  });

  it('has every check of the file exactly once, in one order, good or bad', () => {
    const ofTheFile = findingCodes.slice(0, findingCodes.indexOf('background'));
    for (const { facts } of cases) {
      expect(checkArtwork({ ...sound, ...facts }).map((finding) => finding.code)).toEqual(ofTheFile);
    }
  });

  it('keeps that order, never fails and never refuses, whatever was measured', () => {
    fc.assert(
      fc.property(
        measured,
        fc.constantFrom(...fabricIds),
        fc.option(colour, { nil: undefined }),
        (measures, fabric, colour) => {
          const findings = checkArtwork({ ...sound, measures, fabric, colour });
          const order = findings.map(({ code }) => findingCodes.indexOf(code));
          expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
          expect(canBeTaken(findings)).toBe(true);
          for (const { code, level, values, places } of findings) {
            if (level === 'ok') expect(places, code).toEqual([]);
            for (const value of Object.values(values)) if (typeof value === 'number') expect(value, code).not.toBeNaN();
          }
        },
      ),
    );
  });

  it('measures nothing on a picture without pixels, and refuses it', () => {
    const findings = checkArtwork({ ...sound, width: 0, height: 4_252 });
    expect(canBeTaken(findings)).toBe(false);
    for (const { values } of findings) for (const value of Object.values(values)) expect(value).not.toBeNaN();
  });

  it('keeps to the limits that it is given', () => {
    const strict = { ...ARTWORK_LIMITS, minSidePx: 4_000, goodDpi: 400 };
    const levels = new Map(checkArtwork(sound, strict).map(({ code, level }) => [code, level]));
    expect(levels.get('too_small')).toBe('block');
    expect(levels.get('resolution')).toBe('warn');
  });

  it.each(measuredCases.map((one) => [one.name, one] as const))(
    '%s',
    (_name, { measures, facts, limits, levels, values }) => {
      const findings = checkArtwork(
        { ...sound, fabric: 'blanc', ...facts, measures: { ...calm, ...measures } },
        { ...ARTWORK_LIMITS, ...limits },
      );
      const told = Object.fromEntries(
        findings.filter(({ level }) => level !== 'ok').map(({ code, level }) => [code, level]),
      );
      expect(told).toEqual(levels);
      for (const [code, some] of Object.entries(values)) {
        expect(findings.find((finding) => finding.code === code)?.values).toMatchObject(some);
      }
    },
  );

  it('has its limits from the round, and those of every file from the house', () => {
    const print = { method: 'digital', leastLineMm: 0.2, safeMarginMm: 9, goodDpi: 250, leastDpi: 100 } as const;
    const limits = limitsOf({ maxInks: 3, print });
    expect(limits).toEqual({ ...ARTWORK_LIMITS, ...print, mostInks: 3 });
    expect(checkArtwork(sound, limits).find(({ code }) => code === 'resolution')?.values).toMatchObject({
      goodDpi: 250,
      leastDpi: 100,
      bestDpi: 300,
    });
  });

  it('tells whole, finite figures about any picture', () => {
    fc.assert(
      fc.property(
        side,
        side,
        area,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (width, height, printed, opaqueShare) => {
          for (const { code, values } of checkArtwork({ ...sound, width, height, printArea: printed, opaqueShare })) {
            for (const [name, value] of Object.entries(values)) {
              if (typeof value === 'string') continue;
              expect(Number.isFinite(value), `${code}.${name}`).toBe(true);
              if (name !== 'opaquePercent') expect(Number.isSafeInteger(value), `${code}.${name}`).toBe(true);
            }
          }
        },
      ),
    );
  });
});

describe('the size in print', () => {
  it('meets one edge of the area, stays inside the other, and keeps the shape to a millimetre', () => {
    fc.assert(
      fc.property(area, side, side, (printed, w, h) => {
        const { widthMm, heightMm } = fitInto(printed, w, h);
        expect(widthMm === printed.widthMm || heightMm === printed.heightMm).toBe(true);
        expect(widthMm <= printed.widthMm && heightMm <= printed.heightMm).toBe(true);
        // Whole millimetres, and one at least: the exact other side is less than a millimetre away.
        if (widthMm === printed.widthMm) expect(Math.abs(heightMm - (h * widthMm) / w)).toBeLessThanOrEqual(1);
        else expect(Math.abs(widthMm - (w * heightMm) / h)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('at a given resolution is never above the area, and never coarser than that', () => {
    fc.assert(
      fc.property(
        area,
        fc.integer({ min: 300, max: 12_000 }),
        fc.integer({ min: 300, max: 12_000 }),
        (printed, w, h) => {
          const { widthMm, heightMm } = largestAt(200, printed, w, h);
          expect(widthMm <= printed.widthMm && heightMm <= printed.heightMm).toBe(true);
          // 199.5 is 200 to a reader, and a millimetre is told to the nearest.
          expect((w * 25.4) / (widthMm - 0.5)).toBeGreaterThanOrEqual(199.5);
          expect((h * 25.4) / (heightMm - 0.5)).toBeGreaterThanOrEqual(199.5);
        },
      ),
    );
  });

  it('has the dpi of the edge it meets', () => {
    expect(dpiInto({ widthMm: 254, heightMm: 508 }, 2_000, 2_000)).toBe(200);
    expect(dpiInto({ widthMm: 508, heightMm: 254 }, 2_000, 2_000)).toBe(200);
  });
});
