import { fileURLToPath } from 'node:url';
import { fromPixels, openPicture, type Pixels, toPixels } from './open-picture.ts';

/** The print stands at 28 % from the left, 18.8 % from the top, and is 44 % wide. */
const WIDTH = 1000;
const HEIGHT = 1100;
const PRINT = { left: 280, top: 207, width: 440 } as const;

interface Layers {
  readonly mask: Buffer;
  readonly light: Buffer;
  readonly shade: Buffer;
}

let layers: Promise<Layers> | undefined;

/**
 * The art on a shirt of that colour: fabric, then ink, then the folds' light and shade over both, cut out by the mask.
 * The art is as large as it prints: the largest that fits into the print area, at its top.
 */
export async function drawShirt(
  art: Pixels,
  fabricHex: string,
  printArea: { widthMm: number; heightMm: number },
): Promise<Pixels> {
  layers ??= readLayers();
  const { mask, light, shade } = await layers;
  const printed = await toPixels(
    fromPixels(art).resize({
      width: PRINT.width,
      height: Math.round((PRINT.width * printArea.heightMm) / printArea.widthMm),
      fit: 'inside',
    }),
  );
  const left = PRINT.left + Math.round((PRINT.width - printed.width) / 2);
  const fabric = Number.parseInt(fabricHex.slice(1), 16);
  const shirt = Buffer.alloc(WIDTH * HEIGHT * 4);
  for (let at = 0; at < shirt.length; at += 4) shirt.writeUInt32BE(fabric * 256 + (mask[at + 3] ?? 0), at);
  lay(shirt, printed, left, PRINT.top);
  lay(shirt, { data: light, width: WIDTH, height: HEIGHT }, 0, 0);
  lay(shirt, { data: shade, width: WIDTH, height: HEIGHT }, 0, 0);
  return { data: shirt, width: WIDTH, height: HEIGHT };
}

/** Lays `over` on the colours below, as a browser would; what is cut out stays cut out. */
function lay(below: Buffer, over: Pixels, left: number, top: number): void {
  for (let y = 0; y < over.height && top + y < HEIGHT; y++) {
    for (let x = 0; x < over.width; x++) {
      const from = (y * over.width + x) * 4;
      const alpha = (over.data[from + 3] ?? 0) / 255;
      if (alpha === 0) continue;
      const to = ((top + y) * WIDTH + left + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const under = below[to + channel] ?? 0;
        below[to + channel] = Math.round(under + ((over.data[from + channel] ?? 0) - under) * alpha);
      }
    }
  }
}

/** Once for each process: they are the same for every shirt. */
async function readLayers(): Promise<Layers> {
  const read = async (name: string) => {
    const file = fileURLToPath(new URL(`./shirt/${name}.png`, import.meta.url));
    return (await toPixels(openPicture(file).resize(WIDTH, HEIGHT))).data;
  };
  const [mask, light, shade] = await Promise.all([read('mask'), read('light'), read('shade')]);
  return { mask, light, shade };
}
