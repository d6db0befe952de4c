import { colourDistance, oklab, rgbOf } from '@fraisier/shared/cycle/artwork/oklab.ts';
import type { Pixels } from '@fraisier/shared/cycle/artwork/pixels.ts';
import { inkMixtures } from '@fraisier/shared/cycle/separations/ink-mixtures.ts';
import {
  needsUnderbase,
  pressOrder,
  trapPlates,
  underbaseOf,
} from '@fraisier/shared/cycle/separations/press-plates.ts';
import {
  canBeSeparated,
  inPixels,
  isTonal,
  meshHint,
  plateDpi,
} from '@fraisier/shared/cycle/separations/press-rules.ts';
import { pressStrips } from '@fraisier/shared/cycle/separations/press-strips.ts';
import { emptyTally, separate } from '@fraisier/shared/cycle/separations/separate-rows.ts';
import { choke, spread } from '@fraisier/shared/cycle/separations/spread.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels, type Disc, flatPicture, paintedPicture } from '../../support/flat-pictures.ts';

const SIDE = 40;
const palette = ['#1d1817', '#f5f1e6', '#d91e3a', '#2246b0', '#f6b921', '#3fa34d', '#7a4bb0', '#8c8c8c'];

const discs = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: SIDE }),
    y: fc.integer({ min: 0, max: SIDE }),
    radius: fc.integer({ min: 3, max: 18 }),
    hex: fc.constantFrom(...palette.slice(0, 5)),
  }),
  { minLength: 1, maxLength: 6 },
);
const picture = (all: readonly Disc[]) => flatPicture(SIDE, SIDE, all);
const inksOf = (all: readonly Disc[]) => [...new Set(all.map((disc) => disc.hex))];
const inRows = ({ data, width, height }: Pixels) => ({
  width,
  height,
  read: (from: number, to: number) => data.subarray(from * width * 4, to * width * 4),
});
const whole = (plates: readonly Uint8Array[]) => plates.map((plate) => [...plate]);

/** What the inks laid beside each other show, as a colour and its opacity. */
function recombined(plates: readonly Uint8Array[], hexes: readonly string[], at: number): [number, number] {
  let alpha = 0;
  const sums = [0, 0, 0];
  for (const [ink, plate] of plates.entries()) {
    const share = plate[at] ?? 0;
    alpha += share;
    for (const [channel, value] of channels(rgbOf(hexes[ink]!)).entries()) sums[channel]! += value * share;
  }
  return [sums.reduce((rgb, sum) => rgb * 256 + Math.round(sum / Math.max(1, alpha)), 0), alpha];
}

/** What opaque inks printed one over the other show on a fabric. */
function printed(plates: readonly Uint8Array[], hexes: readonly string[], order: readonly number[], fabric: string) {
  return (at: number): number => {
    let seen = channels(rgbOf(fabric)) as number[];
    for (const ink of order) {
      const share = (plates[ink]![at] ?? 0) / 255;
      seen = channels(rgbOf(hexes[ink]!)).map((value, channel) => value * share + seen[channel]! * (1 - share));
    }
    return seen.reduce((rgb, value) => rgb * 256 + Math.round(value), 0);
  };
}

function pictured({ data }: Pixels, fabric: string, at: number): number {
  const alpha = data[at * 4 + 3]! / 255;
  const under = channels(rgbOf(fabric));
  return [0, 1, 2].reduce(
    (rgb, channel) => rgb * 256 + Math.round(data[at * 4 + channel]! * alpha + under[channel]! * (1 - alpha)),
    0,
  );
}

