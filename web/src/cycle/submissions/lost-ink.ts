/** Below this distance in Oklab, ink and fabric pass for one colour at arm's length. */
const SAME = 0.06;

/**
 * The share of a design that cannot be told from the fabric under it, 0 to 1. `pixels` are RGBA; what is mostly
 * transparent is no ink.
 */
export function lostShare(pixels: Uint8ClampedArray, fabricHex: string): number {
  const fabric = oklab([1, 3, 5].map((at) => Number.parseInt(fabricHex.slice(at, at + 2), 16)));
  let inked = 0;
  let lost = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue;
    inked += 1;
    const ink = oklab([pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]);
    if (Math.hypot(ink[0] - fabric[0], ink[1] - fabric[1], ink[2] - fabric[2]) < SAME) lost += 1;
  }
  return inked === 0 ? 0 : lost / inked;
}

const linear = Array.from({ length: 256 }, (_, value) => {
  const channel = value / 255;
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
});

function oklab(rgb: readonly number[]): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => linear[value] ?? 0);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
