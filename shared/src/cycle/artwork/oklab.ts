/** Björn Ottosson's Oklab, in which equal steps look equal: lightness 0 to 1, and two axes of colour. */
export type Oklab = readonly [lightness: number, a: number, b: number];

const linear = Array.from({ length: 256 }, (_, value) => {
  const channel = value / 255;
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
});

/** `rgb` is 0xRRGGBB, sRGB. */
export function oklab(rgb: number): Oklab {
  const r = linear[(rgb >> 16) & 255] ?? 0;
  const g = linear[(rgb >> 8) & 255] ?? 0;
  const b = linear[rgb & 255] ?? 0;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function colourDistance(one: Oklab, other: Oklab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** Below this distance, ink and fabric pass for one colour. */
export const SAME_AT_ARMS_LENGTH = 0.06;

/** Whether two colours, as `#rrggbb`, pass for one at arm's length. */
export function looksLike(one: string, other: string): boolean {
  return colourDistance(oklab(rgbOf(one)), oklab(rgbOf(other))) < SAME_AT_ARMS_LENGTH;
}

/** `#rrggbb` as 0xRRGGBB. */
export function rgbOf(hex: string): number {
  return Number.parseInt(hex.slice(1), 16);
}

export function hexOf(rgb: number): string {
  return `#${rgb.toString(16).padStart(6, '0')}`;
}
