import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fromPixels, openPicture, type Pixels, toPixels } from '@fraisier/server/platform/images/open-picture.ts';
import { traceOutline } from '@fraisier/server/platform/images/trace-contours.ts';
import {
  keysOf,
  LIKENESS,
  likeness,
  lookupKeysOf,
  type Shape,
  shapeOf,
  turned,
  turns,
} from '@fraisier/shared/cycle/likeness.ts';
import { designs } from './demo/art.ts';
import { runToEnd } from './support/children.ts';
import { dataFolder, root } from './support/folders.ts';

/**
 * What the thresholds of likeness.ts stand on: every drawing of the demo is altered in every way a copy may be, and both
 * are compared as the shop compares them. Prints how many copies are found, by comparing with all and by key, and which
 * different drawings are taken for one another.
 *
 *   node scripts/likeness.ts
 */

const DPI = 60;
const folder = join(dataFolder, 'likeness');
/** Made from another one of them, for the desk of the demo. */
const COPIES = ['pieuvre-du-vendredi'];
const clear = { r: 0, g: 0, b: 0, alpha: 0 };

type Alteration = (pixels: Pixels) => Promise<Pixels>;

const inks =
  (change: (r: number, g: number, b: number) => readonly [number, number, number]): Alteration =>
  async (pixels) => {
    const data = Buffer.from(pixels.data);
    for (let at = 0; at < data.length; at += 4)
      data.set(change(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), at);
    return { ...pixels, data };
  };
const drawn =
  (change: (picture: ReturnType<typeof fromPixels>, size: Pixels) => ReturnType<typeof fromPixels>): Alteration =>
  (pixels) =>
    toPixels(change(fromPixels(pixels), pixels));
const cut = (share: number) =>
  drawn((picture, { width, height }) =>
    picture.extract({
      left: Math.round(width * share),
      top: Math.round(height * share),
      width: Math.round(width * (1 - 2 * share)),
      height: Math.round(height * (1 - 2 * share)),
    }),
  );

const mirrored = drawn((picture) => picture.flop());
const quarter = drawn((picture) => picture.rotate(90));
const swapped = inks((r, g, b) => [g, b, 255 - r]);

const alterations: Readonly<Record<string, Alteration>> = {
  'half the size': drawn((picture, { width }) => picture.resize(Math.round(width / 2))),
  'flat on white, poor JPEG': async (pixels) => {
    const file = join(folder, 'copy.jpg');
    await fromPixels(pixels).flatten({ background: '#fff' }).jpeg({ quality: 55 }).toFile(file);
    return toPixels(openPicture(file));
  },
  'flat on grey blue': drawn((picture) => picture.flatten({ background: '#7a8aa0' })),
  mirrored: mirrored,
  'a quarter turned': quarter,
  'upside down': drawn((picture) => picture.rotate(180)),
  'with a wide margin': drawn((picture) =>
    picture.extend({ top: 80, bottom: 20, left: 10, right: 170, background: clear }),
  ),
  'other inks': swapped,
  inverted: inks((r, g, b) => [255 - r, 255 - g, 255 - b]),
  'in greys': inks((r, g, b) => {
    const grey = Math.round((3 * r + 6 * g + b) / 10);
    return [grey, grey, grey];
  }),
  'askew by 3°': drawn((picture) => picture.rotate(3, { background: clear })),
  'askew by 9°': drawn((picture) => picture.rotate(9, { background: clear })),
  'askew by 15°': drawn((picture) => picture.rotate(15, { background: clear })),
  'stretched by a fifth': drawn((picture, { width, height }) =>
    picture.resize(Math.round(width / 1.2), height, { fit: 'fill' }),
  ),
  blurred: drawn((picture) => picture.blur(3)),
  'cropped by 4 % a side': cut(0.04),
  'cropped by 8 % a side': cut(0.08),
  'mirrored, turned, other inks': async (pixels) => swapped(await quarter(await mirrored(pixels))),
};

interface Probe {
  readonly shape: Shape;
  readonly keys: ReadonlySet<number>;
}

async function render(): Promise<Map<string, Pixels>> {
  await mkdir(folder, { recursive: true });
  const ids = designs.map(({ id }) => id).filter((id) => !COPIES.includes(id));
  const args = ['scripts/demo/render-artwork.ts', '--dpi', String(DPI), '--out', folder, ...ids];
  const { code, output } = await runToEnd(process.execPath, args, { cwd: root, env: process.env, onLine: () => {} });
  if (code !== 0) throw new Error(output);
  const files = await readdir(folder);
  const found = new Map<string, Pixels>();
  for (const id of ids) {
    const file = files.find((name) => name.startsWith(`${id}-`) && name.endsWith('.png'));
    if (file) found.set(id, await toPixels(openPicture(join(folder, file))));
  }
  return found;
}

async function probesOf(pixels: Pixels): Promise<Probe[]> {
  const { contours } = await traceOutline(pixels);
  return contours.flatMap(({ grey }) =>
    turns.map((turn) => {
      const shape = turned(shapeOf(Buffer.from(grey, 'base64')), turn);
      return { shape, keys: new Set(lookupKeysOf(shape)) };
    }),
  );
}

function compare(probes: readonly Probe[], filed: Shape): { percent: number; byKey: boolean } {
  let [percent, byKey] = [-100, false];
  const keys = keysOf(filed);
  for (const probe of probes) {
    const alike = likeness(probe.shape, filed);
    percent = Math.max(percent, alike);
    if (alike >= LIKENESS.alike && keys.some((key) => probe.keys.has(key))) byKey = true;
  }
  return { percent, byKey };
}

const share = (count: number, of: number) => `${((100 * count) / of).toFixed(0).padStart(4)} %`;

const originals = await render();
const filed = new Map<string, Shape>();
const own = new Map<string, Probe[]>();
for (const [id, pixels] of originals) {
  const probes = await probesOf(pixels);
  own.set(id, probes);
  filed.set(id, probes[0]?.shape ?? new Int8Array());
}

console.log(`${originals.size} drawings, alike from ${LIKENESS.alike} %\n`);
console.log('alteration                      found  by key  lowest  median');
for (const [name, alter] of Object.entries(alterations)) {
  const results: { percent: number; byKey: boolean }[] = [];
  for (const [id, pixels] of originals) {
    results.push(compare(await probesOf(await alter(pixels)), filed.get(id) ?? new Int8Array()));
  }
  const percents = results.map(({ percent }) => percent).sort((a, b) => a - b);
  const found = results.filter(({ percent }) => percent >= LIKENESS.alike).length;
  const byKey = results.filter((result) => result.byKey).length;
  const middle = percents[percents.length >> 1] ?? 0;
  console.log(
    `${name.padEnd(30)} ${share(found, results.length)}  ${share(byKey, results.length)}  ${String(percents[0]).padStart(6)}  ${String(middle).padStart(6)}`,
  );
}

const pairs: { percent: number; names: string }[] = [];
for (const [id, probes] of own) {
  for (const [other, shape] of filed) {
    if (id < other) pairs.push({ percent: compare(probes, shape).percent, names: `${id}, ${other}` });
  }
}
pairs.sort((a, b) => b.percent - a.percent);
const alarms = pairs.filter(({ percent }) => percent >= LIKENESS.alike).length;
console.log(`\n${alarms} of ${pairs.length} pairs of different drawings are taken for alike; the nearest:`);
for (const { percent, names } of pairs.slice(0, 3)) console.log(`${String(percent).padStart(4)} %  ${names}`);
