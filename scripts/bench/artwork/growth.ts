import { join } from 'node:path';
import { figure } from '../report.ts';
import { writePng } from './picture.ts';
import { type ArtworkBench, stageOf } from './stages.ts';

/** What a picture of a tenth, of all and of twice the pixels takes: only the decoding may grow with it. */
export async function measureGrowth({ folder, report, width }: ArtworkBench): Promise<void> {
  for (const share of [0.1, 1, 2]) {
    const side = Math.round(width * Math.sqrt(share));
    const path = join(folder, `texture-${side}.png`);
    await writePng('texture', side, Math.round(side * 1.2), path);
    const [floor, first, derive] = [
      await stageOf('floor', path),
      await stageOf('first', path),
      await stageOf('derive', path),
    ];
    const name = `× ${share}: ${side} × ${Math.round(side * 1.2)}`;
    report.add(figure(`${name}, decode and resize, CPU`, floor.cpuSeconds, 's'));
    report.add(figure(`${name}, first picture, CPU`, first.cpuSeconds, 's'));
    report.add(figure(`${name}, all pictures, CPU`, derive.cpuSeconds, 's'));
    report.add(figure(`${name}, peak memory`, derive.peakMb, 'MB'));
  }
}
