import { avif, avifFor, tile } from '@fraisier/server/platform/images/recipe.ts';
import { expect, test } from 'vitest';

test('art that is all grain is encoded with less effort, flat art and cloth as their recipe says', () => {
  expect(avifFor('art', 0.19)).toEqual({ ...avif.art, effort: 1 });
  expect(avifFor('front', 0.19)).toEqual({ ...avif.front, effort: 1 });
  expect(avifFor('art', 0.06)).toEqual(avif.art);
  expect(avifFor('worn', 0.19)).toEqual(avif.worn);
  expect(avif.art.effort).toBeGreaterThan(1);
});

test('a tile is encoded with more effort, unless its art is all grain', () => {
  expect(avifFor('art', 0.06, 320)).toEqual({ ...avif.art, quality: tile.quality, effort: tile.effort });
  expect(avifFor('art', 0.06, 640)).toEqual(avif.art);
  expect(avifFor('art', 0.19, 320)).toEqual({ ...avif.art, effort: 1 });
  expect(avifFor('front', 0.06, 320)).toEqual(avif.front);
  expect(tile.effort).toBeGreaterThan(avif.art.effort ?? 0);
});
