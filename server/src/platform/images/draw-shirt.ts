import { fileURLToPath } from 'node:url';
import {
  closeUp,
  drawDetail,
  drawShirt,
  layPrint,
  type PrintPlace,
  printAlone,
  shirtViews,
  widthOnCloth,
} from '@fraisier/shared/cycle/cotton.ts';
import type { OnShirt } from './images.ts';
import { fromPixels, openPicture, type Pixels, toPixels } from './open-picture.ts';

const DETAIL_SIDE = 800;
const { front, worn } = shirtViews;

const layers = new Map<string, Promise<Pixels>>();

/** The print alone, folded into cotton of that fabric: pages lay it on a shirt of CSS, of either cut. */
export async function foldPrint(art: Pixels, on: OnShirt): Promise<Pixels> {
  return layOn(art, await layer('print-cloth'), printAlone, on, (small, printing) => layPrint(small, printing));
}

/** The shirt from the front, cut out. */
export async function drawFront(art: Pixels, on: OnShirt): Promise<Pixels> {
  const mask = await layer('front-mask');
  return layOn(art, await layer('front-cloth'), front.print, on, (small, printing) =>
    drawShirt(small, printing, { mask }),
  );
}

/** The shirt on a body, cut out. */
export async function drawWorn(art: Pixels, on: OnShirt): Promise<Pixels> {
  const [mask, body] = await Promise.all([layer('worn-mask'), layer('worn-body')]);
  return layOn(art, await layer('worn-cloth'), worn.print, on, (small, printing) =>
    drawShirt(small, printing, { mask, body }),
  );
}

/** A part of the print from close by; of `art` as large as there is, for it is looked at through a glass. */
export async function drawCloseUp(art: Pixels, { fabric }: OnShirt): Promise<Pixels> {
  const knit = await layer('knit');
  return buffered(drawDetail(art, closeUp(art), { knit, side: DETAIL_SIDE, fabric }));
}

/** The art is made as small as it is seen there before it is laid on: cotton reads it pixel by pixel. */
async function layOn(
  art: Pixels,
  cloth: Pixels,
  print: PrintPlace,
  { fabric, printArea, placement }: OnShirt,
  lay: (art: Pixels, printing: Parameters<typeof layPrint>[1]) => Parameters<typeof buffered>[0],
): Promise<Pixels> {
  const width = widthOnCloth(art, { cloth, print, printArea, placement });
  const small = width < art.width ? await toPixels(fromPixels(art).resize({ width })) : art;
  return buffered(lay(small, { cloth, print, printArea, placement, fabric }));
}

function buffered({ data, width, height }: ReturnType<typeof layPrint>): Pixels {
  return { data: Buffer.from(data.buffer, data.byteOffset, data.length), width, height };
}

/** Once for each process: they are the same for every shirt. `node scripts/shirts.ts` draws them, of just this size. */
function layer(name: string): Promise<Pixels> {
  const known = layers.get(name);
  if (known !== undefined) return known;
  const read = toPixels(openPicture(fileURLToPath(new URL(`./shirt/${name}.webp`, import.meta.url))));
  layers.set(name, read);
  return read;
}
