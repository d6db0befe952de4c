import { MM_PER_INCH } from '../inch.ts';

export const SEPARATION = {
  /**
   * Plates have the file's own pixels from 300 to 400 to the inch. Below, they are enlarged once to 300: film at 300 dpi
   * and 256 greys places an edge finer than the finest mesh for textiles holds (77 threads to the cm are 196 to the inch,
   * and an edge wants one and a half pixels a thread). Above 400 more pixels only make larger files.
   */
  leastDpi: 300,
  mostDpi: 400,
  /** Half a point, what a press for shirts is out by on a good day. */
  trapMm: 0.17,
  /** The underbase swells when it is flashed: it must stay under its ink. */
  chokeMm: 0.25,
  /** The part of the inked pixels that may look otherwise than the picture; beyond it flat inks cannot print it. */
  mostOff: 0.05,
} as const;

/** The part of an ink's pixels that are tints, from which on it needs a halftone and a finer mesh. */
const TONAL_SHARE = 0.05;

/** Pixels to the inch of the plates of a picture that has so many at its print size. */
export function plateDpi(nativeDpi: number): number {
  return Math.min(SEPARATION.mostDpi, Math.max(SEPARATION.leastDpi, nativeDpi));
}

/** A distance on the shirt in whole pixels, and what that is in mm: the plates can do no finer. */
export function inPixels(mm: number, dpi: number): { px: number; mm: number } {
  const px = Math.round((mm / MM_PER_INCH) * dpi);
  return { px, mm: Math.round((px / dpi) * MM_PER_INCH * 100) / 100 };
}

/** Whether flat inks and their tints look like the picture. A photograph does not pass. */
export function canBeSeparated({ inked, off }: { inked: number; off: number }): boolean {
  return inked > 0 && off <= inked * SEPARATION.mostOff;
}

export function isTonal(tinted: number, coverage: number): boolean {
  return coverage > 0 && tinted > coverage * TONAL_SHARE;
}

/** Threads to the cm of a usual mesh, as a hint: opaque white wants a coarse one, a halftone a fine one. */
export function meshHint({ hex, tonal }: { hex: string | null; tonal: boolean }): { perCm: number; perInch: number } {
  const perCm = hex === null ? 43 : tonal ? 77 : 55;
  return { perCm, perInch: Math.round((perCm * MM_PER_INCH) / 10) };
}
