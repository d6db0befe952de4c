import type { AvifOptions, JpegOptions, WebpOptions } from 'sharp';
import type { Derivative } from './images.ts';

type Kind = Derivative['kind'];

/*
 * Chosen by `pnpm bench artwork --only=recipes`, which prints the whole table: KB, milliseconds of CPU on a busy core,
 * and 1,000 × (1 - SSIM) / 2, medians. Of five of the demo's drawings at 640:
 *
 *   AVIF q50 4:4:4, effort 0    43.4   42  5.96     the half of the time for twice the bytes and three times the loss
 *                   effort 1    21.6  101  1.86
 *                   effort 2    21.5  137  1.53
 *                   effort 4    20.0 1002  1.24     ten times the time for 7 % of the bytes
 *   AVIF q50 4:2:0, effort 1    21.1   77  2.82     2 % of the bytes for half as much loss again: flat inks fringe
 *   WebP q80, effort 2          38.8   32  1.56
 *             effort 4          36.8   57  2.08     twice the time for 5 % of the bytes
 *             effort 6          35.3 3374  2.51
 *
 * Hatched textures and photographs say the same (AVIF effort 1: 75.9 KB in 174 ms, effort 4: the same in 1,827).
 * Knit and folds have no sharp colours: 4:2:0 saves 3 % there and is not seen; quality 48 keeps the stitches.
 */
const flat: AvifOptions = { quality: 50, effort: 1, chromaSubsampling: '4:4:4' };
const cloth: AvifOptions = { quality: 48, effort: 1, chromaSubsampling: '4:2:0' };

export const avif = { art: flat, front: flat, detail: cloth, worn: cloth } satisfies Partial<Record<Kind, AvifOptions>>;

const clear: WebpOptions = { quality: 80, effort: 2, alphaQuality: 100 };
const woven: WebpOptions = { quality: 68, effort: 2, alphaQuality: 90 };

export const webp = {
  // Shown for some seconds: what counts is that it is there.
  first: { quality: 70, effort: 1, alphaQuality: 80 },
  art: clear,
  front: clear,
  detail: woven,
  worn: woven,
} satisfies Partial<Record<Kind, WebpOptions>>;

export const jpeg: JpegOptions = { quality: 84, chromaSubsampling: '4:4:4', optimiseCoding: true };
