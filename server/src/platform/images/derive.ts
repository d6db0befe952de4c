import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { drawCloseUp, drawFront, drawWorn, foldPrint } from './draw-shirt.ts';
import { fillUnseen } from './fill-unseen.ts';
import type { DerivedFile } from './image-tasks.ts';
import type { OnShirt, PictureKind } from './images.ts';
import { fromPixels, openUpright, type Pixels, toPixels } from './open-picture.ts';
import { type avif, avifFor, jpeg, tile, webp } from './recipe.ts';

/** For the close-up alone; everything else comes from the next one. */
const LARGEST = 1920;
/** Each made from the one before it. */
const WIDTHS = [1280, 640, tile.width] as const;
/** A tall picture is bounded by its height, so that no strip costs more than a full print area. */
const TALLEST = 1.5;

/**
 * Decodes once; everything else comes from the largest derivative. Raw pixels carry no metadata.
 *
 * On cotton only the design's own fabric is drawn, for that is what is voted on and sold. `front` is the print alone: a
 * shirt of CSS below it shows any fabric and both cuts, for 14 KB of AVIF and 0.3 s of CPU once. Whole shirts, as `worn`
 * is one, took 20 KB and 0.2 s each: for eleven fabrics and two cuts 22 of them and 4 s. `detail` and `worn` are whole
 * pictures all the same: a knit and a body are no layers that pages have.
 *
 * `views: false` leaves all three out; the bench compares without them.
 */
export async function derivePictures(
  path: string,
  { folder, views = true, ...on }: OnShirt & { folder: string; views?: boolean },
): Promise<DerivedFile[]> {
  const made: DerivedFile[] = [];
  const save = async (kind: PictureKind, format: DerivedFile['format'], picture: Sharp) => {
    const name = `${kind}-${made.length}.${format}`;
    const { width, height, size } = await picture.toFile(join(folder, name));
    made.push({ kind, format, width, height, path: join(folder, name) });
    return size / (width * height);
  };
  /** Of the widest art, in bytes of WebP a pixel. */
  let detail: number | undefined;
  const saveAvif = (kind: keyof typeof avif, filled: Sharp, width?: number) =>
    save(kind, 'avif', filled.avif(avifFor(kind, detail, width)));
  const saveBoth = async (kind: keyof typeof avif, pixels: Pixels) => {
    const filled = fromPixels(fillUnseen(pixels));
    const bytes = await save(kind, 'webp', filled.clone().webp(webp[kind]));
    if (kind === 'art') detail ??= bytes;
    await saveAvif(kind, filled, pixels.width);
  };
  /** Large, and half as large for phones; browsers without AVIF, one in twenty or fewer, have the half for both. */
  const saveView = async (kind: 'front' | 'detail' | 'worn', view: Pixels) => {
    await saveAvif(kind, fromPixels(fillUnseen(view)));
    await saveBoth(kind, await toPixels(fromPixels(view).resize({ width: Math.round(view.width / 2) })));
  };

  let pixels = await toPixels(smaller(await openUpright(path), LARGEST));
  if (views) await saveView('detail', await drawCloseUp(pixels, on));
  for (const width of WIDTHS) {
    if (pixels.width > width || pixels.height > width * TALLEST) {
      pixels = await toPixels(smaller(fromPixels(pixels), width));
    } else if (width !== WIDTHS[0]) continue;
    // Browsers without AVIF have the width above for a tile too.
    if (width === tile.width) await saveAvif('art', fromPixels(fillUnseen(pixels)), width);
    else await saveBoth('art', pixels);
    if (width !== WIDTHS[0]) continue;
    if (views) await saveView('front', await foldPrint(pixels, on));
    if (views) await saveView('worn', await drawWorn(pixels, on));
    // Mail programs show JPEG everywhere, and no transparency.
    const shirt = await drawFront(pixels, on);
    await save('shirt', 'jpeg', fromPixels(shirt).flatten({ background: '#ffffff' }).jpeg(jpeg));
  }
  return made;
}

/** Wide enough for a phone and for the page of the design while the others are being made. */
const FIRST_WIDTH = 640;

/** The picture that its designer sees first, before anything is measured. */
export async function deriveFirst(path: string, { folder }: { folder: string }): Promise<DerivedFile> {
  const out = join(folder, 'first.webp');
  const { width, height } = await smaller(await openUpright(path), FIRST_WIDTH)
    .toColourspace('srgb')
    .webp(webp.first)
    .toFile(out);
  return { kind: 'first', format: 'webp', width, height, path: out };
}

function smaller(picture: Sharp, width: number): Sharp {
  return picture.resize({ width, height: width * TALLEST, fit: 'inside', withoutEnlargement: true });
}
