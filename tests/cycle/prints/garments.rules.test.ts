import { cutIds, cuts, fabricIds, fabrics, isCut, isFabricId, isSize, sizes } from '@fraisier/shared/cycle/garments.ts';
import { describe, expect, it } from 'vitest';

/** WCAG's relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe('fabrics', () => {
  it('are the eleven that the demo’s designs are drawn for', () => {
    expect([...fabricIds].sort()).toEqual(
      ['blanc', 'noir', 'nuit', 'ciel', 'rose', 'creme', 'menthe', 'jaune', 'gris', 'sapin', 'fraise'].sort(),
    );
  });

  it('are dark exactly where white reads better than the darkest ink', () => {
    const ink = luminance('#1d1817');
    for (const [id, { hex, dark }] of Object.entries(fabrics)) {
      expect(hex).toMatch(/^#[0-9a-f]{6}$/);
      const own = luminance(hex);
      expect(dark, id).toBe(contrast(own, 1) > contrast(own, ink));
    }
  });

  it('have names that differ in both languages', () => {
    for (const language of ['nameFr', 'nameEn'] as const) {
      expect(new Set(Object.values(fabrics).map((fabric) => fabric[language])).size).toBe(fabricIds.length);
    }
  });
});

describe('what a shirt can be', () => {
  it('is told from what it cannot be, whatever is asked', () => {
    const strangers = ['', 'm', 'toString', '__proto__', 'constructor', null, undefined, 3, {}, ['M']];
    for (const one of strangers) expect([isFabricId(one), isSize(one), isCut(one)]).toEqual([false, false, false]);
    for (const id of fabricIds) expect(isFabricId(id)).toBe(true);
    for (const size of sizes) expect(isSize(size)).toBe(true);
    for (const cut of cutIds) expect(isCut(cut)).toBe(true);
  });

  it('has sizes from the smallest to the largest, and two cuts', () => {
    expect(sizes).toEqual(['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL']);
    expect(Object.keys(cuts)).toEqual(['straight', 'fitted']);
  });
});
