import { colourDistance, oklab, rgbOf } from '@fraisier/shared/cycle/artwork/oklab.ts';

/** Below this distance in Oklab, ink and fabric pass for one colour at arm's length. */
const SAME = 0.06;

/**
 * The share of a design that cannot be told from the fabric under it, 0 to 1. `pixels` are RGBA; what is mostly
 * transparent is no ink.
 */
export function lostShare(pixels: Uint8ClampedArray, fabricHex: string): number {
  const fabric = oklab(rgbOf(fabricHex));
  let inked = 0;
  let lost = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue;
    inked += 1;
    const ink = oklab(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
    if (colourDistance(ink, fabric) < SAME) lost += 1;
  }
  return inked === 0 ? 0 : lost / inked;
}
