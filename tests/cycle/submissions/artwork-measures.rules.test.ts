import { measureInks } from '@fraisier/shared/cycle/artwork/inks.ts';
import { measureArtwork } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import { measuredFindings } from '@fraisier/shared/cycle/artwork/measured-findings.ts';
import { thinned } from '@fraisier/shared/cycle/artwork/pixels.ts';
import { MOST_PLACES, type Place } from '@fraisier/shared/cycle/artwork/place.ts';
import { ARTWORK_LIMITS, type Finding } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AREA, PX_PER_MM, type Sketch, seeded, sketch } from '../../support/sketch.ts';

const [RED, GREEN, BLACK, WHITE] = ['#e5263e', '#1b6b45', '#1d1817', '#ffffff'] as const;

type Pixels = Pick<Sketch, 'data' | 'width' | 'height'>;

function report(pixels: Pixels, { printArea = AREA, fabric }: { printArea?: typeof AREA; fabric?: FabricId } = {}) {
  const { leastLineMm, safeMarginMm } = ARTWORK_LIMITS;
  const measures = measureArtwork({ means: pixels, dots: pixels }, { printArea, leastLineMm, safeMarginMm });
  return measuredFindings({ printArea, measures, fabric }, ARTWORK_LIMITS);
}

/** As many pixels as a file at 300 dpi has. */
const FINE = 12;

/** As the shop and the browser see a file of more pixels than are measured: means of them, and some of its own. */
function reportFine(file: Pixels) {
  const { leastLineMm, safeMarginMm } = ARTWORK_LIMITS;
  const sample = { means: meansOf(file, 2), dots: thinned(file, Math.max(file.width, file.height) / 5) };
  const measures = measureArtwork(sample, { printArea: AREA, leastLineMm, safeMarginMm });
  return measuredFindings({ printArea: AREA, measures }, ARTWORK_LIMITS);
}

/** Each pixel the mean of so many across and down, of one ink. */
function meansOf({ data, width, height }: Pixels, side: number): Pixels {
  const means = { data: new Uint8Array(data.length / side ** 2), width: width / side, height: height / side };
  for (let y = 0; y < means.height; y++) {
    for (let x = 0; x < means.width; x++) {
      let alpha = 0;
      let ink: ArrayLike<number> = [0, 0, 0];
      for (let nth = 0; nth < side * side; nth++) {
        const at = ((y * side + Math.floor(nth / side)) * width + x * side + (nth % side)) * 4;
        if (data[at + 3]! > 0) ink = data.subarray(at, at + 3);
        alpha += data[at + 3]!;
      }
      means.data.set([ink[0]!, ink[1]!, ink[2]!, Math.round(alpha / (side * side))], (y * means.width + x) * 4);
    }
  }
  return means;
}

const advice = (findings: readonly Finding[]) => findings.flatMap(({ code, level }) => (level === 'ok' ? [] : code));
const find = (findings: readonly Finding[], code: Finding['code']): Finding => {
  const found = findings.find((finding) => finding.code === code);
  if (!found) expect.fail(`no ${code}`);
  return found;
};
/** Whether a place holds that point, in millimetres of the print area. */
const holds = ({ left, top, width, height }: Place, x: number, y: number) => {
  const [across, down] = [(1000 * x) / AREA.widthMm, (1000 * y) / AREA.heightMm];
  return left <= across && across <= left + width && top <= down && down <= top + height;
};

/** A motif that fills the area inside its margins and is sound in every way. */
const sound = () => sketch().disc(RED, 30, 30, 22).rect(GREEN, 8, 56, 44, 8);

