import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../../bench.ts';
import { measureGrowth } from './growth.ts';
import { compareRecipes } from './recipes.ts';
import { measureStages } from './stages.ts';
import { measureThroughput } from './throughput.ts';
import { findVipsthumbnail } from './vips.ts';

/** The row of performance.md on pictures; throughput, growth and what the recipe was chosen by with it. */
export const artwork: Bench<'times' | 'width' | 'pictures', 'stages' | 'workers' | 'grow' | 'recipes'> = {
  numbers: { times: 3, width: 4500, pictures: 4 },
  steps: ['stages', 'workers', 'grow', 'recipes'],

  async run(report, { times, width, pictures }, steps) {
    const vipsthumbnail = findVipsthumbnail();
    report.note(
      `vipsthumbnail at ${vipsthumbnail}; a detailed transparent PNG of ${width} × ${Math.round(width * 1.2)} pixels from a ` +
        `fixed seed; one thread a process, as in the shop; ${times} times in turn.`,
    );
    const folder = await mkdtemp(join(tmpdir(), 'fraisier-bench-artwork-'));
    try {
      const bench = { folder, vipsthumbnail, report, times, width };
      if (steps.has('stages')) await measureStages(bench);
      if (steps.has('workers')) await measureThroughput(bench, pictures);
      if (steps.has('grow')) await measureGrowth(bench);
      if (steps.has('recipes')) await compareRecipes(bench);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
