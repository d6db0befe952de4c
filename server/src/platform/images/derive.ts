import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { drawShirt } from './draw-shirt.ts';
import type { DerivedFile } from './image-tasks.ts';
import { fromPixels, openPicture, type Pixels, toPixels } from './open-picture.ts';

/** Each made from the one before it. */
const WIDTHS = [1280, 640, 320] as const;
/** A tall picture is bounded by its height, so that no strip costs more than a full print area. */
const TALLEST = 1.5;
const MAIL_SHIRT_WIDTH = 600;

// Effort 1 and all colours: effort 4 costs 12 times as much for 5 % of the bytes, and 4:2:0 fringes flat inks.
const avif = { quality: 50, effort: 1, chromaSubsampling: '4:4:4' } as const;
const webp = { quality: 80, effort: 4, alphaQuality: 100 } as const;
const jpeg = { quality: 84, chromaSubsampling: '4:4:4', mozjpeg: true } as const;

/** Decodes once; everything else comes from the largest derivative. Raw pixels carry no metadata. */
export async function derivePictures(
  path: string,
  {
    fabricHex,
    printArea,
    folder,
  }: { fabricHex: string; printArea: { widthMm: number; heightMm: number }; folder: string },
): Promise<DerivedFile[]> {
  const made: DerivedFile[] = [];
  const save = async (kind: DerivedFile['kind'], format: DerivedFile['format'], picture: Sharp) => {
    const name = `${kind}-${made.length}.${format}`;
    const { width, height } = await picture.toFile(join(folder, name));
    made.push({ kind, format, width, height, path: join(folder, name) });
  };

  const largest = await toPixels(smaller(openPicture(path).autoOrient(), WIDTHS[0]));
  let pixels: Pixels = largest;
  for (const width of WIDTHS) {
    if (pixels.width > width || pixels.height > width * TALLEST) {
      pixels = await toPixels(smaller(fromPixels(pixels), width));
    } else if (made.length > 0) continue;
    await save('art', 'avif', fromPixels(pixels).avif(avif));
    await save('art', 'webp', fromPixels(pixels).webp(webp));
  }

  const shirt = await drawShirt(largest, fabricHex, printArea);
  await save('shirt', 'webp', fromPixels(shirt).webp(webp));
  // Mail programs show JPEG everywhere, and no transparency.
  await save('shirt', 'jpeg', fromPixels(shirt).flatten({ background: '#ffffff' }).resize(MAIL_SHIRT_WIDTH).jpeg(jpeg));
  return made;
}

function smaller(picture: Sharp, width: number): Sharp {
  return picture.resize({ width, height: width * TALLEST, fit: 'inside', withoutEnlargement: true });
}
