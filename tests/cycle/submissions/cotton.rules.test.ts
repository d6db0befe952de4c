import type { Pixels } from '@fraisier/shared/cycle/artwork/pixels.ts';
import {
  closeUp,
  drawDetail,
  drawShirt,
  FARTHEST_SHIFT,
  layPrint,
  PRINT_MARGIN,
  type Printing,
  widthOnCloth,
} from '@fraisier/shared/cycle/cotton.ts';
import { fabricIds, fabrics } from '@fraisier/shared/cycle/garments.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const [WIDTH, HEIGHT] = [100, 110];
const printArea = { widthMm: 300, heightMm: 360 };
const print = { left: 0.28, top: 0.2, width: 0.44 };

function filled(width: number, height: number, colour: (x: number, y: number) => readonly number[]): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) data.set(colour(at % width, Math.floor(at / width)), at * 4);
  return { data, width, height };
}

const flat = filled(WIDTH, HEIGHT, () => [128, 128, 128, 255]);
/** Folds of every strength, lit from one side. */
const folded = filled(WIDTH, HEIGHT, (x, y) => [(x * 7 + y * 3) % 256, (y * 11) % 256, 100 + (x % 60), 255]);
const mask = filled(WIDTH, HEIGHT, (x) => [0, 0, 0, x < 90 ? 255 : 0]);
const clear = filled(44, 53, () => [255, 0, 0, 0]);
const red = filled(44, 53, () => [200, 0, 0, 255]);
const on = (cloth: Pixels, fabric: Printing['fabric'] = fabrics.blanc): Printing => ({
  cloth,
  print,
  printArea,
  fabric,
});
const pixel = ({ data, width }: Pixels, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];

