import { readFile } from 'node:fs/promises';
import { insertPictures } from '@fraisier/server/cycle/submissions/artworks.sql.ts';
import { storePictures } from '@fraisier/server/cycle/submissions/store-pictures.ts';
import { fillUnseen } from '@fraisier/server/platform/images/fill-unseen.ts';
import type { Derivative } from '@fraisier/server/platform/images/images.ts';
import { avifFor, tile } from '@fraisier/server/platform/images/recipe.ts';
import { sharp } from '../../scripts/bench/artwork/picture.ts';
import type { MonthDesign } from './month.ts';
import type { TestShop } from './shop.ts';

const WIDTH = tile.width;

/**
 * Gives each design one of the demo's drawings, in the one picture that a phone takes for a tile, as the shop encodes
 * it: half a second each. The other widths have their rows, so that a page names them, and bytes that are nothing.
 */
export async function drawTiles(
  { deps }: TestShop,
  designs: readonly MonthDesign[],
  drawings: readonly string[],
): Promise<void> {
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  for (const [nth, { artworkId }] of designs.entries()) {
    const svg = await readFile(new URL(`../../scripts/demo/art/svg/${drawings[nth]}.svg`, import.meta.url));
    const { data, info } = await sharp(svg, { density: (72 * WIDTH) / 1000 })
      .resize({ width: WIDTH })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const filled = fillUnseen({ data, width: info.width, height: info.height });
    const raw = { raw: { width: info.width, height: info.height, channels: 4 } };
    const named = (format: 'avif' | 'webp', width: number): Derivative => ({
      kind: 'art',
      format,
      width,
      height: Math.round((width * info.height) / info.width),
      body: Buffer.from(`${nth} ${format} ${width}`),
    });
    const pictures = [
      {
        ...named('avif', WIDTH),
        body: await sharp(filled.data, raw)
          .avif(avifFor('art', 0, WIDTH))
          .toBuffer(),
      },
      ...[640, 1280].map((width) => named('avif', width)),
      ...[640, 1280].map((width) => named('webp', width)),
    ];
    const rows = await storePictures(deps, artworkId, pictures);
    await deps.db.transaction().execute((trx) => insertPictures(trx, rows));
  }
}
