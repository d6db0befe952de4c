import { oklab, rgbOf } from '../artwork/oklab.ts';
import { choke, spread } from './spread.ts';

/** From here on a pixel is covered by ink, a rounding of its shares apart. */
const COVERED = 250;

/** What is done to plates for a press that is never quite in register. */
export interface PressFit {
  /** How far a lighter ink goes on beneath a darker one that touches it, in pixels. */
  readonly trap: number;
  /** How far the underbase is drawn in at its edges, in pixels. */
  readonly choke: number;
}

/** As a press prints: the lightest ink first, each darker one over it. Places in the list of inks. */
export function pressOrder(hexes: readonly string[]): number[] {
  const light = hexes.map((hex) => oklab(rgbOf(hex))[0]);
  return hexes.map((_, ink) => ink).sort((a, b) => light[b]! - light[a]! || a - b);
}

/** White goes beneath inks that are lighter than the fabric, on dark fabric: a darker one covers it without. */
export function needsUnderbase(inkHex: string, fabricHex: string): boolean {
  return oklab(rgbOf(inkHex))[0] > oklab(rgbOf(fabricHex))[0] + 0.04;
}

interface Rows {
  readonly width: number;
  readonly height: number;
}

/**
 * The plates as they are printed, in press order: where a lighter ink meets a darker one it goes on beneath it, so that
 * a shirt that moves by less than the trap shows no fabric between them. What is seen stays the picture, for the darker
 * ink covers what was added.
 */
export function trapPlates(
  plates: readonly Uint8Array[],
  order: readonly number[],
  { width, height }: Rows,
  trap: number,
): Uint8Array[] {
  const trapped = plates.map((plate) => plate.slice());
  /** What is printed over the ink at hand. */
  const over = new Uint16Array(width * height);
  for (const ink of order.toReversed()) {
    const own = plates[ink]!;
    const result = trapped[ink]!;
    const wide = spread({ data: own, width, height }, trap);
    for (let at = 0; at < own.length; at++) {
      const above = over[at]!;
      if (above === 0) continue;
      const mine = own[at]!;
      if (mine + above < COVERED) continue;
      // Where both share a pixel the lighter one lies beneath all of it.
      result[at] = Math.max(mine, mine > 0 ? 255 : wide[at]!);
    }
    for (let at = 0; at < own.length; at++) over[at]! += own[at]!;
  }
  return trapped;
}

/** White beneath the inks that need it, a little smaller than they are so that it never shows beside them. */
export function underbaseOf(
  plates: readonly Uint8Array[],
  based: readonly boolean[],
  { width, height }: Rows,
  radius: number,
): Uint8Array {
  const sum = new Uint8Array(width * height);
  for (const [ink, plate] of plates.entries()) {
    // The shares of a pixel sum to 255 at the most.
    if (based[ink]) for (let at = 0; at < sum.length; at++) sum[at]! += plate[at]!;
  }
  return choke({ data: sum, width, height }, radius);
}
