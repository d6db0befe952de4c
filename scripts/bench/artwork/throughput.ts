import { join } from 'node:path';
import { createImages } from '@fraisier/server/platform/images/create-images.ts';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { median, spreadOf } from '../measure.ts';
import { figure } from '../report.ts';
import { writePng } from './picture.ts';
import type { ArtworkBench } from './stages.ts';

const onShirt = { fabric: fabrics.rose, printArea: { widthMm: 300, heightMm: 360 } };

/** Artworks drawn in a minute by one process and by two, in turn: the shop's own pool, its child processes warm. */
export async function measureThroughput(
  { folder, report, width, times }: ArtworkBench,
  pictures: number,
): Promise<void> {
  const path = join(folder, 'texture-workers.png');
  await writePng('texture', width, Math.round(width * 1.2), path);
  // One that waits its turn keeps its child.
  const pools = [1, 2].map((size) => ({
    size,
    images: createImages({ size, idleMs: 600_000 }),
    perMinute: [] as number[],
  }));
  try {
    const draw = (images: (typeof pools)[number]['images'], count: number) =>
      Promise.all(Array.from({ length: count }, () => images.derive(path, onShirt)));
    for (const { size, images } of pools) await draw(images, size);
    for (let nth = 0; nth < times; nth++) {
      for (const { images, perMinute } of pools) {
        const since = performance.now();
        await draw(images, pictures);
        perMinute.push((60_000 * pictures) / (performance.now() - since));
      }
    }
    for (const { size, perMinute } of pools) {
      const name = `all pictures, ${size} ${size === 1 ? 'process' : 'processes'}`;
      report.add(figure(name, median(perMinute), 'a minute', spreadOf(perMinute)));
    }
    const ratios = (pools[1]?.perMinute ?? []).map((two, nth) => two / (pools[0]?.perMinute[nth] ?? Number.NaN));
    report.add(figure('two processes ÷ one', median(ratios), '×', spreadOf(ratios)));
  } finally {
    for (const { images } of pools) images.close();
  }
}
