import { dpiInto, fitInto } from '@fraisier/shared/cycle/artwork-rules.ts';
import { drawShirt, layPrint, printAlone, shirtViews } from '@fraisier/shared/cycle/cotton.ts';
import {
  clampPlacement,
  dpiAt,
  fittedPlacement,
  isSamePlacement,
  keptPlacement,
  LEAST_SIDE_MM,
  PLACEMENT_TEXT,
  type Placement,
  placedBox,
  placementIn,
  placementLimits,
  placementOfText,
  placementText,
  printedSize,
  pxPerMm,
  reasonsNotToPlaceAt,
  SNAP_MM,
  snapToCentre,
} from '@fraisier/shared/cycle/placement.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const AREA = { widthMm: 300, heightMm: 360 };
const FULL = { width: 3543, height: 4252 };

const areas = fc.record({ widthMm: fc.integer({ min: 60, max: 600 }), heightMm: fc.integer({ min: 60, max: 800 }) });
const pictures = fc.record({
  width: fc.integer({ min: 1000, max: 12_000 }),
  height: fc.integer({ min: 1000, max: 12_000 }),
});
const anything = fc.record({
  fromCentreMm: fc.integer({ min: -1000, max: 1000 }),
  topMm: fc.integer({ min: 0, max: 2000 }),
  widthMm: fc.integer({ min: 1, max: 2000 }),
});
const EPS = 1e-6;

