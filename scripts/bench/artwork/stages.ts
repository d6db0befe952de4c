import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { memoryOfImages } from '@fraisier/server/platform/images/worker-pool.ts';
import { median, spreadOf } from '../measure.ts';
import { atMost, figure, type Report } from '../report.ts';
import { writePng } from './picture.ts';
import { type Stage, stages, type Taken } from './stage.ts';
import { cpuOf } from './vips.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./stage.ts', import.meta.url));

export interface ArtworkBench {
  readonly folder: string;
  readonly vipsthumbnail: string;
  readonly report: Report;
  readonly times: number;
  readonly width: number;
}

/** One stage of a picture, in a process of its own as in the shop. */
export async function stageOf(stage: Stage, path: string): Promise<Taken> {
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...memoryOfImages };
  const { stdout } = await run(process.execPath, ['--max-old-space-size=256', script, stage, path], { env });
  return JSON.parse(stdout) as Taken;
}

/** What each stage of the largest ordinary picture takes, beside what nobody can do without. */
export async function measureStages({ folder, vipsthumbnail, report, times, width }: ArtworkBench): Promise<void> {
  const path = join(folder, 'texture.png');
  await writePng('texture', width, Math.round(width * 1.2), path);
  // Of flat inks, with the most pixels that plates have: 300 × 360 mm at 400 dpi.
  const flat = join(folder, 'flat.png');
  await writePng('flat', Math.round(width * PLATE_SCALE), Math.round(width * PLATE_SCALE * 1.2), flat);
  const pictureOf = (stage: Stage) => (stage === 'plates' ? flat : path);
  const taken = new Map<Stage, Taken[]>(stages.map((stage) => [stage, []]));
  const tool: number[] = [];
  for (let nth = 0; nth < times; nth++) {
    // In turn, so that a busy minute falls on all of them.
    for (const stage of stages) taken.get(stage)?.push(await stageOf(stage, pictureOf(stage)));
    tool.push(await sixByTool(vipsthumbnail, path, folder));
  }
  const cpu = (stage: Stage) => (taken.get(stage) ?? []).map(({ cpuSeconds }) => cpuSeconds);
  const peak = (stage: Stage) => Math.max(...(taken.get(stage) ?? []).map(({ peakMb }) => peakMb));
  for (const stage of stages) {
    report.add(figure(`${names[stage]}, CPU`, median(cpu(stage)), 's', spreadOf(cpu(stage))));
  }
  report.add(figure('vipsthumbnail, 320, 640 and 1280 as AVIF and WebP, CPU', median(tool), 's', spreadOf(tool)));
  const floor = cpu('floor');
  const over = (stage: Stage, limit: readonly number[]) =>
    cpu(stage).map((seconds, nth) => seconds / (limit[nth] ?? Number.NaN));
  const row = over('art', floor);
  report.add(atMost(3.5, figure('art and shirt ÷ decode and resize', median(row), '×', spreadOf(row))));
  const all = over('derive', floor);
  report.add(figure('all of them ÷ decode and resize', median(all), '×', spreadOf(all)));
  const toTool = over('derive', tool);
  report.add(
    atMost(1, figure('all of them ÷ vipsthumbnail, which draws no shirts', median(toTool), '×', spreadOf(toTool))),
  );
  report.add(atMost(1, figure('first picture, CPU', median(cpu('first')), 's', spreadOf(cpu('first')))));
  for (const stage of ['first', 'measure'] as const)
    report.add(figure(`${names[stage]}, peak memory`, peak(stage), 'MB'));
  for (const stage of ['derive', 'plates'] as const) {
    report.add(atMost(300, figure(`${names[stage]}, peak memory`, peak(stage), 'MB')));
  }
}

const PLATE_SCALE = 4724 / 4500;

const names: Record<Stage, string> = {
  floor: 'decode and resize, nothing else',
  first: 'first picture',
  measure: 'measures of the report',
  art: 'art at three widths and a shirt',
  derive: 'those, and the print folded, close by and worn',
  plates: 'six plates at 400 dpi',
};

/** The same sizes and qualities of the art by libvips' own tool: a decoding each, as it works. */
async function sixByTool(tool: string, path: string, folder: string): Promise<number> {
  let sum = 0;
  for (const size of [320, 640, 1280]) {
    for (const out of ['avif[Q=50,effort=1,subsample-mode=off]', 'webp[Q=80,effort=4,alpha-q=100]']) {
      sum += await cpuOf(tool, [path, '--size', `${size}x`, '-o', join(folder, `tool-${size}.${out}`)]);
    }
  }
  return sum;
}
