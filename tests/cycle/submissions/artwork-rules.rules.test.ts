import {
  ARTWORK_LIMITS,
  type ArtworkFacts,
  canBeTaken,
  checkArtwork,
  dpiInto,
  fitInto,
  largestAt,
} from '@fraisier/shared/cycle/artwork-rules.ts';
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

  it('has every check exactly once, in one order, good or bad', () => {
    const codes = [
      'format',
      'file_size',
      'side_too_long',
      'too_many_pixels',
      'too_small',
      'resolution',
      'transparency',
      'blank',
      'shape',
    ];
    for (const { facts } of cases) {
      expect(checkArtwork({ ...sound, ...facts }).map((finding) => finding.code)).toEqual(codes);
    }
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
