import { ARTWORK_LIMITS, checkArtwork } from '@fraisier/shared/cycle/artwork-rules.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareReports } from '../../../web/src/cycle/submissions/preflight/compare-reports.ts';
import {
  boxOn,
  loupeOver,
  marksOf,
  middleOf,
  onSheet,
  ringAround,
  whereIs,
} from '../../../web/src/cycle/submissions/preflight/marks.ts';
import { resolutionAt } from '../../../web/src/cycle/submissions/preflight/read-file.ts';
import {
  countsOf,
  type ReportFinding,
  reportLines,
} from '../../../web/src/cycle/submissions/preflight/report-lines.ts';
import { sizesOf, truePixels } from '../../../web/src/cycle/submissions/preflight/sizes.ts';

const area = { widthMm: 300, heightMm: 360 };
const dpi = { goodDpi: 200, leastDpi: 150 };

const finding = (code: string, level: ReportFinding['level'], places: ReportFinding['places'] = []): ReportFinding => ({
  code,
  level,
  values: {},
  places,
});
const at = (left: number, top: number, width = 20, height = 20) => ({ left, top, width, height });
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

test('what blocks comes first, then advice, numbered without a gap; what is well has no number', () => {
  const { wanting, fine, sound } = reportLines([
    finding('format', 'ok'),
    finding('thin_lines', 'warn'),
    finding('too_small', 'block'),
    finding('halo', 'warn'),
    finding('edge', 'ok'),
  ]);
  expect(wanting.map(({ number, finding: { code } }) => [number, code])).toEqual([
    [1, 'too_small'],
    [2, 'thin_lines'],
    [3, 'halo'],
  ]);
  expect(codes(fine)).toEqual(['edge']);
  expect(sound).toBe(false);
});

test('of an empty picture the report says nothing else', () => {
  const empty = reportLines([finding('blank', 'block'), finding('transparency', 'ok'), finding('halo', 'warn')]);
  expect(empty.wanting.map(({ finding: { code } }) => code)).toEqual(['blank']);
  expect(empty.fine).toEqual([]);
});

test('a flat background is told once, not as a missing transparency too', () => {
  const both = [finding('transparency', 'warn'), finding('background', 'warn')];
  expect(countsOf(both)).toEqual({ blocks: 0, advice: 1 });
  expect(countsOf([finding('transparency', 'warn'), finding('background', 'ok')])).toEqual({ blocks: 0, advice: 1 });
});

test('every finding that is not well is told, whatever the file was', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('png', 'jpeg', 'webp', 'gif'),
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (format, width, height, opaqueShare) => {
        const findings = checkArtwork({
          format,
          width,
          height,
          opaqueShare,
          hasAlpha: opaqueShare < 1,
          bytes: 1,
          printArea: area,
        }).map((one) => ({ ...one, values: { ...one.values }, places: [...one.places] }));
        const wrong = findings.filter(({ level }) => level !== 'ok');
        expect(reportLines(findings).wanting).toHaveLength(wrong.length);
      },
    ),
  );
});

test('a place in thousandths of the picture lies where it prints, in millimetres of the sheet', () => {
  // A square: as wide as the area, at its top.
  const box = boxOn(area, 2000, 2000);
  expect(box).toEqual({ x: 0, y: 0, width: 300, height: 300 });
  expect(onSheet(at(500, 500, 100, 100), box)).toEqual({ x: 150, y: 150, width: 30, height: 30 });
  // Tall and narrow: in the middle.
  const tall = boxOn(area, 1000, 4000);
  expect(tall.x).toBe((300 - tall.width) / 2);
  expect(onSheet(at(0, 0), tall).x).toBe(tall.x);
});

const place = fc
  .record({ left: fc.nat(1000), top: fc.nat(1000), width: fc.nat(1000), height: fc.nat(1000) })
  .map(({ left, top, width, height }) => ({
    left,
    top,
    width: Math.min(width, 1000 - left),
    height: Math.min(height, 1000 - top),
  }));

test('a ring holds its place and a loupe all of it, as long as it is no larger than the loupe', () => {
  const box = boxOn(area, 3000, 3600);
  fc.assert(
    fc.property(place, (one) => {
      const spot = onSheet(one, box);
      const [ring, seen] = [ringAround(spot), loupeOver(spot)];
      for (const around of Math.max(spot.width, spot.height) <= 140 ? [ring, seen] : [ring]) {
        expect(around.x).toBeLessThanOrEqual(spot.x + 1e-9);
        expect(around.y).toBeLessThanOrEqual(spot.y + 1e-9);
        expect(around.x + around.width).toBeGreaterThanOrEqual(spot.x + spot.width - 1e-9);
        expect(around.y + around.height).toBeGreaterThanOrEqual(spot.y + spot.height - 1e-9);
      }
      expect(middleOf(seen).x).toBeCloseTo(middleOf(spot).x);
      expect(middleOf(seen).y).toBeCloseTo(middleOf(spot).y);
      expect(seen.width % 10).toBe(0);
    }),
  );
});