describe('a sound drawing', () => {
  it('gets no advice at all', () => {
    expect(advice(report(sound(), { fabric: 'blanc' }))).toEqual([]);
  });

  it('stays sound with sharp corners, brush strokes that run out, dots that are meant and an eye', () => {
    const star = sound();
    for (let ray = 0; ray < 12; ray++) {
      const turn = (ray * Math.PI) / 6;
      const at = (radius: number): [number, number] => [30 + radius * Math.cos(turn), 30 + radius * Math.sin(turn)];
      star.line(BLACK, at(4), at(20), 4, 0);
    }
    expect(advice(report(star))).toEqual([]);

    const strokes = sound();
    for (let nth = 0; nth < 10; nth++) strokes.line(WHITE, [14 + nth * 3.4, 18], [16 + nth * 3.4, 40], 1.6, 0);
    expect(advice(report(strokes))).toEqual([]);

    const pitch = 0.9 * PX_PER_MM;
    const halftone = sketch().each((x, y) => {
      if (x < 40 || x >= 360 || y < 40 || y >= 440) return null;
      const toDot = (side: number) => ((side + 0.5) % pitch) - pitch / 2;
      const radius = (0.1 + (0.4 * (x - 40)) / 320) * PX_PER_MM;
      return inkAt(BLACK, radius - Math.hypot(toDot(x), toDot(y)));
    });
    expect(advice(report(halftone))).toEqual([]);

    const face = sound().disc(WHITE, 24, 26, 5).disc(BLACK, 24, 26, 2);
    expect(advice(report(face, { fabric: 'blanc' }))).toEqual([]);
  });

  it('stays sound where an ink lies between two others as their mixture does', () => {
    const grey = sketch().rect(WHITE, 6, 6, 48, 60).disc(BLACK, 30, 36, 16).rect('#8e8b8b', 10, 58, 40, 6);
    expect(find(report(grey), 'thin_lines').level).toBe('ok');
    expect(find(report(grey), 'inks').values.count).toBe(3);
  });
});

describe('thin lines', () => {
  const lined = (width: number, degrees: number, ink: string = BLACK) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return sketch()
      .disc(RED, 30, 54, 12)
      .line(ink, [30 - 14 * cos, 22 - 14 * sin], [30 + 14 * cos, 22 + 14 * sin], width);
  };
  const angles = [0, 5, 12, 22.5, 33, 45, 60, 78, 90, 135];

  it.each(angles)('of 0.25 and 0.36 mm are found and measured at %s degrees', (degrees) => {
    for (const width of [0.25, 0.36]) {
      const { level, values, places } = find(report(lined(width, degrees)), 'thin_lines');
      expect(level).toBe('warn');
      expect(Math.abs(Number(values.thinnestMm) - width)).toBeLessThan(0.03);
      expect(values.gapMm).toBeUndefined();
      expect(places.some((place) => holds(place, 30, 22))).toBe(true);
      expect(places.some((place) => holds(place, 30, 60))).toBe(false);
    }
  });

  it.each(angles)('of 0.42 mm are printable at %s degrees', (degrees) => {
    for (const width of [0.42, 0.5, 0.8, 2]) {
      expect(find(report(lined(width, degrees)), 'thin_lines')).toMatchObject({ level: 'ok', places: [] });
    }
  });

  it('are found where one ink lies on another, light on dark and dark on light', () => {
    for (const [ground, ink] of [
      [BLACK, WHITE],
      [WHITE, BLACK],
      [GREEN, '#ffc52e'],
    ] as const) {
      const drawing = sketch().rect(ground, 6, 6, 48, 60).line(ink, [12, 20], [48, 26], 0.3);
      const { level, values, places } = find(report(drawing), 'thin_lines');
      expect(level).toBe('warn');
      expect(Math.abs(Number(values.thinnestMm) - 0.3)).toBeLessThan(0.04);
      expect(places.some((place) => holds(place, 30, 23))).toBe(true);
    }
  });

  it('are gaps, too, where ink would run together', () => {
    const split = (gap: number) =>
      sketch()
        .rect(RED, 6, 6, 24, 60)
        .rect(RED, 30 + gap, 6, 24, 60);
    const { level, values } = find(report(split(0.25)), 'thin_lines');
    expect(level).toBe('warn');
    expect(Math.abs(Number(values.gapMm) - 0.25)).toBeLessThan(0.03);
    expect(values.thinnestMm).toBeUndefined();
    expect(find(report(split(0.5)), 'thin_lines').level).toBe('ok');
  });

  it('are not looked for between the colours of a photograph', () => {
    expect(find(report(photograph()), 'thin_lines').level).toBe('ok');
  });
});

