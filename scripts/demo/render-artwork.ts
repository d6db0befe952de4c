/**
 * Renders the demo's SVG artwork to PNG files, as an entrant would have exported them.
 *
 *   node scripts/demo/render-artwork.ts --dpi 200 --out DIR [id …]      (all designs when no id is given)
 *
 * A process of its own: the server blocks sharp's SVG loader, the demo needs it. Designs are rendered in the order
 * given, one per core at a time. One JSON line per file as it is done, see `RenderedArtwork`. A file that is already
 * there is not rendered again: its name holds the hash of what it was made from.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** sharp belongs to the server package. This is the little of it that is used here. */
type Sharp = (
  input: Buffer,
  options: { density: number },
) => {
  resize(width: number, height: number, options: { fit: 'fill' }): ReturnType<Sharp>;
  withMetadata(options: { density: number }): ReturnType<Sharp>;
  png(options: { compressionLevel: number; adaptiveFiltering: boolean; palette: boolean }): ReturnType<Sharp>;
  toFile(path: string): Promise<{ width: number; height: number; size: number }>;
};

export interface RenderedArtwork {
  readonly id: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly milliseconds: number;
  /** True when the file was there already. */
  readonly kept: boolean;
}

const artwork = new URL('./art/svg/', import.meta.url);
const printArea = { widthCm: 30, heightCm: 36 };
/** The drawings have a view box of 1,000 units for the 30 cm of the print area. */
const unitsAcross = 1000;
/** Part of the file name's hash: change it when the same SVG would render to other pixels. */
const recipe = 'png/1';

/** The size in pixels of the print area. */
export function printAreaPixels(dpi: number): { width: number; height: number } {
  const pixels = (centimetres: number) => Math.round((centimetres / 2.54) * dpi);
  return { width: pixels(printArea.widthCm), height: pixels(printArea.heightCm) };
}

async function render(sharp: Sharp, id: string, dpi: number, folder: string): Promise<RenderedArtwork> {
  const started = performance.now();
  const svg = await readFile(new URL(`${id}.svg`, artwork));
  const hash = createHash('sha256').update(`${recipe}\0${dpi}\0`).update(svg).digest('hex').slice(0, 16);
  const file = join(folder, `${id}-${hash}.png`);
  const { width, height } = printAreaPixels(dpi);
  const done = (bytes: number, kept: boolean): RenderedArtwork => {
    return { id, file, width, height, bytes, milliseconds: Math.round(performance.now() - started), kept };
  };

  const there = await stat(file).catch(() => undefined);
  if (there) return done(there.size, true);

  // A density at which the drawing comes out at the right size, so that `resize` has nothing left to resample.
  const density = (72 * (printArea.widthCm / 2.54) * dpi) / unitsAcross;
  const unfinished = `${file}.${process.pid}.tmp`;
  const { size } = await sharp(svg, { density })
    .resize(width, height, { fit: 'fill' })
    .withMetadata({ density: dpi })
    // Flat inks: level 6 without row filters is 5 to 15 times faster than level 9 and 10 % larger; with row filters it
    // is slower and larger; a palette is a third smaller, 10 times slower, and changes colours.
    .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
    .toFile(unfinished);
  await rename(unfinished, file);
  return done(size, false);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { dpi: { type: 'string', default: '200' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const dpi = Number(values.dpi);
  if (!values.out || !Number.isInteger(dpi) || dpi < 20 || dpi > 600) {
    console.error('Usage: node scripts/demo/render-artwork.ts --dpi 20…600 --out DIR [id …]');
    process.exitCode = 2;
    return;
  }
  const folder = values.out;
  await mkdir(folder, { recursive: true });

  const load = createRequire(new URL('../../server/package.json', import.meta.url));
  const sharp = load('sharp') as Sharp & { cache(on: boolean): void; concurrency(threads: number): void };
  sharp.cache(false);
  // librsvg draws on one thread: a drawing per core is what keeps the cores busy.
  sharp.concurrency(1);

  const ids = positionals.length > 0 ? positionals : (await import('./art.ts')).designs.map((design) => design.id);
  const waiting = ids.values();
  const worker = async () => {
    for (const id of waiting) console.log(JSON.stringify(await render(sharp, id, dpi, folder)));
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
}

if (import.meta.main) await main();
