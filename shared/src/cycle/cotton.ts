import type { Pixels } from './artwork/pixels.ts';
import { type Fabric, inking } from './cotton/ink.ts';
import { alphaAt, channelsOf, sampler } from './cotton/sample.ts';
import { weave } from './cotton/weave.ts';
import { type Placement, placedBox } from './placement.ts';

export { type CloseLook, closeUp, drawDetail, type Window } from './cotton/detail.ts';
export type { Fabric, Pixels };

/**
 * Lays a design on cotton: along the folds, into the fabric, under light and shade. The server draws the pictures with
 * it and the browser its preview. Layers are drawn by `node scripts/shirts.ts`.
 */

/**
 * A view of a shirt as its layer says, one pixel for one of the picture: red and green how far right and down a point
 * takes its ink from (128 is from where it is, see `SHIFT`), blue how bright it is (128 is the fabric's own colour).
 */
export type Cloth = Pixels;

/** Where the largest print stands, in shares of the view's width; its height follows from the print area. */
export interface PrintPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export interface ViewOfShirt {
  readonly width: number;
  readonly height: number;
  readonly print: PrintPlace;
}

/** `front` is both cuts': they lie in the same folds where the print is. `worn` is on a body. */
export const shirtViews = {
  front: { width: 1000, height: 1100, print: { left: 0.28, top: 0.2068, width: 0.44 } },
  worn: { width: 900, height: 900, print: { left: 0.3223, top: 0.3067, width: 0.3554 } },
} as const satisfies Record<string, ViewOfShirt>;

/** A step of a layer's red and green, as a share of the print area's width. */
export const SHIFT = 1 / 3520;
/** No layer takes ink from farther than this share of the print area's width. */
export const FARTHEST_SHIFT = 128 * SHIFT;
/** What a picture of the print alone has around the print area, as a share of the area's width: folds move its edge. */
export const PRINT_MARGIN = 0.04;

/** Shade and light over cloth and ink alike, as the layers of the web's shirts are laid: see `toneOf`. */
const SHADE = [24, 16, 17] as const;
/** A dark cotton takes little light: more would be satin. */
const LIGHT_ON = { light: 0.8, dark: 0.5 } as const;

/** How much of shade or light a brightness is: shade below 0, light above. */
function toneOf(blue: number): number {
  return (blue - 128) / 128;
}

/** What `folds-print` of the web's layers shows: the front's print area and its margin, nothing else. */
export const printAlone: PrintPlace = {
  left: PRINT_MARGIN / (1 + 2 * PRINT_MARGIN),
  top: PRINT_MARGIN / (1 + 2 * PRINT_MARGIN),
  width: 1 / (1 + 2 * PRINT_MARGIN),
};

export interface Printing {
  readonly cloth: Cloth;
  readonly print: PrintPlace;
  readonly printArea: { readonly widthMm: number; readonly heightMm: number };
  /** Where the design stands in it; as large as fits, in the middle and at the top, where nobody chose. */
  readonly placement?: Placement | null | undefined;
  readonly fabric: Fabric;
}

interface Placed {
  /** Of the print area, in pixels of the cloth. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the design within it, as large as it prints. */
  readonly artLeft: number;
  readonly artTop: number;
  /** Pixels of the design to one of the cloth. */
  readonly scale: number;
}

/** The width in pixels that a design best has before it is laid on: no more is seen. */
export function widthOnCloth(
  art: { readonly width: number; readonly height: number },
  {
    cloth,
    print,
    printArea,
    placement = null,
  }: Pick<Printing, 'print' | 'printArea' | 'placement'> & { cloth: { readonly width: number } },
): number {
  const { widthMm } = placedBox(printArea, art, placement);
  return Math.max(1, Math.round((print.width * cloth.width * widthMm) / printArea.widthMm));
}

function areaOn(clothWidth: number, print: PrintPlace, area: Printing['printArea']) {
  const width = print.width * clothWidth;
  return { width, height: (width * area.heightMm) / area.widthMm };
}

function placed(art: Pixels, { cloth, print, printArea, placement = null }: Printing): Placed {
  const { width, height } = areaOn(cloth.width, print, printArea);
  const pxPerMm = width / printArea.widthMm;
  const { leftMm, topMm, widthMm } = placedBox(printArea, art, placement);
  const left = print.left * cloth.width;
  const top = print.top * cloth.width;
  return {
    left,
    top,
    width,
    height,
    artLeft: left + leftMm * pxPerMm,
    artTop: top + topMm * pxPerMm,
    scale: art.width / (widthMm * pxPerMm),
  };
}

/**
 * The print alone, in its folds and with the weave in its ink, on nothing: what pages lay on a shirt of this fabric
 * drawn by CSS, whose light and shade come over it. It has `PRINT_MARGIN` around the print area.
 */