describe('halos', () => {
  it('are soft shadows and blurred edges, with their place, and not the edge of a sharp motif', () => {
    const { level, values, places } = find(report(sound().shadow(BLACK, 12, 60, 4, 3)), 'halo');
    expect(level).toBe('warn');
    expect(Number(values.percent)).toBeGreaterThan(2);
    expect(places.some((place) => holds(place, 5.5, 60))).toBe(true);
    expect(places.some((place) => holds(place, 30, 30))).toBe(false);
    const blurred = sketch().lay(RED, (x, y) => Math.hypot(x - 30, y - 36) - 20, 2);
    expect(find(report(blurred), 'halo').level).toBe('warn');
    expect(find(report(sound()), 'halo')).toMatchObject({ level: 'ok', places: [] });
  });

  it('are not the dots of a halftone nor of a dither, which are half-transparent from afar alone', () => {
    const random = seeded(7);
    const dithered = sketch({ pxPerMm: FINE }).each((x, y) => {
      if (y < 24 * FINE || y > 60 * FINE) return null;
      return random() < x / (60 * FINE) ? [29, 24, 23, 255] : null;
    });
    // 55 lines to the inch, at an angle, antialiased.
    const pitch = (25.4 / 55) * FINE;
    const toDot = (value: number) => value - Math.round(value);
    const halftone = sketch({ pxPerMm: FINE }).each((x, y) => {
      const [u, v] = [(x + y) / Math.SQRT2 / pitch, (x - y) / Math.SQRT2 / pitch];
      const radius = 0.55 * (1 - Math.abs(x / (30 * FINE) - 1)) * pitch;
      return inkAt(BLACK, radius - Math.hypot(toDot(u), toDot(v)) * pitch);
    });
    for (const drawing of [dithered, halftone]) {
      expect(find(reportFine(drawing), 'halo')).toMatchObject({ level: 'ok', places: [] });
    }
    const shadow = sketch({ pxPerMm: FINE }).disc(RED, 30, 30, 18).shadow(BLACK, 12, 60, 4, 3);
    const { level, places } = find(reportFine(shadow), 'halo');
    expect(level).toBe('warn');
    expect(places.some((place) => holds(place, 5.5, 60))).toBe(true);
  });

  it('are never more than all that is there, however faint it is', () => {
    const faint = sketch().each((x, y) => (x > 40 && x < 360 && y > 40 && y < 440 ? [30, 90, 180, 12] : null));
    expect(find(report(faint), 'halo').values.percent).toBe(100);
  });
});