const off = (a: number, b: number) => colourDistance(oklab(a), oklab(b));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('plates', () => {
  it('put together are the picture again, and no pixel has more ink than it is opaque', () => {
    fc.assert(
      fc.property(discs, (all) => {
        const art = picture(all);
        const hexes = inksOf(all);
        const plates = separate(art, inkMixtures(hexes));
        const steps: number[] = [];
        for (let at = 0; at < SIDE * SIDE; at++) {
          const alpha = art.data[at * 4 + 3]!;
          const [rgb, sum] = recombined(plates, hexes, at);
          expect(sum).toBe(alpha < 5 ? 0 : alpha);
          if (alpha < 40) continue;
          const own = channels(0).reduce((value, _, channel) => value * 256 + art.data[at * 4 + channel]!, 0);
          steps.push(off(rgb, own));
        }
        // Where three inks meet in one pixel two of them stand for it.
        if (steps.length > 0) {
          // Of a few pixels most are edges, and say little of a print.
          const sum = steps.reduce((all, step) => all + step, 0);
          expect(sum / Math.max(steps.length, 400)).toBeLessThan(0.004);
          expect(steps.filter((step) => step > 0.08).length).toBeLessThanOrEqual(Math.max(3, steps.length * 0.01));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of an ink that is nowhere in the picture are empty', () => {
    fc.assert(
      fc.property(discs, fc.constantFrom('#00ff66', '#ff00ff', '#00e5ff'), (all, foreign) => {
        const hexes = [foreign, ...inksOf(all)];
        expect(separate(picture(all), inkMixtures(hexes))[0]!.every((share) => share === 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('have no fringe of a grey around black on white, and keep a grey area and a grey line', () => {
    const hexes = ['#ffffff', '#000000', '#808080'];
    const edge = separate(
      picture([
        { x: 20, y: 20, radius: 60, hex: '#ffffff' },
        { x: 20, y: 20, radius: 11.3, hex: '#000000' },
      ]),
      inkMixtures(hexes),
    );
    expect(edge[2]!.some((share) => share > 0)).toBe(false);
    expect(edge[1]!.some((share) => share > 40 && share < 215)).toBe(true);
    // Of a dark grey on white some edge pixels are nearly a light grey: that one lies nowhere near.
    for (const value of [208, 222, 227, 232]) {
      const grey = (of: number) => [of, of, of] as const;
      const edge = paintedPicture(SIDE, SIDE, (x) => grey(x < 20 ? 102 : x === 20 ? value : 255));
      const nearly = separate(edge, inkMixtures(['#ffffff', '#d5d5d5', '#666666']));
      expect(
        nearly[1]!.some((share) => share > 0),
        String(value),
      ).toBe(false);
    }
    // Enlarged, an edge takes several pixels from one area to the other.
    const wide = [255, 255, 240, 184, 82, 51, 25, 24];
    const enlarged = paintedPicture(SIDE, SIDE, (x) => {
      const value = wide[Math.min(wide.length - 1, Math.max(0, x - 16))]!;
      return [value, value, value];
    });
    expect(separate(enlarged, inkMixtures(['#ffffff', '#8e97a3', '#181818']))[1]!.some((share) => share > 0)).toBe(
      false,
    );
    const area = separate(picture([{ x: 20, y: 20, radius: 9, hex: '#808080' }]), inkMixtures(hexes));
    expect(area[0]!.some((share) => share > 0)).toBe(false);
    const line = paintedPicture(SIDE, SIDE, (x) => (x === 20 ? [128, 128, 128] : [255, 255, 255]));
    expect(separate(line, inkMixtures(hexes))[2]!.filter((share) => share === 255)).toHaveLength(SIDE);
  });

  it('of a run from one ink into another are its tints', () => {
    const art = paintedPicture(200, 8, (x) => [
      217 + (246 - 217) * (x / 199),
      30 + 155 * (x / 199),
      58 - 25 * (x / 199),
    ]);
    const tally = emptyTally(2);
    const [red, yellow] = separate(art, inkMixtures(['#d91e3a', '#f6b921']), tally) as [Uint8Array, Uint8Array];
    expect(canBeSeparated(tally)).toBe(true);
    expect([red[0], yellow[0], red[199], yellow[199]]).toEqual([255, 0, 0, 255]);
    expect(Math.abs(red[100]! - 127)).toBeLessThan(12);
    for (let x = 1; x < 200; x++) expect(yellow[x]!).toBeGreaterThanOrEqual(yellow[x - 1]! - 14);
    expect([0, 1].map((ink) => isTonal(tally.tinted[ink]!, tally.coverage[ink]!))).toEqual([true, true]);
  });

  it('are not made of a photograph: flat inks do not give it back', () => {
    const wave = (x: number, y: number, turn: number) =>
      127 + 60 * Math.sin(x / 9 + turn) + 60 * Math.cos(y / 7 - 2 * turn + x / 31);
    const photo = paintedPicture(120, 120, (x, y) => [wave(x, y, 0), wave(x, y, 2), wave(x, y, 4)]);
    const tally = emptyTally(8);
    separate(photo, inkMixtures(palette), tally);
    expect(canBeSeparated(tally)).toBe(false);
    expect(canBeSeparated(emptyTally(1))).toBe(false);
    const flat = emptyTally(2);
    separate(picture([{ x: 20, y: 20, radius: 15, hex: palette[2]! }]), inkMixtures(palette.slice(1, 3)), flat);
    expect(canBeSeparated(flat)).toBe(true);
    expect(isTonal(flat.tinted[1]!, flat.coverage[1]!)).toBe(false);
  });

  it('are the same whatever the height of the strips they are made in', () => {
    fc.assert(
      fc.property(
        discs,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 5 }),
        (all, rows, trap, choke) => {
          const art = picture(all);
          const hexes = inksOf(all);
          const inks = inkMixtures(hexes);
          const based = hexes.map((_, ink) => ink % 2 === 0);
          const order = pressOrder(hexes);
          const plates = separate(art, inks);
          const parts = [
            ...pressStrips(inRows(art), { inks, order, based, fit: { trap, choke } }, emptyTally(hexes.length), rows),
          ];
          expect(parts.flatMap(({ from, to }) => [from, to])).toEqual(
            parts.flatMap((_, at) => [at === 0 ? 0 : parts[at - 1]!.to, parts[at]!.to]),
          );
          const joined = (rowsOf: (part: (typeof parts)[number]) => Uint8Array) =>
            parts.flatMap((part) => [...rowsOf(part)]);
          expect(hexes.map((_, ink) => joined((part) => part.plates[ink]!))).toEqual(
            whole(trapPlates(plates, order, art, trap)),
          );
          expect(joined((part) => part.underbase!)).toEqual([...underbaseOf(plates, based, art, choke)]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('plates for the press', () => {
  it('printed over each other, the lightest first, show the picture with traps and without a gap', () => {
    fc.assert(
      fc.property(discs, fc.integer({ min: 0, max: 3 }), (all, trap) => {
        const art = picture([{ x: 20, y: 20, radius: 90, hex: palette[1]! }, ...all]);
        const hexes = [...new Set([palette[1]!, ...inksOf(all)])];
        const order = pressOrder(hexes);
        const seen = printed(trapPlates(separate(art, inkMixtures(hexes)), order, art, trap), hexes, order, '#00ff00');
        const steps = Array.from({ length: SIDE * SIDE }, (_, at) => off(seen(at), pictured(art, '#00ff00', at)));
        expect(mean(steps)).toBeLessThan(0.006);
        expect(steps.filter((step) => step > 0.1).length).toBeLessThanOrEqual(SIDE * SIDE * 0.01);
      }),
      { numRuns: 40 },
    );
  });

  it('add a lighter ink only beneath a darker one, and nothing on the fabric', () => {
    fc.assert(
      fc.property(discs, fc.integer({ min: 1, max: 4 }), (all, trap) => {
        const art = picture(all);
        const hexes = inksOf(all);
        const order = pressOrder(hexes);
        const plates = separate(art, inkMixtures(hexes));
        const trapped = trapPlates(plates, order, art, trap);
        for (let at = 0; at < SIDE * SIDE; at++) {
          const sum = plates.reduce((total, plate) => total + plate[at]!, 0);
          for (const [place, ink] of order.entries()) {
            expect(trapped[ink]![at]).toBeGreaterThanOrEqual(plates[ink]![at]!);
            if (trapped[ink]![at] === plates[ink]![at]) continue;
            expect(order.slice(place + 1).some((darker) => plates[darker]![at]! > 0)).toBe(true);
            expect(sum).toBeGreaterThanOrEqual(250);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('close the gap that a press out of register by the trap would leave', () => {
    const hexes = ['#f6b921', '#1d1817'];
    const art = paintedPicture(30, 5, (x) => (x < 15 ? [246, 185, 33] : [29, 24, 23]));
    const plates = separate(art, inkMixtures(hexes));
    const bare = (yellow: Uint8Array) =>
      Array.from({ length: 30 }, (_, x) => Math.max(yellow[x]!, x >= 2 ? plates[1]![x - 2]! : 0)).filter(
        (share) => share < 255,
      );
    expect(bare(plates[0]!)).not.toEqual([]);
    expect(bare(trapPlates(plates, pressOrder(hexes), art, 2)[0]!)).toEqual([]);
  });

  it('are printed the lightest first', () => {
    expect(pressOrder(['#000000', '#ffffff', '#d91e3a', '#f6b921'])).toEqual([1, 3, 2, 0]);
  });

  it('lie on white where an ink is lighter than the fabric, drawn in at its edges', () => {
    expect(needsUnderbase('#f6b921', '#232022')).toBe(true);
    expect(needsUnderbase('#1d1817', '#232022')).toBe(false);
    const art = picture([{ x: 20, y: 20, radius: 14, hex: '#f6b921' }]);
    const plates = separate(art, inkMixtures(['#f6b921']));
    const base = underbaseOf(plates, [true], art, 3);
    const row = (plate: Uint8Array) => [...plate.subarray(20 * SIDE, 21 * SIDE)].filter((share) => share > 127).length;
    expect(row(plates[0]!) - row(base)).toBe(6);
    expect(underbaseOf(plates, [false], art, 3).every((share) => share === 0)).toBe(true);
  });
});

describe('spreading', () => {
  it('is the greatest value within the radius, drawing in the least; nothing changes at 0', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 12 * 9, maxLength: 12 * 9 }),
        fc.integer({ min: 0, max: 4 }),
        (data, radius) => {
          const rows = { data, width: 12, height: 9 };
          const within = (at: number, best: (...values: number[]) => number) => {
            const [x, y] = [at % 12, Math.floor(at / 12)];
            const near = [...data].filter((_, other) => {
              const [dx, dy] = [(other % 12) - x, Math.floor(other / 12) - y];
              return Math.hypot(dx, dy) <= (radius === 0 ? 0 : radius + 0.5) && Math.abs(dy) <= radius;
            });
            return best(...near);
          };
          expect([...spread(rows, radius)]).toEqual([...data].map((_, at) => within(at, Math.max)));
          expect([...choke(rows, radius)]).toEqual([...data].map((_, at) => within(at, Math.min)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what is told of plates', () => {
  it('is at how many dpi, by how many whole pixels, and which mesh to begin with', () => {
    expect([85, 300, 381, 600].map(plateDpi)).toEqual([300, 300, 381, 400]);
    expect(inPixels(0.17, 300)).toEqual({ px: 2, mm: 0.17 });
    expect(inPixels(0.25, 400)).toEqual({ px: 4, mm: 0.25 });
    expect(meshHint({ hex: '#d91e3a', tonal: true })).toEqual({ perCm: 77, perInch: 196 });
  });
});
