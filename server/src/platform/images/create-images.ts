import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARTWORK_LIMITS } from '@fraisier/shared/cycle/artwork-rules.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { DerivedFile } from './image-tasks.ts';
import type { Derivative, Images } from './images.ts';
import { readHeader } from './read-header.ts';
import { createWorkerPool, type PoolOptions } from './worker-pool.ts';

const defaults: PoolOptions = {
  size: Math.min(2, availableParallelism()),
  timeLimitMs: 60_000,
  idleMs: 10_000,
  tasksPerChild: 50,
};

/** Eight plates of the largest picture took 40 s on two slow cores; nobody waits for them at a screen. */
const SEPARATION_LIMIT_MS = 300_000;

export function createImages(options: Partial<PoolOptions> = {}): Images {
  const pool = createWorkerPool({ ...defaults, ...options });
  return {
    async inspect(path) {
      const facts = await readHeader(path);
      const reasons = tooLarge(facts);
      if (reasons.length > 0) throw new Problem('image_too_large', { reasons });
      return facts;
    },
    measure: (path, print) => inFolder((folder) => pool.run('measure', { path, folder, ...print })),
    trace: (path) => pool.run('trace', { path }),
    deriveFirst: (path) => inFolder(async (folder) => withBody(await pool.run('first', { path, folder }))),
    derive: (path, options) =>
      inFolder(async (folder) => Promise.all((await pool.run('derive', { path, folder, ...options })).map(withBody))),
    printFile: (path, options) => pool.run('print', { path, ...options }),
    drawCard: (card) =>
      inFolder(async (folder) => {
        const out = join(folder, 'card.jpeg');
        await pool.run('card', { ...card, out });
        return readFile(out);
      }),
    async separate(path, options) {
      await mkdir(join(options.folder, 'plates'), { recursive: true });
      return pool.run('separate', { path, ...options }, SEPARATION_LIMIT_MS);
    },
    close: () => pool.close(),
  };
}

/** The child writes into it; what it leaves there is gone in the end. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'fraisier-pictures-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withBody({ path, ...file }: DerivedFile): Promise<Derivative> {
  return { ...file, body: await readFile(path) };
}

function tooLarge({ width, height }: { width: number; height: number }): ProblemReason[] {
  const { maxSidePx, maxPixels } = ARTWORK_LIMITS;
  const reasons: ProblemReason[] = [];
  if (Math.max(width, height) > maxSidePx) {
    reasons.push({ code: 'side_too_long', field: 'artwork', detail: `${Math.max(width, height)}/${maxSidePx}` });
  }
  if (width * height > maxPixels) {
    reasons.push({ code: 'too_many_pixels', field: 'artwork', detail: `${width * height}/${maxPixels}` });
  }
  return reasons;
}