describe('strays', () => {
  it('are specks alone, far from the motif, the largest first', () => {
    const { level, values, places } = find(
      report(sketch().disc(RED, 30, 40, 20).disc(RED, 8, 8, 0.2).disc(BLACK, 54, 9, 0.4)),
      'strays',
    );
    expect([level, values.count]).toEqual(['warn', 2]);
    expect(Number(values.largestMm)).toBeCloseTo(0.8, 0);
    expect(places.map((place) => [holds(place, 54, 9), holds(place, 8, 8)])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('are not the dots of letters, nor a texture of specks', () => {
    const letters = sketch().rect(BLACK, 20, 20, 2, 40).disc(BLACK, 21, 17.5, 0.5).rect(BLACK, 30, 20, 20, 40);
    expect(find(report(letters), 'strays').level).toBe('ok');
    const random = seeded(7);
    const spatter = sketch().disc(RED, 30, 36, 8);
    for (let nth = 0; nth < 80; nth++) spatter.each(dot(6 + 48 * random(), 6 + 60 * random(), 0.2, RED));
    expect(find(report(spatter), 'strays').level).toBe('ok');
  });
});

describe('margins', () => {
  it('tell how near the motif comes to the edge, and where', () => {
    const { level, values, places } = find(report(sound().rect(GREEN, 2.1, 60, 4, 4)), 'edge');
    expect([level, values]).toEqual(['warn', { leastMm: 5, nearestMm: 2.1 }]);
    expect(places.some((place) => holds(place, 3, 62))).toBe(true);
  });

  it('mind the edge of the print area, not that of a narrower picture', () => {
    const narrow = sketch({ widthMm: 30 }).rect(RED, 0, 7.8, 30, 50);
    expect(find(report(narrow), 'edge')).toMatchObject({ level: 'ok', values: { nearestMm: 7.8 } });
    const wide = sketch({ heightMm: 40 }).rect(RED, 6, 10, 48, 30);
    expect(find(report(wide), 'edge').values.nearestMm).toBe(6);
  });

  it('tell when much of the file is empty, and how large the motif prints', () => {
    const { level, values } = find(report(sketch().disc(RED, 30, 20, 10)), 'empty_margin');
    expect([level, values.widthMm, values.heightMm]).toEqual(['warn', 20, 20]);
    expect(Number(values.percent)).toBeCloseTo(100 - (100 * 20 * 20) / (60 * 72), 0);
    expect(find(report(sound()), 'empty_margin').level).toBe('ok');
  });

  it('leave out a stray', () => {
    expect(find(report(sketch().disc(RED, 30, 40, 20).disc(RED, 1, 1, 0.3)), 'edge').level).toBe('ok');
  });
});

describe('how sharp a picture is', () => {
  /** Between the pixels as a program does it that makes a picture larger. */
  const enlarged = ({ data, width, height }: Pixels, times: number): Pixels => {
    const large = { data: new Uint8Array(data.length * times ** 2), width: width * times, height: height * times };
    const near = (place: number, most: number) => Math.max(0, Math.min(most - 1, place));
    for (let at = 0; at < large.data.length / 4; at++) {
      const x = ((at % large.width) + 0.5) / times - 0.5;
      const y = (Math.floor(at / large.width) + 0.5) / times - 0.5;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      for (const channel of [0, 1, 2, 3]) {
        const of = (dx: number, dy: number) =>
          data[(near(top + dy, height) * width + near(left + dx, width)) * 4 + channel]!;
        const [across, down] = [x - left, y - top];
        const upper = of(0, 0) * (1 - across) + of(1, 0) * across;
        const lower = of(0, 1) * (1 - across) + of(1, 1) * across;
        large.data[at * 4 + channel] = Math.round(upper * (1 - down) + lower * down);
      }
    }
    return large;
  };
  const drawn = (pxPerMm?: number) =>
    sketch(pxPerMm ? { pxPerMm } : {})
      .disc(RED, 30, 30, 22)
      .rect(GREEN, 8, 56, 44, 8);
  const onPaper = (pxPerMm?: number) =>
    sketch(pxPerMm ? { pxPerMm } : {})
      .rect(WHITE, -1, -1, 62, 74)
      .disc(BLACK, 30, 30, 22);
  const soft = (pixels: Pixels) =>
    measureArtwork({ means: pixels, dots: pixels }, { printArea: AREA, leastLineMm: 0.4, safeMarginMm: 5 }).softMm;

  it('is told by its sharpest edges: one that was enlarged has none as sharp as its pixels', () => {
    for (const draw of [drawn, onPaper]) {
      expect(soft(draw())).toBeNull();
      const times = 4;
      // Of a quarter of the pixels, whose width is then the least that an edge can have.
      expect(soft(enlarged(draw(PX_PER_MM / times), times))).toBeGreaterThan(times / PX_PER_MM);
      expect(soft(enlarged(draw(PX_PER_MM / times), times))).toBeLessThan((1.6 * times) / PX_PER_MM);
    }
  });

  it('is not told by a shadow behind it, nor of a wash that is soft all over, nor where there are hardly any edges', () => {
    expect(soft(sketch().shadow(BLACK, 30, 36, 18, 4))).toBeNull();
    expect(soft(drawn().shadow(BLACK, 30, 30, 26, 4))).toBeNull();
    expect(soft(sketch().each((x) => [x % 256, 0, 0, 255]))).toBeNull();
    expect(soft(sketch())).toBeNull();
  });
});

describe('a ground', () => {
  it('of one opaque colour all around is told, with its colour and share, be it as noisy as a JPEG', () => {
    const random = seeded(3);
    const noisy = sketch()
      .rect('#f0ead8', -1, -1, 62, 74)
      .disc(RED, 30, 36, 15)
      .each(() => null);
    for (let at = 0; at < noisy.data.length; at++) {
      if (at % 4 !== 3) noisy.data[at] = Math.max(0, Math.min(255, noisy.data[at]! + Math.round(8 * random() - 4)));
    }
    const findings = report(noisy);
    const { level, values } = find(findings, 'background');
    expect(level).toBe('warn');
    expect(Number(values.percent)).toBeCloseTo(100 * (1 - (Math.PI * 15 * 15) / (60 * 72)), 0);
    expect(parseInt(String(values.hex).slice(1, 3), 16)).toBeCloseTo(0xf0, -1);
    // Of margins nothing is said: the ground has none.
    expect(findings.map(({ code }) => code)).not.toContain('edge');
  });

  it('is a ground too where a hairline is left around it', () => {
    const sheet = () => sketch().rect(WHITE, -1, -1, 62, 74).disc(RED, 30, 36, 15);
    const { width, height } = sheet();
    const isAround = (x: number, y: number) => x === 0 || y === 0 || x === width - 1 || y === height - 1;
    for (const line of [
      [0, 0, 0, 0],
      [255, 255, 255, 128],
      [90, 88, 87, 255],
    ] as const) {
      const findings = report(
        sheet().each((x, y) => (isAround(x, y) ? line : null)),
        { fabric: 'blanc' },
      );
      expect(find(findings, 'background')).toMatchObject({ level: 'warn', values: { hex: WHITE } });
      // Paper of the fabric's colour is not ink that is lost on it.
      expect(find(findings, 'contrast').level).toBe('ok');
    }
  });

  it('is not a full picture, nor a motif with nothing around it', () => {
    expect(find(report(photograph()), 'background').level).toBe('ok');
    expect(find(report(sound()), 'background')).toMatchObject({ level: 'ok', values: { hex: '', percent: 0 } });
  });
});

describe('inks', () => {
  const inksOf = (pixels: Pixels) => find(report(pixels), 'inks');
  const stripes = (colours: readonly string[]) =>
    colours.reduce((drawing, colour, at) => drawing.rect(colour, 6, 6 + at * 7, 48, 7), sketch());

  it('are counted against the limit', () => {
    const colours = [RED, GREEN, BLACK, WHITE, '#ffc52e', '#5db9ea', '#b9a4e6'];
    expect(inksOf(stripes(colours.slice(0, 6)))).toMatchObject({ level: 'ok', values: { count: 6, most: 6 } });
    expect(inksOf(stripes(colours))).toMatchObject({ level: 'warn', values: { count: 7, photographic: 0 } });
  });

  it('are those that a dither is made of', () => {
    const dither = sketch().each((x, y) => ((x * 7 + y * 3) % 5 < 2 ? [229, 38, 62, 255] : [255, 197, 46, 255]));
    expect(inksOf(dither).values).toMatchObject({ count: 2, photographic: 0 });
  });

  it('make a third where one is printed on the other', () => {
    const overprint = sketch()
      .rect('#ff9db2', 6, 6, 30, 60)
      .rect('#5db9ea', 24, 6, 30, 60)
      .rect('#5d72a3', 24, 6, 12, 60);
    expect(inksOf(overprint).values).toMatchObject({ count: 2, overprints: 1 });
  });

  it('are not flat in a gradient, nor under a strong grain', () => {
    const gradient = sketch().each((x) => [255, clamp(x / 1.6), clamp(x / 1.6), 255]);
    const random = seeded(5);
    const grain = sketch().each((_x, y) => {
      const by = 60 * random() - 30;
      return y < 240
        ? [clamp(200 + by), clamp(60 + by), clamp(80 + by), 255]
        : [40, clamp(110 + by), clamp(80 + by), 255];
    });
    for (const drawing of [gradient, grain])
      expect(inksOf(drawing).values).toMatchObject({ photographic: 1, overprints: 0 });
  });

  it('are none to count in a photograph, which a digital print takes', () => {
    expect(inksOf(photograph())).toMatchObject({ level: 'warn', values: { photographic: 1 } });
    const printArea = AREA;
    const picture = photograph();
    const measures = measureArtwork(
      { means: picture, dots: picture },
      { printArea, leastLineMm: 0.4, safeMarginMm: 5 },
    );
    const digital = measuredFindings({ printArea, measures }, { ...ARTWORK_LIMITS, method: 'digital' });
    expect(find(digital, 'inks').level).toBe('ok');
  });
});

describe('contrast', () => {
  it('tells what the fabric swallows, and where', () => {
    const { level, values, places } = find(
      report(sketch().disc(RED, 30, 30, 22).rect(WHITE, 8, 56, 44, 8), { fabric: 'blanc' }),
      'contrast',
    );
    expect([level, values.fabric]).toEqual(['warn', 'blanc']);
    const white = 44 * 8;
    expect(Number(values.lostPercent)).toBeCloseTo((100 * white) / (white + Math.PI * 22 * 22), 0);
    expect(places.some((place) => holds(place, 20, 60))).toBe(true);
    expect(places.some((place) => holds(place, 30, 30))).toBe(false);
    expect(
      find(report(sketch().disc(RED, 30, 30, 22).rect(WHITE, 8, 56, 44, 8), { fabric: 'nuit' }), 'contrast').level,
    ).toBe('ok');
  });

  it('takes a ground of the colour of the fabric for fabric: the design on it is not lost', () => {
    const paper = () => sketch().rect(WHITE, 0, 0, 60, 72);
    const lost = (pixels: Pixels, fabric: FabricId = 'blanc') => find(report(pixels, { fabric }), 'contrast');
    expect(lost(paper().disc(BLACK, 30, 30, 20)).level).toBe('ok');
    expect(lost(paper().disc(BLACK, 30, 30, 20), 'noir').level).toBe('ok');
    // What is shut in stays ink, and what is nearly white is lost on white paper too.
    expect(lost(paper().disc(BLACK, 30, 30, 20).disc(WHITE, 30, 30, 10)).level).toBe('ok');
    const { level, values, places } = lost(paper().disc(BLACK, 30, 20, 10).disc('#f5e9d8', 30, 54, 10));
    expect(level).toBe('warn');
    expect(Number(values.lostPercent)).toBeCloseTo(50, -1);
    expect(places.some((place) => holds(place, 30, 54))).toBe(true);
    expect(places.some((place) => holds(place, 5, 5))).toBe(false);
  });

  it('is not asked before a fabric is chosen', () => {
    expect(report(sound()).map(({ code }) => code)).not.toContain('contrast');
  });
});

describe('any drawing', () => {
  const shape = fc.record({
    kind: fc.constantFrom('disc', 'line', 'rect'),
    ink: fc.constantFrom(RED, GREEN, BLACK, WHITE),
    x: fc.integer({ min: 0, max: 30 }),
    y: fc.integer({ min: 0, max: 36 }),
    size: fc.integer({ min: 2, max: 60 }),
  });
  const shapes = fc.array(shape, { minLength: 1, maxLength: 5 });
  type Shapes = typeof shapes extends fc.Arbitrary<infer T> ? T : never;
  // Drawn in the property: a counterexample is then a few shapes, not a million pixels.
  const drawn = (all: Shapes) => {
    // Smaller than usual: every run of a property draws and measures several.
    const drawing = sketch({ widthMm: 30, heightMm: 36 });
    for (const { kind, ink, x, y, size } of all) {
      if (kind === 'disc') drawing.disc(ink, x, y, size / 6);
      else if (kind === 'rect') drawing.rect(ink, x, y, size / 4, size / 8);
      else drawing.line(ink, [x, y], [30 - y * 0.8, x], size / 100);
    }
    return drawing;
  };
  const area = { widthMm: 30, heightMm: 36 };
  const runs = { numRuns: 12 };
  const levels = (findings: readonly Finding[]) => findings.map(({ code, level }) => `${code} ${level}`);

  it('has places inside of it, twelve at most, only where there is advice', () => {
    fc.assert(
      fc.property(shapes, (all) => {
        const drawing = drawn(all);
        for (const { level, places } of report(drawing, { printArea: area, fabric: 'blanc' })) {
          expect(places.length).toBeLessThanOrEqual(level === 'ok' ? 0 : MOST_PLACES);
          for (const { left, top, width, height } of places) {
            expect([left, top, width, height].every(Number.isInteger)).toBe(true);
            expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
            expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
            expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1000);
          }
        }
      }),
      runs,
    );
  });

  it('mirrored has the same figures, and mirrored places', () => {
    fc.assert(
      fc.property(shapes, (all) => {
        const drawing = drawn(all);
        const [one, other] = [drawing, mirrored(drawing)].map((pixels) => report(pixels, { printArea: area }));
        expect(levels(other!)).toEqual(levels(one!));
        expect(other!.map(({ values }) => values)).toEqual(one!.map(({ values }) => values));
        for (const [at, { code, places }] of one!.entries()) {
          if (places.length === 0 || Math.max(places.length, other![at]!.places.length) === MOST_PLACES) continue;
          const back = other![at]!.places.map((place) => ({ ...place, left: 1000 - place.left - place.width }));
          // As areas: which of two equals comes first is nobody's concern.
          expect(covered(back), code).toBeCloseTo(covered(places), -2);
          expect(spanned(back), code).toEqual(spanned(places));
        }
      }),
      runs,
    );
  });

  it('twice as large in pixels is the same in millimetres', () => {
    fc.assert(
      fc.property(shapes, (all) => {
        const drawing = drawn(all);
        const [one, other] = [drawing, doubled(drawing)].map((pixels) => report(pixels, { printArea: area }));
        // Of lines a pixel wide, and of edges, twice the pixels are more to go by.
        for (const code of ['background', 'edge', 'empty_margin', 'inks'] as const) {
          const [before, after] = [one!, other!].map((all) => all.find((finding) => finding.code === code));
          expect(after?.level).toBe(before?.level);
          for (const [name, value] of Object.entries(before?.values ?? {})) {
            if (typeof value === 'number') expect(Math.abs(Number(after?.values[name]) - value)).toBeLessThan(1);
          }
        }
      }),
      runs,
    );
  });

  it('with more room around it, on an area larger by as much, differs in its margins only', () => {
    fc.assert(
      fc.property(shapes, (all) => {
        const drawing = drawn(all);
        const before = report(framed(drawing, 3), { printArea: { widthMm: 36, heightMm: 42 } });
        const after = report(framed(drawing, 9), { printArea: { widthMm: 48, heightMm: 54 } });
        const others = (findings: readonly Finding[]) =>
          findings
            .filter(({ code }) => code !== 'edge' && code !== 'empty_margin')
            .map(({ code, level, values }) => ({ code, level, values }));
        expect(others(after)).toEqual(others(before));
      }),
      runs,
    );
  });

  it('recoloured by less than eyes tell has as many inks', () => {
    const inks = [RED, GREEN, BLACK, WHITE, '#ffc52e', '#5db9ea', '#b9a4e6', '#8e97a3', '#7b4728'];
    const by = fc.integer({ min: -3, max: 3 });
    const recoloured = fc.record({ ink: fc.constantFrom(...inks), by: fc.tuple(by, by, by) });
    fc.assert(
      fc.property(fc.uniqueArray(recoloured, { minLength: 1, selector: ({ ink }) => ink }), (stripes) => {
        const { data, width, height } = sketch({ widthMm: 20, heightMm: 24 }).each((x, y) => {
          const { ink, by: shift } = stripes[Math.floor((y * stripes.length) / 160)]!;
          const rgb = Number.parseInt(ink.slice(1), 16);
          const [r, g, b] = [rgb >> 16, (rgb >> 8) & 255, rgb & 255].map((value, at) => clamp(value + shift[at]!));
          return x < 4 ? null : [r!, g!, b!, 255];
        });
        const { count, overprints } = measureInks({ data, width, height });
        expect(count + overprints).toBe(stripes.length);
      }),
      { numRuns: 30 },
    );
  });

  it('is measured without harm when it is noise, empty, full or a pixel wide', () => {
    const noise = fc.record({
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 40 }),
      seed: fc.integer({ min: 0, max: 1e9 }),
      levels: fc.constantFrom(1, 2, 256),
    });
    fc.assert(
      fc.property(noise, ({ width, height, seed, levels: most }) => {
        const random = seeded(seed);
        const data = Uint8Array.from({ length: width * height * 4 }, () => Math.floor(random() * most) * (255 / most));
        for (const { code, values } of report({ data, width, height }, { fabric: 'noir' })) {
          for (const [name, value] of Object.entries(values)) {
            if (typeof value === 'number') expect(Number.isFinite(value), `${code}.${name}`).toBe(true);
          }
        }
      }),
    );
  });
});

