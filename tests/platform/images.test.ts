import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createImages } from '@fraisier/server/platform/images/create-images.ts';
import type { Derivative, Images } from '@fraisier/server/platform/images/images.ts';
import { fromPixels, openPicture, openUpright, toPixels } from '@fraisier/server/platform/images/open-picture.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { artworks, drawing, emptyPng, hostile, INKS, photograph, png, usualPrint } from '../support/artwork.ts';

const shirt = { fabric: { hex: '#20294f', dark: true }, printArea: { widthMm: 300, heightMm: 360 } };
const print = { widthMm: 300, heightMm: 360 };

describe('pictures', () => {
  let folder: string;
  let images: Images;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fraisier-images-'));
    images = createImages();
  });
  afterAll(async () => {
    images.close();
    await rm(folder, { recursive: true, force: true });
  });

  let files = 0;
  const put = async (body: Buffer) => {
    files += 1;
    const path = join(folder, `${files}.bin`);
    await writeFile(path, body);
    return path;
  };
  const pixelsOf = async (body: Buffer) => toPixels(openPicture(await put(body)));
  const pick = (pixels: { data: Buffer; width: number }, x: number, y: number) => [
    ...pixels.data.subarray((y * pixels.width + x) * 4, (y * pixels.width + x) * 4 + 4),
  ];
  const one = (made: Derivative[], kind: string, format: string, width: number) => {
    const found = made.find((file) => file.kind === kind && file.format === format && file.width === width);
    if (!found) expect.fail(`no ${kind} ${format} ${width}`);
    return found.body;
  };

  describe.each(Object.entries(artworks))('%s', (_name, make) => {
    it('is measured, drawn and printed', async () => {
      const path = await put(await make());
      const facts = await images.inspect(path);
      const measured = await images.measure(path, usualPrint);
      expect(measured.format).toBe(facts.format);
      expect([measured.width, measured.height]).toEqual([facts.width, facts.height]);
      expect(measured.opaqueShare).toBeGreaterThan(0.2);
      expect(measured.measures.inks.inks.length).toBeGreaterThan(1);
      expect(measured.placeholder).toMatch(/^[A-Za-z0-9+/]+=*$/);
      const made = await images.derive(path, shirt);
      expect(made.filter((file) => file.kind === 'art').map((file) => file.format)).toEqual([
        'webp',
        'avif',
        'webp',
        'avif',
        'avif',
      ]);
      const out = `${path}.png`;
      const file = await images.printFile(path, { ...print, out });
      const header = await images.inspect(out);
      expect(header).toMatchObject({ format: 'png', width: file.widthPx, height: file.heightPx });
    });
  });

  it.each(['png', 'jpeg', 'webp'] as const)('is known to lie on its side from the header of a %s', async (format) => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const small = fromPixels(drawing({ width: 40, height: 30 })).flatten();
      const path = await put(await small.withMetadata({ orientation })[format]().toBuffer());
      const { width, height } = await images.inspect(path);
      const seen = await toPixels(await openUpright(path));
      expect([width, height], `${orientation}`).toEqual([seen.width, seen.height]);
    }
  });

  describe.each(Object.entries(hostile))('%s', (_name, { file, ends }) => {
    it(`is told from a picture: ${ends}`, async () => {
      const path = await put(await file());
      if (ends === 'refused' || ends === 'image_too_small') {
        await images.inspect(path);
        if (ends === 'refused') {
          const measured = await images.measure(path, usualPrint).catch((error) => error.code);
          expect(measured === 'image_broken' || measured.opaqueShare === 0).toBe(true);
        }
      } else {
        await expect(images.inspect(path)).rejects.toMatchObject({ code: ends });
      }
    });
  });

  it('does not decode what it would not take, even if asked to', async () => {
    const svg = await put(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'));
    await expect(images.measure(svg, usualPrint)).rejects.toMatchObject({ code: 'image_broken' });
    const bomb = await put(emptyPng(60_000, 60_000));
    await expect(images.derive(bomb, shirt)).rejects.toMatchObject({ code: 'image_broken' });
  });

  it('finds the inks that are there, and how much of each', async () => {
    const { measures, opaqueShare, hasAlpha } = await images.measure(await put(await png()), usualPrint);
    const { inks } = measures.inks;
    expect(hasAlpha).toBe(true);
    expect(inks.map((ink) => ink.hex)).toEqual([INKS.disc, INKS.bar]);
    const [disc, bar] = [Math.PI * 360 * 360, 1200 * 216];
    expect(inks[0]?.coverage).toBeCloseTo(disc / (disc + bar), 1);
    expect(opaqueShare).toBeCloseTo((disc + bar) / (1200 * 1440), 1);
  });

  it('keeps transparency and colours in every size', async () => {
    const made = await images.derive(await put(await png({ width: 2000, height: 2400 })), shirt);
    for (const format of ['avif', 'webp']) {
      for (const width of format === 'avif' ? [1280, 640, 320] : [1280, 640]) {
        const body = one(made, 'art', format, width);
        if (format === 'avif') {
          // The loader of AVIF is blocked, as it should be: its boxes are looked at instead.
          expect(body.toString('latin1', 4, 12)).toBe('ftypavif');
          expect(body.includes('auxC')).toBe(true);
          continue;
        }
        const pixels = await pixelsOf(body);
        expect([pixels.width, pixels.height]).toEqual([width, width * 1.2]);
        expect(pick(pixels, 2, 2)[3]).toBe(0);
        const [red, green, blue, alpha] = pick(pixels, width / 2, Math.round(width * 0.48)) as [
          number,
          number,
          number,
          number,
        ];
        expect(alpha).toBe(255);
        expect(Math.hypot(red - 0xe5, green - 0x26, blue - 0x3e)).toBeLessThan(16);
      }
    }
  });

  it('never draws a picture larger than it is', async () => {
    const made = await images.derive(await put(await png({ width: 1000, height: 1100 })), shirt);
    expect(made.filter((file) => file.kind === 'art').map((file) => file.width)).toEqual([1000, 1000, 640, 640, 320]);
  });

  it('bounds a very tall picture by its height', async () => {
    const made = await images.derive(await put(await png({ width: 1000, height: 6000 })), shirt);
    expect(Math.max(...made.map((file) => file.height))).toBeLessThanOrEqual(1920);
  });

  it('shows the art on cotton: in its folds, from close by, worn, and as a whole shirt for mails', async () => {
    const made = await images.derive(await put(await png()), shirt);
    const sizes = (kind: string) =>
      made.filter((file) => file.kind === kind).map(({ format, width, height }) => `${format} ${width}×${height}`);
    expect(sizes('front')).toEqual(['avif 704×834', 'webp 352×417', 'avif 352×417']);
    expect(sizes('detail')).toEqual(['avif 800×800', 'webp 400×400', 'avif 400×400']);
    expect(sizes('worn')).toEqual(['avif 900×900', 'webp 450×450', 'avif 450×450']);
    expect(sizes('shirt')).toEqual(['jpeg 600×660']);
    const isRed = ([red = 0, green = 0]: number[]) => red > green + 80;
    const isBlue = ([red = 0, , blue = 0, alpha]: number[]) => alpha === 255 && blue > red + 15 && blue > 40;

    const front = await pixelsOf(one(made, 'front', 'webp', 352));
    expect(pick(front, 3, 3)[3]).toBe(0);
    expect(isRed(pick(front, 176, 165))).toBe(true);

    const detail = await pixelsOf(one(made, 'detail', 'webp', 400));
    expect(detail.data.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);

    const worn = await pixelsOf(one(made, 'worn', 'webp', 450));
    expect(pick(worn, 3, 3)[3]).toBe(0);
    expect(isRed(pick(worn, 225, 138 + 77))).toBe(true);
    expect(isBlue(pick(worn, 225, 400))).toBe(true);

    const mail = await pixelsOf(one(made, 'shirt', 'jpeg', 600));
    expect(pick(mail, 2, 2)).toEqual([255, 255, 255, 255]);
    expect(isBlue(pick(mail, 300, 560))).toBe(true);
    expect(isRed(pick(mail, 300, 250))).toBe(true);
  });

  it('shows a first picture in one small file, before anything is measured', async () => {
    const first = await images.deriveFirst(await put(await png({ width: 2000, height: 2400 })));
    expect(first).toMatchObject({ kind: 'first', format: 'webp', width: 640, height: 768 });
    expect(first.body.length).toBeLessThan(30_000);
    await expect(images.deriveFirst(await put(Buffer.from('no picture')))).rejects.toMatchObject({
      code: 'image_broken',
    });
  });

  it('makes the same bytes of the same file, so that their addresses stay', async () => {
    const path = await put(await png());
    const bytes = async () => (await images.derive(path, shirt)).map(({ body }) => body.toString('base64'));
    expect(await bytes()).toEqual(await bytes());
  });

  it('leaves no metadata in what it draws, and follows the orientation', async () => {
    const original = await photograph();
    expect(original.includes('Somebody Real')).toBe(true);
    const path = await put(original);
    expect(await images.measure(path, usualPrint)).toMatchObject({ width: 1200, height: 1440 });
    for (const { body, kind, format, width, height } of await images.derive(path, shirt)) {
      expect(body.includes('Somebody Real'), format).toBe(false);
      expect(body.includes('GPS'), format).toBe(false);
      expect(body.includes('Exif'), format).toBe(false);
      if (format !== 'avif') {
        const { exif, xmp, icc } = await openPicture(await put(body)).metadata();
        expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
      }
      if (kind === 'art' || kind === 'front') expect(height).toBeGreaterThan(width);
    }
    const out = join(folder, 'photograph-print.png');
    await images.printFile(path, { ...print, out });
    expect((await readFile(out)).includes('Somebody Real')).toBe(false);
  });

  it('prints a picture of the very size without changing a pixel', async () => {
    const source = drawing({ width: 3543, height: 4252 });
    const path = await put(await fromPixels(source).png({ compressionLevel: 1 }).toBuffer());
    const out = join(folder, 'same.png');
    expect(await images.printFile(path, { ...print, out })).toMatchObject({
      ...{ widthMm: 300, heightMm: 360, dpi: 300, widthPx: 3543, heightPx: 4252, colours: 'kept' },
      pixelsSha256: createHash('sha256').update(source.data).digest('hex'),
    });
    expect((await toPixels(openPicture(out))).data.equals(source.data)).toBe(true);
    expect((await openPicture(out).metadata()).density).toBe(300);
  });

  it.each([
    [2362, 2835, 200, 7875],
    [4500, 5400, 381, 15000],
    [1800, 600, 152, 6000],
  ])(
    'resamples nothing of a picture of %i × %i: its density says how large it is',
    async (width, height, dpi, perMetre) => {
      const source = drawing({ width, height });
      const path = await put(await fromPixels(source).png({ compressionLevel: 1 }).toBuffer());
      const out = join(folder, `${width}.png`);
      const file = await images.printFile(path, { ...print, out });
      expect(file).toMatchObject({ widthPx: width, heightPx: height, dpi });
      expect((await toPixels(openPicture(out))).data.equals(source.data)).toBe(true);
      const bytes = await readFile(out);
      expect(bytes.readUInt32BE(bytes.indexOf('pHYs') + 4)).toBe(perMetre);
      expect(Math.max(file.widthMm / 300, file.heightMm / 360)).toBeCloseTo(1, 3);
    },
  );

  it('makes the same plates twice, with the same marks at the same points, and none of a photograph', async () => {
    const path = await put(await png({ width: 1772, height: 2126 }));
    const inks = Object.values(INKS);
    const asked = { ...print, inks, based: inks.map(() => true), run: '2026-12', number: 1 };
    const make = async (name: string) => {
      const made = await images.separate(path, { ...asked, folder: join(folder, name) });
      if (made.plates === null) throw new Error('no plates');
      const paths = made.plates.map((plate) => join(folder, name, plate.file));
      const greys = paths.map((path) => openPicture(path).extractChannel(0).raw().toBuffer());
      return { made, files: await Promise.all(paths.map((path) => readFile(path))), greys: await Promise.all(greys) };
    };
    const [first, second] = [await make('one'), await make('two')];
    expect(first.made).toEqual(second.made);
    for (const [at, file] of first.files.entries()) expect(file.equals(second.files[at]!)).toBe(true);
    const { made, greys } = first;
    expect(made.plates?.map((plate) => plate.place)).toEqual([0, 1, 2]);
    expect(made).toMatchObject({ dpi: 300, marginMm: 15, trapMm: 0.17, chokeMm: 0.25 });

    // The margins, but for the label: cross and circle at the middle of each side, and the corners around the art.
    const { widthPx: width, heightPx: height } = made;
    const margin = Math.round((15 / 25.4) * 300);
    const margins = greys.map((grey) => {
      const top = grey.subarray(0, width * margin);
      const sides = Array.from({ length: height - 2 * margin - 150 }, (_, y) =>
        grey.subarray((y + margin) * width).subarray(0, margin),
      );
      return Buffer.concat([top, ...sides]);
    });
    for (const one of margins) expect(one.equals(margins[0]!)).toBe(true);
    expect(margins[0]!.filter((grey) => grey < 128).length).toBeGreaterThan(1000);
    // Film: white where there is no ink, and black where it is full.
    expect(greys[0]![0]).toBe(255);
    for (const grey of greys) expect(grey.includes(0)).toBe(true);

    const data = Buffer.alloc(600 * 600 * 4, 255);
    for (let at = 0; at < data.length; at += 4) {
      const [x, y] = [(at / 4) % 600, Math.floor(at / 4 / 600)];
      for (let channel = 0; channel < 3; channel++) {
        data[at + channel] = 127 + 60 * Math.sin(x / 40 + 2 * channel) + 60 * Math.cos(y / 31 - channel + x / 150);
      }
    }
    const photo = await put(await fromPixels({ data, width: 600, height: 600 }).png().toBuffer());
    expect(await images.separate(photo, { ...asked, folder: join(folder, 'photo') })).toMatchObject({ plates: null });
  });

  it('keeps the colours of a wide profile as they are in the print file, and honours it on screen', async () => {
    const source = drawing({ width: 3543, height: 4252 });
    const wide = await fromPixels(source).withIccProfile('p3').png({ compressionLevel: 1 }).toBuffer();
    const path = await put(wide);
    const out = join(folder, 'wide.png');
    await images.printFile(path, { ...print, out });
    const raw = (file: string) => openPicture(file, { ignoreIcc: true }).raw().toBuffer();
    expect((await raw(out)).equals(await raw(path))).toBe(true);
    expect((await openPicture(out).metadata()).icc?.equals((await openPicture(path).metadata()).icc!)).toBe(true);
    const seen = await pixelsOf(one(await images.derive(path, shirt), 'art', 'webp', 1280));
    const [red, green, blue] = pick(seen, 640, 615) as [number, number, number];
    expect(Math.hypot(red - 0xe5, green - 0x26, blue - 0x3e)).toBeLessThan(16);
  });

  it('kills a picture that takes too long, and goes on with the next', async () => {
    const hasty = createImages({ size: 1, timeLimitMs: 1 });
    const path = await put(await png());
    await expect(hasty.measure(path, usualPrint)).rejects.toThrow('no answer after 1 ms');
    hasty.close();
    const patient = createImages({ size: 1, tasksPerChild: 1 });
    const both = await Promise.all([patient.measure(path, usualPrint), patient.measure(path, usualPrint)]);
    expect(both[0]).toEqual(both[1]);
    patient.close();
  });
});
