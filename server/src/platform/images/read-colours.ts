import type { ColourFacts } from '@fraisier/shared/cycle/artwork/measured-findings.ts';
import { createMarks } from '@fraisier/shared/cycle/artwork/places.ts';
import type { Metadata } from 'sharp';
import { openPicture } from './open-picture.ts';
import { type Profile, readProfile } from './read-profile.ts';

const SAMPLE_SIDE = 600;
const INKED = 128;
/** In linear light: what is cut off by less is not seen. */
const BEYOND = 0.02;

/** Red and green under D50, X and Y: what names a space whatever its profile calls itself. */
const spaces = {
  srgb: [0.4361, 0.2225, 0.3851, 0.7169],
  'display-p3': [0.5151, 0.2412, 0.292, 0.6922],
  'adobe-rgb': [0.6097, 0.3111, 0.2053, 0.6257],
  'prophoto-rgb': [0.7977, 0.288, 0.1352, 0.7119],
} as const;
const SAME_PRIMARY = 0.008;

/** What a file's own colours are, and how many of them sRGB does not have. */
export async function readColours(path: string, metadata: Metadata): Promise<ColourFacts> {
  const profile = metadata.icc ? readProfile(metadata.icc) : null;
  const facts = { profile: profile?.name ?? '', depth: metadata.depth === 'ushort' ? 16 : 8 };
  const space = spaceOf(metadata, profile);
  const toLinear = profile?.toLinearSrgb;
  if (space === 'grey' || space === 'srgb' || (space !== 'cmyk' && !toLinear)) {
    return { ...facts, space, gamutShare: 0, places: [] };
  }
  return { ...facts, space, ...(await beyondSrgb(path, space === 'cmyk' ? isClipped : isOutside(toLinear))) };
}

function spaceOf({ space }: Metadata, profile: Profile | null): ColourFacts['space'] {
  if (space === 'cmyk') return 'cmyk';
  if (space === 'b-w' || space === 'grey16') return 'grey';
  if (!profile) return 'srgb';
  const [red, green] = profile.primaries ?? [];
  if (!red || !green) return 'rgb';
  const own = [red[0], red[1], green[0], green[1]];
  const named = Object.entries(spaces).find(([, known]) =>
    known.every((value, at) => Math.abs(value - (own[at] ?? 0)) <= SAME_PRIMARY),
  );
  return (named?.[0] as keyof typeof spaces | undefined) ?? 'rgb';
}

type Judge = { readonly ownColours: boolean; readonly isBeyond: (r: number, g: number, b: number) => boolean };

function isOutside(toLinear: Profile['toLinearSrgb'] | undefined): Judge {
  return {
    ownColours: true,
    isBeyond: (r, g, b) => toLinear?.(r, g, b).some((light) => light < -BEYOND || light > 1 + BEYOND) ?? false,
  };
}

/**
 * A CMYK profile is a table, which libvips alone reads, and it ends in sRGB: a strong colour at the very end of a
 * channel was cut off there. Paper white and black are at both ends by themselves.
 */
const isClipped: Judge = {
  ownColours: false,
  isBeyond: (r, g, b) => {
    const [least, most] = [Math.min(r, g, b), Math.max(r, g, b)];
    return most - least > 90 && (least === 0 || most === 255);
  },
};

async function beyondSrgb(
  path: string,
  { ownColours, isBeyond }: Judge,
): Promise<Pick<ColourFacts, 'gamutShare' | 'places'>> {
  const { data, info } = await openPicture(path, { ignoreIcc: ownColours })
    .autoOrient()
    .resize({ width: SAMPLE_SIDE, height: SAMPLE_SIDE, fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const marks = createMarks(info);
  let [inked, beyond] = [0, 0];
  for (let y = 0, at = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++, at += 4) {
      if ((data[at + 3] ?? 0) < INKED) continue;
      inked += 1;
      if (!isBeyond(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) continue;
      beyond += 1;
      marks.add(x, y, x, y, 1);
    }
  }
  return { gamutShare: inked === 0 ? 0 : beyond / inked, places: marks.places() };
}