function dot(x: number, y: number, radius: number, colour: string) {
  const [cx, cy, r] = [x * PX_PER_MM, y * PX_PER_MM, radius * PX_PER_MM];
  return (px: number, py: number): readonly [number, number, number, number] | null => {
    return inkAt(colour, r - Math.hypot(px + 0.5 - cx, py + 0.5 - cy));
  };
}

/** What a pixel carries that lies so many pixels inside of an edge. */
function inkAt(colour: string, inside: number): readonly [number, number, number, number] | null {
  const rgb = Number.parseInt(colour.slice(1), 16);
  const alpha = Math.round(255 * Math.min(1, inside + 0.5));
  return alpha <= 0 ? null : [rgb >> 16, (rgb >> 8) & 255, rgb & 255, alpha];
}

/** Soft hills of light in several colours, and a grain. */
function photograph(): Sketch {
  const random = seeded(11);
  return sketch().each((x, y) => {
    const hill = (fx: number, fy: number, phase: number) => 127 + 100 * Math.sin(x / fx + phase) * Math.cos(y / fy);
    const grain = 6 * random();
    return [clamp(hill(41, 67, 0) + grain), clamp(hill(59, 43, 1) + grain), clamp(hill(83, 71, 2) + grain), 255];
  });
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}

function redrawn(width: number, height: number, from: Pixels, place: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = place(x, y) * 4;
      if (at >= 0) data.set(from.data.subarray(at, at + 4), (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

function mirrored(from: Pixels): Pixels {
  return redrawn(from.width, from.height, from, (x, y) => y * from.width + from.width - 1 - x);
}

function doubled(from: Pixels): Pixels {
  return redrawn(2 * from.width, 2 * from.height, from, (x, y) => (y >> 1) * from.width + (x >> 1));
}

function framed(from: Pixels, roomMm: number): Pixels {
  const room = Math.round(roomMm * PX_PER_MM);
  return redrawn(from.width + 2 * room, from.height + 2 * room, from, (x, y) => {
    const [left, top] = [x - room, y - room];
    return left < 0 || top < 0 || left >= from.width || top >= from.height ? -1 : top * from.width + left;
  });
}

function covered(places: readonly Place[]): number {
  return places.reduce((sum, { width, height }) => sum + (width * height) / 1000, 0);
}

function spanned(places: readonly Place[]): number[] {
  return [Math.min(...places.map(({ left }) => left)), Math.max(...places.map(({ left, width }) => left + width))];
}