export function layPrint(art: Pixels, printing: Printing): Pixels {
  const { left, top, width, height } = placed(art, printing);
  const margin = PRINT_MARGIN * width;
  const crop = {
    left: Math.round(left - margin),
    top: Math.round(top - margin),
    width: Math.round(width + 2 * margin),
    height: Math.round(height + 2 * margin),
  };
  const data = new Uint8ClampedArray(crop.width * crop.height * 4);
  printInto(art, printing, crop, (at, ink) => {
    data[at] = ink[0]!;
    data[at + 1] = ink[1]!;
    data[at + 2] = ink[2]!;
    data[at + 3] = ink[3]! * 255;
  });
  return { data, width: crop.width, height: crop.height };
}

/**
 * The whole shirt: fabric, print, light and shade, cut out by the mask (its alpha), over `body` where there is one.
 * What is outside of both is transparent.
 */
export function drawShirt(
  art: Pixels,
  printing: Printing,
  { mask, body }: { mask: Pixels; body?: Pixels | undefined },
): Pixels {
  const { cloth, fabric } = printing;
  const { width, height } = cloth;
  const dyed = channelsOf(fabric.hex);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if (mask.data[at + 3] === 0) continue;
      const grain = 1 + 0.018 * weave(x, y);
      data[at] = dyed[0] * grain;
      data[at + 1] = dyed[1] * grain;
      data[at + 2] = dyed[2] * grain;
    }
  }
  printInto(art, printing, { left: 0, top: 0, width, height }, (at, ink) => {
    const cover = ink[3]!;
    for (let channel = 0; channel < 3; channel++) {
      const below = data[at + channel]!;
      data[at + channel] = below + (ink[channel]! - below) * cover;
    }
  });
  for (let at = 0; at < data.length; at += 4) {
    if (mask.data[at + 3] !== 0) shadePixel(data, at, toneOf(cloth.data[at + 2]!), fabric.dark);
  }
  for (let at = 0; at < data.length; at += 4) {
    const shown = mask.data[at + 3]! / 255;
    const skin = body ? body.data[at + 3]! / 255 : 0;
    if (skin > 0) {
      for (let channel = 0; channel < 3; channel++) {
        const below = body!.data[at + channel]!;
        data[at + channel] = below + (data[at + channel]! - below) * shown;
      }
    }
    data[at + 3] = 255 * (shown + (1 - shown) * skin);
  }
  return { data, width, height };
}

/** Lays light (above 0) or shade (below) over one pixel. */
function shadePixel(data: Uint8ClampedArray, at: number, tone: number, dark: boolean): void {
  const share = tone < 0 ? -tone : tone * (dark ? LIGHT_ON.dark : LIGHT_ON.light);
  if (share === 0) return;
  for (let channel = 0; channel < 3; channel++) {
    const below = data[at + channel]!;
    data[at + channel] = below + ((tone < 0 ? SHADE[channel]! : 255) - below) * share;
  }
}

interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Calls `lay` for each point of the crop that carries ink. */
function printInto(art: Pixels, printing: Printing, crop: Crop, lay: (at: number, ink: Float32Array) => void): void {
  const { cloth, fabric } = printing;
  const { left, top, width, height, artLeft, artTop, scale } = placed(art, printing);
  const sample = new Float32Array(4);
  const ink = new Float32Array(4);
  const read = sampler(art);
  const toInk = inking(fabric);
  const shift = SHIFT * width;
  const reach = FARTHEST_SHIFT * width;
  const fromX = Math.max(0, Math.floor(left - reach) - crop.left);
  const toX = Math.min(crop.width, Math.ceil(left + width + reach) - crop.left);
  const fromY = Math.max(0, Math.floor(top - reach) - crop.top);
  const toY = Math.min(crop.height, Math.ceil(top + height + reach) - crop.top);
  for (let y = fromY; y < toY; y++) {
    const clothY = y + crop.top;
    const row = Math.min(cloth.height - 1, Math.max(0, clothY)) * cloth.width;
    for (let x = fromX; x < toX; x++) {
      const clothX = x + crop.left;
      const from = (row + Math.min(cloth.width - 1, Math.max(0, clothX))) * 4;
      const atX = (clothX + 0.5 - artLeft + (cloth.data[from]! - 128) * shift) * scale - 0.5;
      const atY = (clothY + 0.5 - artTop + (cloth.data[from + 1]! - 128) * shift) * scale - 0.5;
      read(atX, atY, sample);
      if (sample[3]! <= 0.5) continue;
      // An edge that faces up left has no ink before it.
      const rise = (sample[3]! - alphaAt(art, atX - scale, atY - scale)) / 255;
      toInk(sample, weave(clothX, clothY), rise, ink);
      lay((y * crop.width + x) * 4, ink);
    }
  }
}
