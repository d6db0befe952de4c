import { measureArtwork, type PrintMeasure } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import { rgbaToThumbHash } from 'thumbhash';
import type { ImageFacts, MeasuredImage, Outline } from './images.ts';
import { fromPixels, openPicture, openUpright, type Pixels, toPixels } from './open-picture.ts';
import { readColours } from './read-colours.ts';
import { DOTS_SIDE, readSample } from './read-sample.ts';
import { traceOutline } from './trace-contours.ts';

/** The most that thumbhash takes. */
const THUMB_SIDE = 100;

/** Everything that is known of a picture before it is printed. `folder` is for its pixels meanwhile. */
export async function measurePicture(
  path: string,
  { folder, ...print }: PrintMeasure & { folder: string },
): Promise<MeasuredImage> {
  const metadata = await openPicture(path).metadata();
  const { means, dots, width, height, opaqueShare } = await readSample(path, folder);
  const measures = measureArtwork({ means, dots }, print);
  return {
    format: metadata.format as ImageFacts['format'],
    width,
    height,
    hasAlpha: metadata.hasAlpha,
    opaqueShare: metadata.hasAlpha ? opaqueShare : 1,
    measures,
    colour: await readColours(path, metadata),
    placeholder: await placeholder(dots),
    outline: await traceOutline(dots),
  };
}

/** The outline alone, for artworks that were checked before likenesses were sought. */
export async function tracePicture(path: string): Promise<Outline> {
  const upright = await openUpright(path);
  const size = { width: DOTS_SIDE, height: DOTS_SIDE, fit: 'inside', withoutEnlargement: true } as const;
  return traceOutline(await toPixels(upright.resize({ ...size, kernel: 'nearest' })));
}

async function placeholder(sample: Pixels): Promise<string> {
  const { data, width, height } = await toPixels(
    fromPixels(sample).resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true }),
  );
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64');
}
