import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PRINT_MARGIN, SHIFT, shirtViews } from '@fraisier/shared/cycle/cotton.ts';
import { blurred, type Field } from './shirts/field.ts';
import { cuts, flatView, HEIGHT, type View, WIDTH } from './shirts/flat-views.ts';
import { drawKnit } from './shirts/knit.ts';
import { sharp } from './shirts/raster.ts';
import { bend, WORN_SIDE, wornView } from './shirts/worn-view.ts';

/**
 * `node scripts/shirts.ts`: draws every layer of the shop's shirts anew, from shapes and creases in `scripts/shirts/`.
 * The same layers come out each time. Run it after a change there, look at the result, and commit the files.
 */

const server = fileURLToPath(new URL('../server/src/platform/images/shirt/', import.meta.url));
const web = fileURLToPath(new URL('../web/src/assets/tee/', import.meta.url));

/** How much of their height folds shift a print by, in pixels of the drawing. */
const SIDEWAYS = 0.42;
const DOWNWARDS = 0.62;
/** The web's own are laid by CSS: shade in the ink of the house, light in white. */
const SHADE = [24, 16, 17] as const;
const LIGHT_SHARE = 0.8;
const SMALL = 0.44;
const [MAIL_WIDTH, MAIL_HEIGHT] = [600, 660];
const PRINT_WIDTH = 704;

await mkdir(server, { recursive: true });
await mkdir(web, { recursive: true });
const front = await flatView('straight');
await writeFront(front);
for (const cut of Object.keys(cuts) as (keyof typeof cuts)[]) {
  await writeWeb(cut, cut === 'straight' ? front : await flatView(cut));
}
const worn = await wornView();
await writeServer('worn', worn, shirtViews.worn, bend);
await writeBody();
await writeKnit();

type Bend = (x: number) => { right: number; down: number };

/** Red and green: where the ink of a point comes from; blue: how bright it is. */
function clothOf(view: View, print: { left: number; top: number; width: number }, bent: Bend): Buffer {
  const { width, height } = view.folds;
  const soft = blurred(view.folds, 5);
  const area = print.width * width;
  const middle = meanIn(soft, print);
  const cloth = Buffer.alloc(width * height * 3);
  const shift = (pixels: number) => Math.max(0, Math.min(255, Math.round(128 + pixels / area / SHIFT)));
  for (let at = 0; at < width * height; at++) {
    const above = (soft.data[at] ?? 0) - middle;
    const { right, down } = bent(at % width);
    cloth[at * 3] = shift(SIDEWAYS * above + right);
    cloth[at * 3 + 1] = shift(DOWNWARDS * above + down);
    cloth[at * 3 + 2] = Math.max(0, Math.min(255, Math.round(128 * (view.brightness.data[at] ?? 1))));
  }
  return cloth;
}

/** Of the print's place: a print is to lie where it was put, on the whole. */
function meanIn(field: Field, print: { left: number; top: number; width: number }): number {
  const { width } = field;
  let [sum, count] = [0, 0];
  for (let y = Math.round(print.top * width); y < (print.top + 1.2 * print.width) * width; y++) {
    for (let x = Math.round(print.left * width); x < (print.left + print.width) * width; x++) {
      sum += field.data[y * width + x] ?? 0;
      count += 1;
    }
  }
  return sum / count;
}

async function writeServer(
  name: string,
  view: View,
  { print }: { print: { left: number; top: number; width: number } },
  bent: Bend,
): Promise<void> {
  const { width, height } = view.mask;
  const cloth = sharp(clothOf(view, print, bent), { raw: { width, height, channels: 3 } });
  await write(cloth.webp({ lossless: true, effort: 6 }), `${server}${name}-cloth.webp`);
  const mask = sharp(
    withAlpha(width, height, () => [0, 0, 0], view.mask),
    { raw: { width, height, channels: 4 } },
  );
  await write(mask.webp({ lossless: true, effort: 6 }), `${server}${name}-mask.webp`);
}

