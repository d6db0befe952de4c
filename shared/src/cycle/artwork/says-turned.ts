const ORIENTATION = 0x0112;
/** From five to eight a picture lies on its side. */
const ON_ITS_SIDE = { least: 5, most: 8 } as const;
const SHORT = 3;
/** `Exif\0\0`: before it in a JPEG, and where programs put it, in a WebP. */
const MARK = [0x4578_6966, 0] as const;
const [LITTLE, BIG] = [0x4949_2a00, 0x4d4d_002a] as const;

/** Of Exif, as much as holds the first directory of any program: it begins a few bytes in and has a dozen entries. */
export const EXIF_HEAD_BYTES = 4096;

/**
 * Whether Exif says that a person sees the picture with its sides swapped, as a phone stores what it took upright. A
 * stranger wrote it: what is odd says nothing.
 */
export function saysTurned(exif: Uint8Array): boolean {
  const whole = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  try {
    const start = hasMark(whole) ? 6 : 0;
    const order = whole.getUint32(start);
    if (order !== LITTLE && order !== BIG) return false;
    const isLittle = order === LITTLE;
    const directory = start + whole.getUint32(start + 4, isLittle);
    const count = whole.getUint16(directory, isLittle);
    for (let nth = 0; nth < count; nth++) {
      const entry = directory + 2 + nth * 12;
      if (whole.getUint16(entry, isLittle) !== ORIENTATION) continue;
      const value = whole.getUint16(entry + 8, isLittle);
      const isShort = whole.getUint16(entry + 2, isLittle) === SHORT;
      return isShort && value >= ON_ITS_SIDE.least && value <= ON_ITS_SIDE.most;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return false;
}

/** As it begins in a JPEG, where XMP goes by the same marker. */
export function isExif(segment: Uint8Array): boolean {
  return segment.length >= 6 && hasMark(new DataView(segment.buffer, segment.byteOffset, segment.byteLength));
}

function hasMark(view: DataView): boolean {
  return view.getUint32(0) === MARK[0] && view.getUint16(4) === MARK[1];
}
