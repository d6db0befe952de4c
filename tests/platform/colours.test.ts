import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { createImages } from '@fraisier/server/platform/images/create-images.ts';
import type { Images } from '@fraisier/server/platform/images/images.ts';
import { fromPixels } from '@fraisier/server/platform/images/open-picture.ts';
import { readProfile } from '@fraisier/server/platform/images/read-profile.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualPrint } from '../support/artwork.ts';
import { iccProfile, rgbProfiles } from '../support/icc.ts';

type Sharp = ReturnType<typeof fromPixels>;

/** In sRGB, all of it inside any space that is tried here. */
const QUIET = [200, 80, 40] as const;

describe('the colours of a file', () => {
  let folder: string;
  let images: Images;
  const paths: Record<string, string> = {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fraisier-colours-'));
    images = createImages({ size: 1 });
    for (const [name, profile] of Object.entries(rgbProfiles)) {
      paths[name] = join(folder, `${name}.icc`);
      await writeFile(paths[name], iccProfile(profile));
    }
  });
  afterAll(async () => {
    images.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The upper half opaque, of one colour; the lower half clear. */
  const half = ([r, g, b]: readonly [number, number, number]): Sharp => {
    const data = Buffer.alloc(200 * 240 * 4);
    for (let at = 0; at < data.length / 2; at += 4) data.set([r, g, b, 255], at);
    return fromPixels({ data, width: 200, height: 240 });
  };
  const measured = async (file: Sharp) => {
    const path = join(folder, 'measured.bin');
    await file.toFile(path);
    return images.measure(path, usualPrint);
  };
  /** How far the one ink that was found lies from the colour that was drawn, of 255. */
  const off = (inks: readonly { hex: string }[], colour: readonly number[]) =>
    Math.max(
      ...colour.map((value, at) => {
        const found = Number.parseInt(inks[0]?.hex.slice(1 + 2 * at, 3 + 2 * at) ?? '', 16);
        return Math.abs(found - value);
      }),
    );

  it.each([
    ['a PNG with no profile', () => half(QUIET).png(), 'srgb', '', 8],
    ['a PNG of 16 bits with no profile', () => half(QUIET).toColourspace('rgb16').png(), 'srgb', '', 16],
    ['an sRGB PNG', () => half(QUIET).withIccProfile('srgb').png(), 'srgb', /sRGB/, 8],
    ['a Display P3 PNG', () => half(QUIET).withIccProfile('p3').png(), 'display-p3', /P3/, 8],
    ['a Display P3 PNG of 16 bits', () => wide('p3'), 'display-p3', /P3/, 16],
    ['an Adobe RGB PNG', () => half(QUIET).withIccProfile(paths.adobe!).png(), 'adobe-rgb', 'Adobe RGB (1998)', 8],
    ['an Adobe RGB PNG of 16 bits', () => wide(paths.adobe!), 'adobe-rgb', 'Adobe RGB (1998)', 16],
    ['a ProPhoto PNG of 16 bits', () => wide(paths.prophoto!), 'prophoto-rgb', 'ProPhoto RGB', 16],
  ] as const)('of %s are told, and come out as they were drawn', async (_name, file, space, profile, depth) => {
    const { colour, measures } = await measured(file());
    expect(colour).toMatchObject({ space, depth, gamutShare: 0, places: [] });
    if (profile instanceof RegExp) expect(colour.profile).toMatch(profile);
    else expect(colour.profile).toBe(profile);
    expect(off(measures.inks.inks, QUIET)).toBeLessThanOrEqual(2);
  });

  function wide(profile: string): Sharp {
    return half(QUIET).toColourspace('rgb16').withIccProfile(profile).png();
  }

  it('of a CMYK JPEG come out near what was drawn', async () => {
    // Four inks do not have the orange of the others.
    const brown = [140, 110, 90] as const;
    const { colour, measures } = await measured(
      half(brown).flatten({ background: '#fff' }).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 95 }),
    );
    expect(colour).toMatchObject({ space: 'cmyk', depth: 8 });
    expect(measures.inks.inks).toHaveLength(2);
    const drawn = measures.inks.inks.filter(({ hex }) => !/^#f[c-f]f[c-f]f[c-f]/.test(hex));
    // There and back by a perceptual table is no identity; without the profile it would be 60 off.
    expect(off(drawn, brown)).toBeLessThanOrEqual(24);
  });

  it('of a grey PNG are grey', async () => {
    const { colour, measures } = await measured(
      half([90, 90, 90]).flatten({ background: '#fff' }).toColourspace('b-w').png(),
    );
    expect(colour).toEqual({ space: 'grey', profile: '', depth: 8, gamutShare: 0, places: [] });
    expect(measures.inks.count).toBe(2);
  });

  it('that sRGB does not have are told by share and place', async () => {
    for (const [name, colour] of [
      ['adobe', [20, 250, 30]],
      ['prophoto', [20, 200, 30]],
    ] as const) {
      const path = join(folder, 'own.bin');
      const png = await ownValues(colour, paths[name]!);
      await writeFile(path, png);
      const { colour: found } = await images.measure(path, usualPrint);
      expect(found.gamutShare).toBe(1);
      expect(found.places.length).toBeGreaterThan(0);
      for (const place of found.places) expect(place.top + place.height).toBeLessThanOrEqual(501);
    }
  });

  /** A PNG with those very values and that profile: sharp would convert them. */
  async function ownValues(colour: readonly [number, number, number], profile: string): Promise<Buffer> {
    const plain = await half(colour).png().toBuffer();
    const body = Buffer.concat([Buffer.from('wide\0\0', 'latin1'), deflateSync(await readFile(profile))]);
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('iCCP', 'latin1'), body, Buffer.alloc(4)]);
    chunk.writeUInt32BE(body.length, 0);
    chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length);
    // Behind IHDR, which every PNG begins with.
    return Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
  }
});

describe('a colour profile', () => {
  const sound = iccProfile(rgbProfiles.adobe);

  it('is read with its name, its primaries and its way to sRGB', () => {
    const profile = readProfile(sound);
    expect(profile).toMatchObject({ name: 'Adobe RGB (1998)', space: 'RGB' });
    // White is white in every space.
    for (const light of profile!.toLinearSrgb!(255, 255, 255)) expect(light).toBeCloseTo(1, 2);
    expect(profile!.toLinearSrgb!(0, 255, 0)[0]).toBeLessThan(-0.1);
  });

  it('that lies about itself is none, and harms nobody', () => {
    expect(readProfile(Buffer.alloc(0))).toBeNull();
    expect(readProfile(Buffer.alloc(4096))).toBeNull();
    for (let end = 0; end < sound.length; end += 7) {
      const cut = Buffer.from(sound.subarray(0, end));
      expect(() => readProfile(cut)).not.toThrow();
    }
    for (let at = 0; at < sound.length; at++) {
      const odd = Buffer.from(sound);
      odd[at] = 0xff;
      const profile = readProfile(odd);
      expect(profile?.name.length ?? 0).toBeLessThanOrEqual(60);
    }
  });
});
