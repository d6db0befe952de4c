import type { AvifOptions, JpegOptions, WebpOptions } from 'sharp';
import type { Derivative } from './images.ts';

type Kind = Derivative['kind'];

/*
 * Chosen by `pnpm bench artwork --only=recipes`, which prints the whole table: KB, milliseconds of CPU on a busy core,
 * and 1,000 × (1 - SSIM) / 2, medians. Of five of the demo's drawings at 640:
 *
 *   AVIF q42 4:4:4, effort 0    23.8   49  3.76     half the time for half as many bytes again and much more loss
 *                   effort 1    16.4  104  2.11
 *                   effort 2    16.1  139  0.74
 *                   effort 4    15.5  925  0.53     seven times the time for 4 % of the bytes
 *   AVIF q42 4:2:0, effort 1    16.1   85  2.71     2 % of the bytes for a third more loss: flat inks fringe
 *   AVIF q50 4:4:4, effort 1    19.8   90  1.11
 *   WebP q80, effort 2          36.1   44  1.22
 *             effort 4          34.0   82  1.19     twice the time for 6 % of the bytes
 *             effort 6          32.6 5151  1.18
 *
 * All of pictures whose unseen pixels are filled (`fillUnseen`); as they came, q50 effort 1 took 21.6 KB and lost 1.86.
 * Of twelve of the demo's drawings at 320, 640 and 1280 the filled q42 of effort 2 has 40, 47 and 57 % fewer bytes than
 * that, a lower median loss and the same highest.
 * Knit and folds have no sharp colours: 4:2:0 saves 3 % there and is not seen; quality 48 keeps the stitches.
 */
const flat: AvifOptions = { quality: 42, effort: 2, chromaSubsampling: '4:4:4' };
const cloth: AvifOptions = { quality: 48, effort: 1, chromaSubsampling: '4:2:0' };

export const avif = { art: flat, front: flat, detail: cloth, worn: cloth } satisfies Partial<Record<Kind, AvifOptions>>;

/**
 * Bytes of WebP a pixel, of art at 1280, from which on a picture is all grain and hatching. The demo's drawings have 0.01
 * to 0.13, one 0.18. There effort 2 takes twice the time of effort 1 for 0 to 4 % of the bytes and 2 % of the loss; in
 * flat art, where it takes half a second, it halves what is lost.
 */
const DETAILED = 0.16;

/**
 * Art that phones take for a tile, by the dozen. Of 24 of the demo's drawings at 320 on white, in KB, milliseconds of CPU
 * and mean loss each: q42 effort 2 10.1, 49, 6.55; effort 5 9.5, 487, 4.88; q39 effort 3 9.6, 102, 6.26; q38 effort 4
 * 9.1, 301, 6.25. What the effort gains is taken in bytes.
 */
export const tile = { width: 320, quality: 39, effort: 3 } as const;

/** How art of such detail and width is encoded. */
export function avifFor(kind: keyof typeof avif, bytesPerPixel = 0, width = Number.POSITIVE_INFINITY): AvifOptions {
  if (bytesPerPixel >= DETAILED) return { ...avif[kind], effort: 1 };
  return kind === 'art' && width <= tile.width
    ? { ...avif.art, quality: tile.quality, effort: tile.effort }
    : avif[kind];
}

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
