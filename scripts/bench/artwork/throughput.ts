import { join } from 'node:path';
import { createImages } from '@fraisier/server/platform/images/create-images.ts';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { figure } from '../report.ts';
import { writePng } from './picture.ts';
import type { ArtworkBench } from './stages.ts';

const onShirt = { fabric: fabrics.rose, printArea: { widthMm: 300, heightMm: 360 } };

/** Artworks drawn in a minute by one process and by two: the shop's own pool, its child processes warm. */
export async function measureThroughput({ folder, report, width }: ArtworkBench, pictures: number): Promise<void> {
  const path = join(folder, 'texture-workers.png');
  await writePng('texture', width, Math.round(width * 1.2), path);
  const perMinute: number[] = [];
  for (const size of [1, 2]) {
    const images = createImages({ size });
    try {
      await Promise.all(Array.from({ length: size }, () => images.derive(path, onShirt)));
      const since = performance.now();
      await Promise.all(Array.from({ length: pictures }, () => images.derive(path, onShirt)));
      perMinute.push((60_000 * pictures) / (performance.now() - since));
      report.add(
        figure(`all pictures, ${size} ${size === 1 ? 'process' : 'processes'}`, perMinute.at(-1) ?? 0, 'a minute'),
      );
    } finally {
      images.close();
    }
  }
  report.add(figure('two processes ÷ one', (perMinute[1] ?? 0) / (perMinute[0] ?? 1), '×'));
}