/** As large as each is drawn on: reading a layer and making it smaller would take longer than the drawing. */
async function writeFront(view: View): Promise<void> {
  const { print } = shirtViews.front;
  const cloth = clothOf(view, print, () => ({ right: 0, down: 0 }));
  const mail = sharp(cloth, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).resize(MAIL_WIDTH, MAIL_HEIGHT);
  await write(mail.webp({ lossless: true, effort: 6 }), `${server}front-cloth.webp`);
  const mask = sharp(
    withAlpha(WIDTH, HEIGHT, () => [0, 0, 0], view.mask),
    { raw: { width: WIDTH, height: HEIGHT, channels: 4 } },
  );
  await write(mask.resize(MAIL_WIDTH, MAIL_HEIGHT).webp({ lossless: true, effort: 6 }), `${server}front-mask.webp`);

  const area = print.width * WIDTH;
  const box = {
    left: Math.round(print.left * WIDTH - PRINT_MARGIN * area),
    top: Math.round(print.top * WIDTH - PRINT_MARGIN * area),
    width: Math.round(area * (1 + 2 * PRINT_MARGIN)),
    height: Math.round(area * (1.2 + 2 * PRINT_MARGIN)),
  };
  const folds = Buffer.alloc(box.width * box.height * 3);
  for (let y = 0, at = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++, at += 3) {
      const from = ((y + box.top) * WIDTH + x + box.left) * 3;
      folds[at] = cloth[from] ?? 0;
      folds[at + 1] = cloth[from + 1] ?? 0;
      folds[at + 2] = 128;
    }
  }
  // Of the print's place alone: the server's twice as wide as pages show it, the browser's half as fine.
  const picture = () => sharp(folds, { raw: { width: box.width, height: box.height, channels: 3 } });
  for (const [path, width] of [
    [`${server}print-cloth.webp`, PRINT_WIDTH],
    [`${web}folds.webp`, PRINT_WIDTH / 3],
  ] as const) {
    const height = Math.round((width * box.height) / box.width);
    await write(picture().resize(Math.round(width), height).webp({ lossless: true, effort: 6 }), path);
  }
}

/** Mask, light and shade as pictures with transparency, large and small. */
async function writeWeb(cut: string, view: View): Promise<void> {
  const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 4 } } as const;
  const toned = (share: (brightness: number) => number, colour: readonly [number, number, number]) =>
    withAlpha(WIDTH, HEIGHT, () => colour, {
      ...view.brightness,
      data: view.brightness.data.map((value, at) => share(value) * (view.mask.data[at] ?? 0)),
    });
  const layers = {
    mask: withAlpha(WIDTH, HEIGHT, () => [0, 0, 0], view.mask),
    light: toned((value) => Math.max(0, Math.min(1, value - 1)) * LIGHT_SHARE, [255, 255, 255]),
    shade: toned((value) => Math.max(0, Math.min(1, 1 - value)), SHADE),
  };
  for (const [layer, data] of Object.entries(layers)) {
    for (const [suffix, scale] of [
      ['', 1],
      ['-s', SMALL],
    ] as const) {
      const picture = sharp(data, raw).resize(WIDTH * scale, HEIGHT * scale);
      const quality = layer === 'mask' ? 90 : 84;
      await write(
        picture.webp({ quality: 50, alphaQuality: quality, effort: 6 }),
        `${web}${cut}-${layer}${suffix}.webp`,
      );
      if (layer === 'mask') continue;
      await write(
        sharp(data, raw)
          .resize(WIDTH * scale, HEIGHT * scale)
          .avif({ quality: 62, effort: 6, chromaSubsampling: '4:4:4' }),
        `${web}${cut}-${layer}${suffix}.avif`,
      );
    }
  }
}

async function writeBody(): Promise<void> {
  const plaster = [197, 188, 181] as const;
  const { body, bodyBrightness } = worn;
  const data = withAlpha(
    WORN_SIDE,
    WORN_SIDE,
    (at) => {
      const bright = bodyBrightness.data[at] ?? 1;
      return plaster.map((channel, nth) =>
        Math.round(
          bright < 1
            ? channel + ((SHADE[nth] ?? 0) - channel) * Math.min(1, 1 - bright)
            : Math.min(255, channel * bright),
        ),
      ) as [number, number, number];
    },
    body,
  );
  const picture = sharp(data, { raw: { width: WORN_SIDE, height: WORN_SIDE, channels: 4 } });
  await write(picture.webp({ quality: 92, alphaQuality: 100, effort: 6 }), `${server}worn-body.webp`);
}

async function writeKnit(): Promise<void> {
  const { light, depth } = drawKnit();
  const data = Buffer.alloc(light.width * light.height * 3);
  for (let at = 0; at < light.data.length; at++) {
    data[at * 3] = Math.max(0, Math.min(255, Math.round(128 + 128 * (light.data[at] ?? 0))));
    data[at * 3 + 1] = Math.round(255 * (depth.data[at] ?? 0));
    data[at * 3 + 2] = 128;
  }
  const picture = sharp(data, { raw: { width: light.width, height: light.height, channels: 3 } });
  await write(picture.webp({ lossless: true, effort: 6 }), `${server}knit.webp`);
}

function withAlpha(
  width: number,
  height: number,
  colour: (at: number) => readonly [number, number, number],
  alpha: Field,
): Buffer {
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    data.set(colour(at), at * 4);
    data[at * 4 + 3] = Math.round(255 * Math.max(0, Math.min(1, alpha.data[at] ?? 0)));
  }
  return data;
}

async function write(picture: { toFile(path: string): Promise<{ size: number }> }, path: string): Promise<void> {
  const { size } = await picture.toFile(path);
  console.log(`${path.slice(path.lastIndexOf('/') + 1).padEnd(24)} ${(size / 1024).toFixed(1)} KB`);
}
