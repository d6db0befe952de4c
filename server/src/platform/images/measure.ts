import { measureInks } from '@fraisier/shared/cycle/artwork/inks.ts';
import { rgbaToThumbHash } from 'thumbhash';
import type { ImageFacts, MeasuredImage } from './images.ts';
import { fromPixels, openPicture, type Pixels, toPixels } from './open-picture.ts';
import { traceOutline } from './trace-contours.ts';

/** Enough pixels for shares and inks; the whole file is decoded all the same. */
const SAMPLE_SIDE = 800;
/** The most that thumbhash takes. */
const THUMB_SIDE = 100;

export async function measurePicture(path: string): Promise<MeasuredImage> {
  const metadata = await openPicture(path).metadata();
  // 5 to 8: the picture lies on its side.
  const turned = (metadata.orientation ?? 1) >= 5;
  const sample = await toPixels(
    openPicture(path)
      .autoOrient()
      // Nearest: pixels of the picture itself. A mean of two inks would be a third.
      .resize({ width: SAMPLE_SIDE, height: SAMPLE_SIDE, fit: 'inside', withoutEnlargement: true, kernel: 'nearest' }),
  );
  return {
    format: metadata.format as ImageFacts['format'],
    width: turned ? metadata.height : metadata.width,
    height: turned ? metadata.width : metadata.height,
    hasAlpha: metadata.hasAlpha,
    opaqueShare: metadata.hasAlpha ? opaqueShare(sample) : 1,
    inks: measureInks(sample).inks,
    placeholder: await placeholder(sample),
    outline: await traceOutline(sample),
  };
}

function opaqueShare({ data }: Pixels): number {
  let opaque = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) opaque += 1;
  return opaque / (data.length / 4);
}

async function placeholder(sample: Pixels): Promise<string> {
  const { data, width, height } = await toPixels(
    fromPixels(sample).resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true }),
  );
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64');
}
