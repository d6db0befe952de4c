import { createHash } from 'node:crypto';
import { dpiInto } from '@fraisier/shared/cycle/artwork-rules.ts';
import { MM_PER_INCH } from '@fraisier/shared/cycle/inch.ts';
import type { Metadata, Sharp } from 'sharp';
import type { PrintFile, PrintSize } from './images.ts';
import { fromPixels, openPicture, toPixels } from './open-picture.ts';

/** On paper, some 10 cm at 300 dpi. */
const PREVIEW_SIDE = 1200;
/** Pixels that are looked at together: raw, they are at most 128 MB. */
const BAND_PIXELS = 16_000_000;

/** See `Images.printFile`. */
export async function makePrintFile(
  path: string,
  { widthMm, heightMm, out }: PrintSize & { out: string },
): Promise<PrintFile> {
  const metadata = await openPicture(path).metadata();
  const turned = (metadata.orientation ?? 1) >= 5;
  const width = turned ? metadata.height : metadata.width;
  const height = turned ? metadata.width : metadata.height;
  const dpi = Math.max((width / widthMm) * MM_PER_INCH, (height / heightMm) * MM_PER_INCH);

  const colours = coloursOf(metadata);
  const isDeep = metadata.depth === 'ushort' && colours === 'kept';
  const pixels = (from: string): Sharp => {
    const picture = openPicture(from, { ignoreIcc: colours === 'kept' || from === out }).autoOrient();
    return isDeep ? picture.toColourspace('rgb16') : picture.toColourspace('srgb');
  };
  const master = colours === 'kept' ? pixels(path).keepIccProfile() : pixels(path).withIccProfile('srgb');
  // The density asks for Exif: then ours, with nothing in it, not the designer's with their place and camera.
  await master
    .withDensity(dpi)
    .withExif({})
    .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
    .toFile(out);

  const pixelsSha256 = await hashPixels(() => pixels(path), { width, height, isDeep });
  if ((await hashPixels(() => pixels(out), { width, height, isDeep })) !== pixelsSha256) {
    throw new Error('the print file does not hold the pixels of the original');
  }
  return {
    widthMm: tenths((width / dpi) * MM_PER_INCH),
    heightMm: tenths((height / dpi) * MM_PER_INCH),
    widthPx: width,
    heightPx: height,
    dpi: dpiInto({ widthMm, heightMm }, width, height),
    colours,
    pixelsSha256,
    preview: await drawPreview(path),
  };
}

async function drawPreview(path: string): Promise<string> {
  const size = { width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: 'inside', withoutEnlargement: true } as const;
  const small = await toPixels(openPicture(path).autoOrient().resize(size));
  return (await fromPixels(small).png({ compressionLevel: 9, palette: false }).toBuffer()).toString('base64');
}

/** A PNG holds RGB with any profile: those pixels and their profile stay. Grey with its profile and CMYK become sRGB. */
function coloursOf({ space }: Metadata): PrintFile['colours'] {
  if (space === 'srgb' || space === 'rgb16' || space === 'rgb') return 'kept';
  return space === 'cmyk' ? 'cmyk' : 'grey';
}

async function hashPixels(
  open: () => Sharp,
  { width, height, isDeep }: { width: number; height: number; isDeep: boolean },
): Promise<string> {
  const hash = createHash('sha256');
  const rows = Math.max(1, Math.floor(BAND_PIXELS / width));
  for (let top = 0; top < height; top += rows) {
    const band = { left: 0, top, width, height: Math.min(rows, height - top) };
    hash.update(
      await open()
        .extract(band)
        .raw({ depth: isDeep ? 'ushort' : 'uchar' })
        .toBuffer(),
    );
  }
  return hash.digest('hex');
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