describe('where a picture stands in the print area', () => {
  it('is as large as fits, in the middle and at the top, where nobody chose', () => {
    fc.assert(
      fc.property(areas, pictures, (area, picture) => {
        const chosen = fittedPlacement(area, picture);
        expect(chosen).toMatchObject({ fromCentreMm: 0, topMm: 0 });
        // What was printed before anybody could choose, to the fraction and to the dot.
        const { widthMm, heightMm } = printedSize(area, picture, null);
        expect(printedSize(area, picture, chosen).widthMm).toBeLessThanOrEqual(widthMm);
        expect({ widthMm: Math.max(1, Math.round(widthMm)), heightMm: Math.max(1, Math.round(heightMm)) }).toEqual(
          fitInto(area, picture.width, picture.height),
        );
        expect(dpiAt(area, picture, null)).toBe(dpiInto(area, picture.width, picture.height));
        expect(Math.max(widthMm / area.widthMm, heightMm / area.heightMm)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('lies within the area whatever was asked for, and is taken then', () => {
    fc.assert(
      fc.property(areas, pictures, anything, (area, picture, asked) => {
        const stands = clampPlacement(area, picture, asked);
        const box = placedBox(area, picture, stands);
        expect(box.leftMm).toBeGreaterThanOrEqual(-EPS);
        expect(box.topMm).toBeGreaterThanOrEqual(0);
        expect(box.leftMm + box.widthMm).toBeLessThanOrEqual(area.widthMm + EPS);
        expect(box.topMm + box.heightMm).toBeLessThanOrEqual(area.heightMm + EPS);
        expect(reasonsNotToPlaceAt(area, picture, stands)).toEqual([]);
        expect(clampPlacement(area, picture, stands)).toEqual(stands);
      }),
    );
  });

  it('is refused exactly where it would have to be moved, with the field and its bounds', () => {
    fc.assert(
      fc.property(areas, pictures, anything, (area, picture, asked) => {
        const isTaken = reasonsNotToPlaceAt(area, picture, asked).length === 0;
        expect(isTaken).toBe(isSamePlacement(clampPlacement(area, picture, asked), asked));
      }),
    );
    expect(reasonsNotToPlaceAt(AREA, FULL, { fromCentreMm: 1, topMm: 0, widthMm: 300 })).toEqual([
      { code: 'placement_outside', field: 'fromCentreMm', detail: '1/0/0' },
    ]);
    for (const bad of [Number.NaN, 120.5, Number.POSITIVE_INFINITY]) {
      expect(reasonsNotToPlaceAt(AREA, FULL, { fromCentreMm: 0, topMm: 0, widthMm: bad })).not.toEqual([]);
    }
  });

  it('is never smaller than a badge, and has the proportions of its picture', () => {
    fc.assert(
      fc.property(areas, pictures, anything, (area, picture, asked) => {
        const stands = clampPlacement(area, picture, asked);
        const { widthMm, heightMm } = printedSize(area, picture, stands);
        const fitted = printedSize(area, picture, null);
        const least = Math.min(LEAST_SIDE_MM, Math.max(fitted.widthMm, fitted.heightMm));
        // The width is of whole millimetres: half of one may be missing where the largest is the smallest.
        expect(Math.max(widthMm, heightMm) * 1.02).toBeGreaterThanOrEqual(least);
        expect(widthMm / heightMm).toBeCloseTo(picture.width / picture.height, 6);
        expect(pxPerMm(area, picture, stands)).toBeCloseTo(picture.width / widthMm, 6);
      }),
    );
  });

  it('gains room to move as it is made smaller, and dots to the inch', () => {
    fc.assert(
      fc.property(areas, pictures, fc.integer({ min: 1, max: 600 }), (area, picture, width) => {
        const [small, large] = [placementLimits(area, picture, width), placementLimits(area, picture, width + 1)];
        expect(small.mostFromCentreMm).toBeGreaterThanOrEqual(large.mostFromCentreMm);
        expect(small.mostTopMm).toBeGreaterThanOrEqual(large.mostTopMm);
        const at = (widthMm: number) => dpiAt(area, picture, { fromCentreMm: 0, topMm: 0, widthMm });
        expect(at(width)).toBeGreaterThanOrEqual(at(width + 1));
      }),
    );
    expect(dpiAt(AREA, FULL, { fromCentreMm: 0, topMm: 0, widthMm: 150 })).toBe(600);
  });

  it('snaps to the centre line from near it, and stays elsewhere', () => {
    const at = (fromCentreMm: number) => snapToCentre({ fromCentreMm, topMm: 7, widthMm: 100 });
    expect(at(SNAP_MM)).toEqual({ fromCentreMm: 0, topMm: 7, widthMm: 100 });
    expect(at(-SNAP_MM).fromCentreMm).toBe(0);
    expect(at(SNAP_MM + 1).fromCentreMm).toBe(SNAP_MM + 1);
  });

  it('is kept by another file as far as it fits, and filled again where nobody chose', () => {
    const chosen: Placement = { fromCentreMm: -60, topMm: 200, widthMm: 120 };
    expect(placementIn(AREA, FULL, chosen)).toEqual(chosen);
    // Twice as tall as wide: 120 mm across are 240 mm down.
    expect(placementIn(AREA, { width: 2000, height: 4000 }, chosen)).toEqual({ ...chosen, topMm: 120 });
    expect(keptPlacement(AREA, FULL, fittedPlacement(AREA, FULL))).toBeNull();
    expect(keptPlacement(AREA, FULL, null)).toBeNull();
    expect(placementIn(AREA, { width: 4000, height: 2000 }, null)).toEqual({ fromCentreMm: 0, topMm: 0, widthMm: 300 });
  });

  it('is written in a form and read again', () => {
    fc.assert(
      fc.property(anything, (placement) => {
        const text = placementText(placement);
        expect(placementOfText(text)).toEqual(placement);
        expect(new RegExp(PLACEMENT_TEXT).test(text)).toBe(Math.abs(placement.fromCentreMm) < 1000);
      }),
    );
    for (const text of ['', '1 2', 'NaN 0 100', '0 -1 100', '0 0 0', '1e3 0 100', '0 0 99999', '00 0 10', '0 0 10 ']) {
      expect(new RegExp(PLACEMENT_TEXT).test(text)).toBe(false);
    }
  });
});

describe('on cotton', () => {
  const white = { hex: '#ffffff', dark: false };
  /** Cloth without a fold, where the print lies as `print` says. */
  const smooth = (width: number, height: number) => {
    const data = new Uint8ClampedArray(width * height * 4);
    for (let at = 0; at < data.length; at += 4) data.set([128, 128, 128, 255], at);
    return { data, width, height };
  };
  const black = { data: new Uint8ClampedArray(60 * 60 * 4).fill(255), width: 60, height: 60 };
  for (let at = 0; at < black.data.length; at += 4) black.data.fill(0, at, at + 3);

  /** The box of what carries ink, as shares of the area's width. */
  const inkOf = (
    pixels: { data: ArrayLike<number>; width: number; height: number },
    isInk: (at: number) => boolean,
  ) => {
    let [left, top, right, bottom] = [pixels.width, pixels.height, -1, -1];
    for (let y = 0; y < pixels.height; y++) {
      for (let x = 0; x < pixels.width; x++) {
        if (!isInk((y * pixels.width + x) * 4)) continue;
        [left, top, right, bottom] = [
          Math.min(left, x),
          Math.min(top, y),
          Math.max(right, x + 1),
          Math.max(bottom, y + 1),
        ];
      }
    }
    return { left, top, width: right - left, height: bottom - top };
  };

  it('the print stands where it was put, in every view', () => {
    const placement = { fromCentreMm: -50, topMm: 120, widthMm: 90 };
    const box = placedBox(AREA, black, placement);
    for (const { width, height, print } of [
      { width: 320, height: 380, print: printAlone },
      { width: 300, height: 330, print: shirtViews.front.print },
    ]) {
      const cloth = smooth(width, height);
      const printing = { cloth, print, printArea: AREA, placement, fabric: white };
      const pxPerArea = (print.width * width) / AREA.widthMm;
      const shirt = drawShirt(black, printing, { mask: cloth });
      const found = inkOf(shirt, (at) => shirt.data[at]! < 120);
      expect(Math.abs(found.left - (print.left * width + box.leftMm * pxPerArea))).toBeLessThan(2);
      expect(Math.abs(found.top - (print.top * width + box.topMm * pxPerArea))).toBeLessThan(2);
      expect(Math.abs(found.width - box.widthMm * pxPerArea)).toBeLessThan(3);
      expect(Math.abs(found.height - box.heightMm * pxPerArea)).toBeLessThan(3);
    }
    const cloth = smooth(320, 380);
    const alone = layPrint(black, { cloth, print: printAlone, printArea: AREA, placement, fabric: white });
    const other = layPrint(black, { cloth, print: printAlone, printArea: AREA, fabric: white });
    expect([alone.width, alone.height]).toEqual([other.width, other.height]);
    expect(inkOf(alone, (at) => alone.data[at + 3]! > 128).width).toBeLessThan(
      inkOf(other, (at) => other.data[at + 3]! > 128).width,
    );
  });
});
