import { readFile } from 'node:fs/promises';
import { drawCloseUp, drawWorn } from '@fraisier/server/platform/images/draw-shirt.ts';
import { fillUnseen } from '@fraisier/server/platform/images/fill-unseen.ts';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { median } from '../measure.ts';
import { readable } from '../report.ts';
import { pixelsOf, sharp } from './picture.ts';
import { dissimilarity } from './ssim.ts';
import type { ArtworkBench } from './stages.ts';

interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

const drawings = ['raton-laveur', 'ours-mal-leche', 'onde-de-chat', 'il-pleut-des-cordes', 'poulpe-fiction'];
const art = [
  { format: 'avif', options: { quality: 36, effort: 2, chromaSubsampling: '4:4:4' } },
  { format: 'avif', options: { quality: 42, effort: 0, chromaSubsampling: '4:4:4' } },
  { format: 'avif', options: { quality: 42, effort: 1, chromaSubsampling: '4:4:4' } },
  { format: 'avif', options: { quality: 42, effort: 2, chromaSubsampling: '4:4:4' } },
  { format: 'avif', options: { quality: 42, effort: 4, chromaSubsampling: '4:4:4' } },
  { format: 'avif', options: { quality: 42, effort: 1, chromaSubsampling: '4:2:0' } },
  { format: 'avif', options: { quality: 50, effort: 1, chromaSubsampling: '4:4:4' } },
  { format: 'webp', options: { quality: 75, effort: 2, alphaQuality: 100 } },
  { format: 'webp', options: { quality: 80, effort: 2, alphaQuality: 100 } },
  { format: 'webp', options: { quality: 80, effort: 4, alphaQuality: 80 } },
  { format: 'webp', options: { quality: 80, effort: 4, alphaQuality: 100 } },
  { format: 'webp', options: { quality: 80, effort: 6, alphaQuality: 100 } },
  { format: 'webp', options: { quality: 80, effort: 4, alphaQuality: 100, smartSubsample: true } },
  { format: 'webp', options: { quality: 88, effort: 4, alphaQuality: 100 } },
] as const;
const cloth = [
  { format: 'avif', options: { quality: 40, effort: 1, chromaSubsampling: '4:2:0' } },
  { format: 'avif', options: { quality: 48, effort: 1, chromaSubsampling: '4:2:0' } },
  { format: 'avif', options: { quality: 48, effort: 1, chromaSubsampling: '4:4:4' } },
  { format: 'avif', options: { quality: 56, effort: 1, chromaSubsampling: '4:2:0' } },
  { format: 'webp', options: { quality: 60, effort: 3, alphaQuality: 90 } },
  { format: 'webp', options: { quality: 68, effort: 3, alphaQuality: 90 } },
  { format: 'webp', options: { quality: 76, effort: 3, alphaQuality: 90 } },
  { format: 'webp', options: { quality: 68, effort: 4, alphaQuality: 90 } },
] as const;

type Candidate = (typeof art)[number] | (typeof cloth)[number];

/** Time, bytes and what is lost, for each way to encode: what `recipe.ts` was chosen by. Medians over the pictures. */
export async function compareRecipes({ report }: ArtworkBench): Promise<void> {
  // The shop's image process opens no AVIF; here it is only ours.
  sharp.unblock({ operation: ['VipsForeignLoadHeif'] });
  const arts = new Map<string, Pixels[]>([
    ['drawings at 640', await Promise.all(drawings.map((id) => drawn(id, 640)))],
    ['detailed textures at 640', [made('texture', 640)]],
    ['a photograph at 640', [made('photo', 640)]],
  ]);
  for (const [name, pictures] of arts) await table(report, name, pictures, art);
  const large = await Promise.all(drawings.map((id) => drawn(id, 1280)));
  const on = { fabric: fabrics.rose, printArea: { widthMm: 300, heightMm: 360 } };
  await table(report, 'prints from close by, 800', await Promise.all(large.map((one) => drawCloseUp(one, on))), cloth);
  await table(report, 'shirts on a body, 900', await Promise.all(large.map((one) => drawWorn(one, on))), cloth);
}

async function drawn(id: string, width: number): Promise<Pixels> {
  const svg = await readFile(new URL(`../../demo/art/svg/${id}.svg`, import.meta.url));
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  const { data, info } = await sharp(svg, { density: (72 * width) / 1000 })
    .resize({ width })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function made(kind: 'texture' | 'photo', width: number): Pixels {
  const height = Math.round(width * 1.2);
  return { data: pixelsOf(kind, width, height), width, height };
}

async function table(
  report: ArtworkBench['report'],
  name: string,
  pictures: readonly Pixels[],
  candidates: readonly Candidate[],
): Promise<void> {
  report.note(`\n${name}: ${'KB'.padStart(38 - name.length)}  ms CPU  dissimilarity × 1,000`);
  for (const { format, options } of candidates) {
    const [bytes, times, lost]: [number[], number[], number[]] = [[], [], []];
    for (const picture of pictures) {
      const raw = { raw: { width: picture.width, height: picture.height, channels: 4 } };
      const before = process.cpuUsage();
      const { data } = fillUnseen(picture);
      const body = await (format === 'avif'
        ? sharp(data, raw).avif(options)
        : sharp(data, raw).webp(options)
      ).toBuffer();
      const { user, system } = process.cpuUsage(before);
      bytes.push(body.length / 1024);
      times.push((user + system) / 1000);
      lost.push(1000 * (await lostIn(sharp(picture.data, raw), sharp(body), picture)));
    }
    const words = `${format} q${options.quality} e${options.effort} ${'chromaSubsampling' in options ? options.chromaSubsampling : `α${options.alphaQuality}${'smartSubsample' in options ? ' smart' : ''}`}`;
    report.note(
      `  ${words.padEnd(26)} ${readable(median(bytes)).padStart(10)}  ${readable(median(times)).padStart(6)}  ${readable(median(lost)).padStart(6)}`,
    );
  }
}

/** As it is seen: on a ground, light and dark, for what is lost in the transparency shows on either. */
async function lostIn(
  original: ReturnType<typeof sharp>,
  encoded: ReturnType<typeof sharp>,
  { width, height }: Pixels,
): Promise<number> {
  const on = (picture: ReturnType<typeof sharp>) =>
    picture.flatten({ background: '#c9c8ca' }).toColourspace('srgb').raw().toBuffer();
  return dissimilarity(await on(original), await on(encoded), width, height);
}
