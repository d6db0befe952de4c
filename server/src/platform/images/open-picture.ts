import { ARTWORK_LIMITS } from '@fraisier/shared/cycle/artwork-rules.ts';
import sharp, { type Sharp } from 'sharp';

// Out of the box sharp also opens SVG, TIFF, GIF, AVIF, PDF and more: all that a stranger's file could attack.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'] });
// Every file is seen once, and the queue decides how many at a time.
sharp.cache(false);
sharp.concurrency(1);

/** Four channels, eight bits, sRGB, no metadata. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** An uploaded file. A file that ends early is an error, an odd profile is not. */
export function openPicture(path: string, options: { ignoreIcc?: boolean } = {}): Sharp {
  return sharp(path, { limitInputPixels: ARTWORK_LIMITS.maxPixels, failOn: 'truncated', ...options });
}

/** An uploaded file the right way up, on its way to sRGB: `toPixels` and every encoder end there. */
export async function openUpright(path: string): Promise<Sharp> {
  const { space, icc } = await openPicture(path).metadata();
  const picture = openPicture(path).autoOrient();
  // sharp takes sixteen bits with any profile to P3 and then calls them sRGB: reds came out at 185 instead of 200.
  return space === 'rgb16' && icc ? picture.withIccProfile('srgb', { attach: false }) : picture;
}

export function fromPixels(pixels: Pixels): Sharp {
  return sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 4 } });
}

/** A sheet of one colour, `#rrggbb`. */
export function onGround(background: string, width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** Runs the picture's steps to sRGB pixels with transparency; its colour profile is honoured. */
export async function toPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