test('numbers stay on the sheet, one for each finding that has a place', () => {
  const lists = fc.array(fc.array(place, { minLength: 0, maxLength: 12 }), { maxLength: 10 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1000, max: 12_000 }), fc.integer({ min: 1000, max: 12_000 }), (all, w, h) => {
      const lines = all.map((places, nth) => ({ number: nth + 1, finding: finding(`f${nth}`, 'warn', places) }));
      const marks = marksOf(lines, boxOn(area, w, h), area);
      expect(marks.map(({ number }) => number)).toEqual(
        lines.filter(({ finding: { places } }) => places.length > 0).map(({ number }) => number),
      );
      for (const { badge } of marks) {
        expect(badge.x > 0 && badge.x < 300 && badge.y > 0 && badge.y < 360).toBe(true);
      }
    }),
  );
});

test('two findings at one place have numbers that a finger can tell apart', () => {
  const lines = ['a', 'b', 'c'].map((code, nth) => ({
    number: nth + 1,
    finding: finding(code, 'warn', [at(500, 500)]),
  }));
  const crowded = [{ ...lines[0]!, finding: finding('a', 'warn', [at(400, 400, 200, 200)]) }, ...lines.slice(1)];
  const badges = marksOf(crowded, boxOn(area, 3000, 3600), area).map(({ badge }) => badge);
  const gaps = badges.flatMap((one, nth) => badges.slice(nth + 1).map((b) => Math.hypot(one.x - b.x, one.y - b.y)));
  expect(Math.min(...gaps)).toBeGreaterThan(15);
});

test('a place is named by the ninth of the picture that it is in, and what is nearly everywhere by nothing', () => {
  expect(whereIs(at(10, 10))).toEqual({ down: 'top', across: 'left' });
  expect(whereIs(at(490, 490))).toEqual({ down: 'middle', across: 'middle' });
  expect(whereIs(at(950, 950))).toEqual({ down: 'bottom', across: 'right' });
  expect(whereIs(at(100, 100, 800, 800))).toBeNull();
});

test('sizes never leave the area, and finer prints are never larger', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12_000 }), fc.integer({ min: 1, max: 12_000 }), (width, height) => {
      const sizes = sizesOf({ width, height }, area, dpi);
      expect(sizes.map((size) => size.dpi)).toEqual([300, 200, 150]);
      for (const { widthMm, heightMm } of sizes) expect(widthMm <= 300 && heightMm <= 360).toBe(true);
      const widths = sizes.map(({ widthMm }) => widthMm);
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    }),
  );
  expect(sizesOf({ width: 3543, height: 4252 }, area, dpi).map(({ fills }) => fills)).toEqual(['both', 'both', 'both']);
  expect(sizesOf({ width: 12_000, height: 5_000 }, area, dpi)[0]?.fills).toBe('width');
  expect(sizesOf({ width: 5_000, height: 12_000 }, area, dpi)[0]?.fills).toBe('height');
  expect(sizesOf({ width: 1181, height: 1417 }, area, dpi)[0]).toMatchObject({
    widthMm: 99,
    heightMm: 119,
    fills: null,
  });
});

test('what was enlarged has the sizes of the report, and so where its designer moves it', () => {
  const file = { format: 'png', width: 3543, height: 4252, bytes: 1 };
  const measured = { ...finding('resolution', 'warn'), values: { dpi: 300, sharpDpi: 60 } };
  const seen = truePixels(file, [measured]);
  expect(sizesOf(seen, area, dpi).map(({ widthMm }) => widthMm)).toEqual([59, 89, 119]);
  const placement = { fromCentreMm: 0, topMm: 0, widthMm: 300 };
  const said = resolutionAt({ ...file, ...seen }, { area, limits: ARTWORK_LIMITS }, placement);
  expect(said).toMatchObject({ level: 'warn', values: { dpi: 60 } });
  expect(truePixels(file, [finding('resolution', 'ok')])).toEqual({ width: 3543, height: 4252 });
});

test('another file tells what it mends, what it leaves and what it brings', () => {
  const older = [finding('halo', 'warn'), finding('strays', 'warn'), finding('edge', 'ok')];
  const newer = [finding('halo', 'ok'), finding('strays', 'warn'), finding('edge', 'warn')];
  const { mended, left, added } = compareReports(older, newer);
  expect([codes(mended), codes(left), codes(added)]).toEqual([['halo'], ['strays'], ['edge']]);
});
