import { fileURLToPath } from 'node:url';
import {
  closeUp,
  drawDetail,
  drawShirt,
  layPrint,
  PRINT_MARGIN,
  type PrintPlace,
  printAlone,
  shirtViews,
  widthOnCloth,
} from '@fraisier/shared/cycle/cotton.ts';
import type { OnShirt } from './images.ts';
import { fromPixels, openPicture, type Pixels, toPixels } from './open-picture.ts';

/** Twice what the print takes on the widest page, with its margin. */
const PRINT_WIDTH = 704;
/** Mail programs show it at 300. */
const MAIL_WIDTH = 600;
const DETAIL_SIDE = 800;
const { front, worn } = shirtViews;

interface Layers {
  readonly printCloth: Pixels;
  readonly mailCloth: Pixels;
  readonly mailMask: Pixels;
  readonly wornCloth: Pixels;
  readonly wornMask: Pixels;
  readonly wornBody: Pixels;
  readonly knit: Pixels;
}

let layers: Promise<Layers> | undefined;

/** The print alone, folded into cotton of that fabric: pages lay it on a shirt of CSS, of either cut. */
export async function foldPrint(art: Pixels, on: OnShirt): Promise<Pixels> {
  const { printCloth } = await drawnLayers();
  return layOn(art, printCloth, printAlone, on, (small, printing) => layPrint(small, printing));
}

/** The shirt from the front, cut out. */
export async function drawFront(art: Pixels, on: OnShirt): Promise<Pixels> {
  const { mailCloth, mailMask } = await drawnLayers();
  return layOn(art, mailCloth, front.print, on, (small, printing) => drawShirt(small, printing, { mask: mailMask }));
}

/** The shirt on a body, cut out. */
export async function drawWorn(art: Pixels, on: OnShirt): Promise<Pixels> {
  const { wornCloth, wornMask, wornBody } = await drawnLayers();
  return layOn(art, wornCloth, worn.print, on, (small, printing) =>
    drawShirt(small, printing, { mask: wornMask, body: wornBody }),
  );
}

/** A part of the print from close by; of `art` as large as there is, for it is looked at through a glass. */
export async function drawCloseUp(art: Pixels, { fabric }: OnShirt): Promise<Pixels> {
  const { knit } = await drawnLayers();
  return buffered(drawDetail(art, closeUp(art), { knit, side: DETAIL_SIDE, fabric }));
}

/** The art is made as small as it is seen there before it is laid on: cotton reads it pixel by pixel. */
async function layOn(
  art: Pixels,
  cloth: Pixels,
  print: PrintPlace,
  { fabric, printArea }: OnShirt,
  lay: (art: Pixels, printing: Parameters<typeof layPrint>[1]) => Parameters<typeof buffered>[0],
): Promise<Pixels> {
  const width = widthOnCloth(art, { cloth, print, printArea });
  const small = width < art.width ? await toPixels(fromPixels(art).resize({ width })) : art;
  return buffered(lay(small, { cloth, print, printArea, fabric }));
}

function buffered({ data, width, height }: ReturnType<typeof layPrint>): Pixels {
  return { data: Buffer.from(data.buffer, data.byteOffset, data.length), width, height };
}

/** Once for each process: they are the same for every shirt. `node scripts/shirts.ts` draws them. */
function drawnLayers(): Promise<Layers> {
  layers ??= readLayers();
  return layers;
}

async function readLayers(): Promise<Layers> {
  const open = (name: string) => openPicture(fileURLToPath(new URL(`./shirt/${name}.webp`, import.meta.url)));
  const read = (name: string) => toPixels(open(name));
  const area = front.print.width * front.width;
  const margin = PRINT_MARGIN * area;
  const printBox = {
    left: Math.round(front.print.left * front.width - margin),
    top: Math.round(front.print.top * front.width - margin),
    width: Math.round(area + 2 * margin),
    // As tall as a print area gets that a shirt still holds.
    height: Math.round(1.4 * area + 2 * margin),
  };
  const [printCloth, mailCloth, mailMask, wornCloth, wornMask, wornBody, knit] = await Promise.all([
    toPixels(open('front-cloth').extract(printBox).resize({ width: PRINT_WIDTH })),
    toPixels(open('front-cloth').resize({ width: MAIL_WIDTH })),
    toPixels(open('front-mask').resize({ width: MAIL_WIDTH })),
    read('worn-cloth'),
    read('worn-mask'),
    read('worn-body'),
    read('knit'),
  ]);
  return { printCloth, mailCloth, mailMask, wornCloth, wornMask, wornBody, knit };
}
