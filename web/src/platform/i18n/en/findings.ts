import type { findings as shape } from '../fr/findings.ts';
import { pluralEn } from '../plural.ts';

export const findings: typeof shape = {
  mend: 'To do:',
  other: 'Another point',
  file: {
    title: (format, pixels) => `${format}, ${pixels} px`,
    text: (size) => `${size}, all fine.`,
  },
  format: {
    title: 'Not an image that we take',
    text: 'Its content is not PNG, JPEG or WebP, whatever its name.',
    is: (name) => `It is a ${name} file. We take PNG, JPEG and WebP.`,
    kinds: {
      heic: { name: 'HEIC', mend: 'photo' },
      avif: { name: 'AVIF', mend: 'photo' },
      tiff: { name: 'TIFF', mend: 'any' },
      gif: { name: 'GIF', mend: 'any' },
      bmp: { name: 'BMP', mend: 'any' },
      psd: { name: 'Photoshop', mend: 'layers' },
      xcf: { name: 'GIMP', mend: 'layers' },
      clip: { name: 'Clip Studio', mend: 'layers' },
      affinity: { name: 'Affinity', mend: 'vector' },
      pdf: { name: 'PDF', mend: 'vector' },
      eps: { name: 'EPS', mend: 'vector' },
      svg: { name: 'SVG', mend: 'vector' },
      zip: { name: 'ZIP, Procreate or Krita', mend: 'layers' },
    },
    mend: {
      any: 'Export it as PNG from your software. A renamed file stays what it is.',
      photo:
        'Export the image as PNG or JPEG. iPhone: pick it from Photos, it arrives as a JPEG. Mac: Preview, File, Export.',
      layers:
        'Export a PNG from it. Photoshop: File, Export, Quick Export as PNG. GIMP, Krita: File, Export, ending in .png. Procreate: Actions, Share, PNG.',
      vector:
        'Export a PNG from it at 300 dpi on a transparent background. Illustrator: Export for Screens, 300 ppi. Inkscape, Affinity: File, Export.',
    },
  },
  broken: {
    title: 'The image cannot be read',
    text: 'It ends too early, or is damaged.',
    mend: 'Export it again, and open it once before you drop it here.',
  },
  file_size: {
    title: 'The file is too heavy',
    text: (size, most) => `It weighs ${size}; the limit is ${most}.`,
    mend: 'Export a compressed PNG, without layers or preview.',
  },
  side_too_long: {
    title: 'One side is too long',
    text: (pixels, most) => `${pixels} px. A side is ${most} px at most.`,
    mend: 'Make the image smaller, or crop the empty part around the design.',
  },
  too_many_pixels: {
    title: 'Too many pixels',
    text: (pixels, most) => `${pixels} million pixels. ${most} million at most.`,
    mend: (pixels) => `${pixels} px are enough for the whole area at 300 dpi.`,
  },
  too_small: {
    title: 'The image is too small',
    text: (pixels, least) => `${pixels} px. A side needs ${least} px at least.`,
    mend: 'Go back to the larger original. Scaling a small file up adds no detail.',
  },
  blank: {
    title: 'The image is empty',
    text: 'Every pixel is transparent.',
    mend: 'Check that your layers are visible, then export again.',
  },
  resolution: {
    title: (dpi) => `${dpi} dpi at print size`,
    ok: (good) => `${good} are needed.`,
    warn: (good, size) => `Under ${good}, edges go soft on fabric. This file is sharp up to ${size}.`,
    mend: (pixels) =>
      `Print it smaller, or export from the original at ${pixels} px. Illustrator: Export for Screens, 300 ppi. Procreate: a 300 dpi canvas from the start.`,
    enlarged: {
      title: 'Nothing is really sharp',
      text: (dpi, sharp, size) =>
        `The file has ${dpi} dpi, yet no edge in it is sharper than at ${sharp} dpi: it was enlarged, or is blurred all over. It is sharp up to ${size}.`,
      mend: 'Start from the original at its true size. Enlarging a small file adds no detail.',
    },
    table: 'Size in print by fineness',
    dpi: (dpi) => `${dpi} dpi`,
    grades: { best: 'every detail', good: 'sharp', least: 'a little soft' },
    fills: { both: 'the whole area', width: 'the whole width', height: 'the whole height' },
    largest: (size) => `The largest good size: ${size}.`,
    draw: 'Draw these sizes on the sheet',
    onSheet: 'These sizes are drawn on the sheet.',
  },
  transparency: {
    ok: 'Transparent background',
    okText: (share) => `The design covers ${share} of the file.`,
    opaque: 'Solid background',
    jpegText: 'This is a JPEG, so it has no transparent background: the design prints as a full rectangle.',
    opaqueText: 'No pixel is transparent: the design prints as a full rectangle.',
    mend: 'If you did not mean the rectangle, hide the background layer and export a PNG.',
  },
  background: {
    ok: 'No background left behind',
    title: 'One flat colour all around',
    text: (percent) =>
      `${percent} of the surface is a single colour that reaches all four edges. It would print too, as a full rectangle.`,
    mend: 'If it was left behind, hide it and export a PNG. Procreate: untick Background colour. Photoshop, GIMP: magic wand, then Delete.',
  },
  shape: {
    ok: (share) => `Fills ${share} of the area`,
    okText: (size) => `${size} in print.`,
    warn: 'A very long shape',
    warnText: (size, share) => `It prints at ${size}: ${share} of the area.`,
    mend: 'If you wanted it larger, compose it in the proportions of the print area.',
  },
  empty_margin: {
    ok: 'Cropped just right',
    okText: (size) => `The design is ${size} on the fabric.`,
    title: 'Much of the file is empty',
    text: (percent, size) => `${percent} of it has nothing on it: the design would be only ${size} on the fabric.`,
    mend: 'To print it larger, crop to the design. Photoshop: Image, Trim. GIMP: Image, Crop to Content. Illustrator: fit the artboard to the artwork.',
  },
  edge: {
    ok: 'Clear of the edges',
    okText: (nearest, least) => `${nearest} at the nearest. ${least} at least.`,
    title: 'Too near the edge',
    text: (nearest, least) =>
      `The design comes within ${nearest} of the edge of the area. Under ${least} it may be cut off: fabric is never laid to the millimetre.`,
    mend: (mm, px) => `Move it in by ${mm}, that is ${px} px, or make the canvas larger by as much.`,
  },
  halo: {
    ok: 'Sharp edges',
    title: 'Blurred edges',
    text: {
      screen: (percent) =>
        `${percent} of the design is half transparent. A screen lets ink through or does not: on cotton the blur becomes a dirty edge.`,
      digital: (percent) =>
        `${percent} of the design is half transparent. On cotton the fabric shows through the ink there, as a halo.`,
    },
    mend: 'Remove drop shadows, glows and blurs, or turn them into a halftone. GIMP: Layer, Transparency, Threshold Alpha. Procreate: a brush with a hard edge.',
  },
  strays: {
    ok: 'No stray specks',
    title: (count, plural) => `${count} stray ${pluralEn(plural, { one: 'speck', other: 'specks' })}`,
    text: (largest, plural) =>
      plural === 1
        ? `It is ${largest} wide. Hard to see on a screen; a stain on cotton.`
        : `The largest is ${largest} wide. Hard to see on a screen; stains on cotton.`,
    mend: 'Put a layer of a loud colour under the design: they leap to the eye. Rub them out, then remove the layer.',
  },
  thin_lines: {
    ok: 'Lines thick enough',
    okText: (least) => `${least} at least.`,
    title: 'Lines too thin',
    titleGaps: 'Gaps too narrow',
    text: {
      screen: (thinnest, least) =>
        `The thinnest are ${thinnest}. Below ${least} ink will not go through the screen: on cotton they would be missing.`,
      digital: (thinnest, least) =>
        `The thinnest are ${thinnest}. Below ${least} cotton drinks the ink and the line fades.`,
    },
    gaps: (gap, least) => `Between two lines only ${gap} is left. Below ${least} the ink closes the gap.`,
    mend: (least, px) =>
      `${least} is ${px} px in this file. Illustrator: Stroke, ${least} at least. Procreate: a ${px} px brush. Photoshop, GIMP: Select, Grow, then fill.`,
  },
  inks: {
    ok: (count, plural, most) => `${count} ${pluralEn(plural, { one: 'ink', other: 'inks' })} of ${most} possible`,
    digital: (count, plural) => `${count} flat ${pluralEn(plural, { one: 'colour', other: 'colours' })}`,
    photo: 'A photographic image',
    photoDigital: 'Digital printing renders its shades as they are.',
    photoScreen: (most) =>
      `Its shades cannot be counted. In screen printing every ink has its own screen, and there are only ${most}.`,
    photoMend: (most) =>
      `Bring it down to ${most} flat colours, or to a halftone. Photoshop: Image, Adjustments, Posterize. GIMP: Colors, Posterize.`,
    title: (count, most) => `${count} inks, ${most} possible`,
    text: (most) => `An ink is a screen and a pass of the squeegee. The workshop does ${most} at most.`,
    mend: (most) =>
      `Merge neighbouring shades, or turn a gradient into a halftone. Illustrator: Edit, Recolor Artwork. Photoshop, GIMP: Mode, Indexed Color, ${most}.`,
    overprints: (count, plural) =>
      `And ${count} ${pluralEn(plural, { one: 'overprint', other: 'overprints' })}, at no extra ink.`,
    coverage: 'Share of the inked surface:',
  },
  contrast: {
    ok: (fabric) => `Stands out on ${fabric}`,
    title: (fabric) => `Gets lost on ${fabric}`,
    text: (percent) => `${percent} of the design is nearly the colour of the fabric: on cotton it vanishes.`,
    mend: 'Choose another fabric, or outline the design in a colour that stands out.',
  },
  colour: {
    spaces: {
      srgb: 'sRGB',
      'display-p3': 'Display P3',
      'adobe-rgb': 'Adobe RGB',
      'prophoto-rgb': 'ProPhoto RGB',
      cmyk: 'CMYK',
      grey: 'greyscale',
    },
    unknown: 'a profile of its own',
    ok: (space) => `Colours in ${space}`,
    converted: 'Converted to sRGB, nothing is lost.',
    sixteen: '16 bits per channel, brought down to 8 for print.',
    title: 'Colours too vivid for sRGB',
    text: (percent, space) =>
      `The file is in ${space}. ${percent} of its colours do not exist in sRGB: they will be a little duller, here and on cotton.`,
    cmyk: 'The file is in CMYK, made for paper. Converted to sRGB, its shades may shift.',
    cmykTitle: 'Colours in CMYK',
    mend: 'Convert to sRGB and see whether you like it. Photoshop: Edit, Convert to Profile. GIMP: Image, Color Management. Procreate: an sRGB canvas.',
  },
  places: {
    show: (count) => (count === 1 ? 'See the place up close' : `See the ${count} places up close`),
    hide: 'Put the loupe away',
    onSheet: (number) => `Point ${number}, on the picture`,
    loupe: 'Loupe',
    scale: (cm) => `The loupe shows ${cm}.`,
    at: (nth, count, where) => (count === 1 ? `One place, ${where}.` : `Place ${nth} of ${count}, ${where}.`),
    previous: 'Previous place',
    next: 'Next place',
    all: (wheres) => `Where: ${wheres}.`,
    whole: 'over nearly all of the picture',
    where: {
      top: { left: 'top left', middle: 'top middle', right: 'top right' },
      middle: { left: 'on the left', middle: 'in the centre', right: 'on the right' },
      bottom: { left: 'bottom left', middle: 'bottom middle', right: 'bottom right' },
    },
  },
};
