import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveFirst, derivePictures } from '@fraisier/server/platform/images/derive.ts';
import { measurePicture } from '@fraisier/server/platform/images/measure.ts';
import { makePlates } from '@fraisier/server/platform/images/plates/make-plates.ts';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { INKS, sharp } from './picture.ts';

/** A process that does one piece of work on one picture, as the shop's image process does, and says what it took. */
export const stages = ['floor', 'first', 'measure', 'art', 'derive', 'plates'] as const;
export type Stage = (typeof stages)[number];

export interface Taken {
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

const printArea = { widthMm: 300, heightMm: 360 };

async function separate(path: string, folder: string): Promise<void> {
  await mkdir(join(folder, 'plates'));
  const inks = INKS.map((rgb) => `#${Buffer.from(rgb).toString('hex')}`);
  const asked = { ...printArea, inks, based: inks.map(() => true), run: '2026-12', number: 1 };
  const { plates } = await makePlates(path, { ...asked, folder });
  if (plates === null) throw new Error('flat inks made no plates');
}

const work: Record<Stage, (path: string, folder: string) => Promise<unknown>> = {
  // Decoded and made as small as the largest that pages show: nothing that makes pictures of it can take less.
  floor: (path) => sharp(path).resize({ width: 1280 }).ensureAlpha().raw().toBuffer(),
  first: (path, folder) => deriveFirst(path, { folder }),
  measure: (path, folder) => measurePicture(path, { folder, printArea, leastLineMm: 0.4, safeMarginMm: 5 }),
  art: (path, folder) => derivePictures(path, { folder, printArea, fabric: fabrics.rose, views: false }),
  derive: (path, folder) => derivePictures(path, { folder, printArea, fabric: fabrics.rose }),
  plates: separate,
};

if (process.argv[1] === import.meta.filename) {
  const [, , stage = 'floor', path = ''] = process.argv;
  sharp.cache(false);
  sharp.concurrency(1);
  const folder = await mkdtemp(join(tmpdir(), 'fraisier-bench-stage-'));
  try {
    const before = process.cpuUsage();
    await work[stage as Stage](path, folder);
    const { user, system } = process.cpuUsage(before);
    const taken: Taken = { cpuSeconds: (user + system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 };
    console.log(JSON.stringify(taken));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