describe('art on cotton', () => {
  it('leaves the shirt as it is where there is no ink', () => {
    const bare = drawShirt(
      filled(1, 1, () => [0, 0, 0, 0]),
      on(folded),
      { mask },
    );
    expect(drawShirt(clear, on(folded), { mask }).data).toEqual(bare.data);
    expect(layPrint(clear, on(folded)).data.every((value) => value === 0)).toBe(true);
  });

  it('draws nothing outside of the mask, and a body only where there is one', () => {
    const { data } = drawShirt(red, on(folded), { mask });
    for (let at = 0; at < WIDTH * HEIGHT; at++) expect(data[at * 4 + 3]).toBe(at % WIDTH < 90 ? 255 : 0);
    const body = filled(WIDTH, HEIGHT, (x, y) => [9, 8, 7, x >= 95 && y > 50 ? 255 : 0]);
    const worn = drawShirt(red, on(folded), { mask, body });
    expect(pixel(worn, 97, 80)).toEqual([9, 8, 7, 255]);
    expect(pixel(worn, 97, 20)[3]).toBe(0);
    expect(pixel(worn, 92, 80)[3]).toBe(0);
  });

  it('is the same for the same art, fabric and folds', () => {
    expect(layPrint(red, on(folded)).data).toEqual(layPrint(red, on(folded)).data);
    expect(drawShirt(red, on(folded), { mask }).data).toEqual(drawShirt(red, on(folded), { mask }).data);
  });

  it('never carries ink farther out of the print area than the folds shift it, whatever they say', () => {
    expect(FARTHEST_SHIFT).toBeLessThan(PRINT_MARGIN);
    const byte = fc.integer({ min: 0, max: 255 });
    const size = { width: fc.integer({ min: 1, max: 60 }), height: fc.integer({ min: 1, max: 60 }) };
    fc.assert(
      fc.property(byte, byte, size.width, size.height, (right, down, width, height) => {
        const cloth = filled(WIDTH, HEIGHT, (x, y) => [(right * (x + 1)) % 256, (down * (y + 1)) % 256, 128, 255]);
        const shirt = drawShirt(
          filled(width, height, () => [0, 0, 255, 255]),
          on(cloth),
          { mask: flat },
        );
        // Two pixels: of interpolation at the rim.
        const reach = FARTHEST_SHIFT * 44 + 2;
        for (let y = 0; y < HEIGHT; y++) {
          for (let x = 0; x < WIDTH; x++) {
            const isOutside = x < 28 - reach || x > 72 + reach || y < 20 - reach || y > 20 + 52.8 + reach;
            const [r = 0, , b = 0] = pixel(shirt, x, y);
            if (isOutside && b > r + 20) throw new Error(`ink at ${x}, ${y}`);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('shows the fabric through where the art is transparent, and half of it where it is half', () => {
    const half = filled(44, 53, (x) => [0, 0, 0, x < 14 ? 0 : x < 30 ? 128 : 255]);
    const shirt = drawShirt(half, on(flat), { mask: flat });
    const brightness = (x: number) =>
      pixel(shirt, x, 45)
        .slice(0, 3)
        .reduce((sum, value) => sum + value, 0) / 3;
    expect(brightness(35)).toBeGreaterThan(225);
    expect(brightness(50)).toBeGreaterThan(80);
    expect(brightness(50)).toBeLessThan(170);
    expect(brightness(66)).toBeLessThan(40);
  });

  it('follows the folds: what a layer shifts by ten pixels is drawn ten pixels aside', () => {
    const shift = filled(440, 528, () => [128 + 80, 128, 128, 255]);
    const bar = filled(440, 528, (x) => [0, 0, 0, x >= 200 && x < 240 ? 255 : 0]);
    const laid = layPrint(bar, {
      cloth: shift,
      print: { left: 0, top: 0, width: 1 },
      printArea,
      fabric: fabrics.blanc,
    });
    const margin = Math.round(PRINT_MARGIN * 440);
    const row = Array.from({ length: laid.width }, (_, x) => pixel(laid, x, 300)[3] ?? 0);
    const first = row.findIndex((alpha) => alpha > 127);
    expect(first - margin).toBeGreaterThan(200 - 10 - 3);
    expect(first - margin).toBeLessThan(200 - 10 + 3);
  });

  it('puts light and shade over ink and fabric alike', () => {
    const dim = filled(WIDTH, HEIGHT, () => [128, 128, 80, 255]);
    const bright = filled(WIDTH, HEIGHT, () => [128, 128, 160, 255]);
    for (const [x, y] of [
      [50, 45],
      [10, 100],
    ] as const) {
      const of = (cloth: Pixels) => pixel(drawShirt(red, on(cloth, fabrics.rose), { mask }), x, y)[0] ?? 0;
      expect(of(dim)).toBeLessThan(of(flat));
      expect(of(bright)).toBeGreaterThan(of(flat));
    }
  });

  it('tells black ink from black cotton, and white ink from off-white', () => {
    const disc = (value: number) =>
      filled(44, 53, (x, y) => [value, value, value, Math.hypot(x - 22, y - 22) < 16 ? 255 : 0]);
    const black = drawShirt(disc(12), on(flat, fabrics.noir), { mask });
    const [ink, cotton] = [pixel(black, 50, 42)[0] ?? 0, pixel(black, 10, 100)[0] ?? 0];
    // An edge that looks into the light is brighter than both.
    const rim = Array.from({ length: 44 }, (_, at) => pixel(black, 28 + at, 24 + at)[0] ?? 0);
    expect(Math.max(...rim)).toBeGreaterThan(Math.max(ink, cotton) + 12);
    const white = layPrint(disc(255), on(flat, fabrics.jaune));
    const [r = 0, , b = 0] = pixel(white, 24, 24);
    expect(r - b).toBeGreaterThan(15);
  });

  it('is never larger on the cloth than the print area, whatever its proportions', () => {
    const sizes = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });
    fc.assert(
      fc.property(sizes, (art) => {
        const width = widthOnCloth(art, { cloth: { width: 1000 }, print, printArea });
        expect(width).toBeLessThanOrEqual(440);
        expect((width * art.height) / art.width).toBeLessThanOrEqual(528 + art.height / art.width);
      }),
    );
  });
});

describe('a print from close by', () => {
  const knit = filled(24, 18, (x, y) => [100 + ((x * 5 + y * 3) % 60), (x * y * 7) % 256, 128, 255]);
  /** Ink in one corner only: there is one place worth a look. */
  const art = filled(400, 480, (x, y) => [20, 60, 160, x > 300 && y > 330 && (x + y) % 40 < 24 ? 255 : 0]);

  it('looks where ink and bare fabric meet', () => {
    const { left, top, side } = closeUp(art);
    expect(side).toBe(120);
    expect(left + side).toBeGreaterThan(340);
    expect(top + side).toBeGreaterThan(380);
    expect(closeUp(art)).toEqual({ left, top, side });
  });

  it('shows stitches of every fabric, no transparency, and the same each time', () => {
    for (const id of fabricIds) {
      const look = { knit, side: 60, fabric: fabrics[id] };
      const detail = drawDetail(art, closeUp(art), look);
      expect(detail.data.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
      const bare = drawDetail(clear, { left: 0, top: 0, side: 40 }, look);
      expect(new Set(bare.data).size).toBeGreaterThan(10);
      expect(drawDetail(art, closeUp(art), look).data).toEqual(detail.data);
    }
  });
});
