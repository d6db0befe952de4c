import type { Metadata } from 'sharp';
import type { PrintFile, PrintSize } from './images.ts';
import { openPicture } from './open-picture.ts';

const MM_PER_INCH = 25.4;

/** See `Images.printFile`. */
export async function makePrintFile(
  path: string,
  { dpi, widthMm, heightMm, out }: PrintSize & { out: string },
): Promise<PrintFile> {
  const metadata = await openPicture(path).metadata();
  const turned = (metadata.orientation ?? 1) >= 5;
  const from = {
    width: turned ? metadata.height : metadata.width,
    height: turned ? metadata.width : metadata.height,
  };
  const area = { width: (widthMm / MM_PER_INCH) * dpi, height: (heightMm / MM_PER_INCH) * dpi };
  const scale = Math.min(area.width / from.width, area.height / from.height);
  const to = { width: Math.round(from.width * scale), height: Math.round(from.height * scale) };
  // Half a pixel of rounding is no reason to touch a million others.
  const unaltered = Math.abs(to.width - from.width) <= 1 && Math.abs(to.height - from.height) <= 1;

  const own = keepsItsColours(metadata);
  let picture = openPicture(path, { ignoreIcc: own }).autoOrient();
  if (!unaltered) picture = picture.resize({ ...to, fit: 'fill', kernel: 'lanczos3' });
  picture = own ? picture.keepIccProfile() : picture.toColourspace('srgb').withIccProfile('srgb');
  if (own && metadata.depth === 'ushort') picture = picture.toColourspace('rgb16');
  const size = unaltered ? from : to;
  // The density asks for Exif: then ours, with nothing in it, not the designer's with their place and camera.
  await picture
    .withDensity(dpi)
    .withExif({})
    .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
    .toFile(out);
  return {
    dpi,
    widthMm: Math.round((size.width / dpi) * MM_PER_INCH * 10) / 10,
    heightMm: Math.round((size.height / dpi) * MM_PER_INCH * 10) / 10,
    widthPx: size.width,
    heightPx: size.height,
    originalDpi: Math.round(dpi / scale),
    unaltered,
  };
}

/** A PNG holds RGB with any profile: those pixels and their profile stay. Grey and CMYK become sRGB. */
function keepsItsColours(metadata: Metadata): boolean {
  return metadata.space === 'srgb' || metadata.space === 'rgb16' || metadata.space === 'rgb';
}
