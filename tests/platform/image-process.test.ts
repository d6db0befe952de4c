import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { createImages } from '@fraisier/server/platform/images/create-images.ts';
import { MOST_MEMORY } from '@fraisier/server/platform/images/image-tasks.ts';
import type { Images } from '@fraisier/server/platform/images/images.ts';
import { boundedFork, watchMemory } from '@fraisier/server/platform/images/memory-bounds.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunk, header, SIGNATURE, writePng } from '../support/corpus/png-writer.ts';
import { childrenOf, openFiles, watchMemory as watchServer } from '../support/server-process.ts';

const onLinux = process.platform === 'linux';
const print = { printArea: { widthMm: 300, heightMm: 360 }, leastLineMm: 0.3, safeMarginMm: 5 };

describe('the process in which pictures are decoded', () => {
  let folder: string;
  let images: Images;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fraisier-process-'));
    images = createImages({ size: 1 });
  });
  afterAll(async () => {
    images.close();
    await rm(folder, { recursive: true, force: true });
  });

  const put = async (name: string, body: Buffer | string) => {
    const path = join(folder, name);
    await writeFile(path, body);
    return path;
  };
  const script = (code: string) => put(`${code.length}.mjs`, code);
  /** Runs a child under the bounds; gives how it ended. */
  const fate = async (code: string): Promise<{ killed: boolean; code: number | null }> => {
    const child = boundedFork(await script(code), { stdio: 'ignore' });
    let killed = false;
    const stop = watchMemory(child, () => {
      killed = true;
      child.kill('SIGKILL');
    });
    const ended = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    stop();
    return { killed, code: ended };
  };

  it.runIf(onLinux)('gets no more memory from the kernel than a picture needs, even all at once', async () => {
    const { code } = await fate(`
      try { new ArrayBuffer(${2 * MOST_MEMORY}); process.exit(1); } catch { process.exit(42); }`);
    expect(code).toBe(42);
  });

  it.runIf(onLinux)('is ended from outside when it grows while it is too busy to look at itself', async () => {
    const { killed, code } = await fate(`
      const held = [];
      for (;;) held.push(Buffer.alloc(8_000_000, 1));`);
    expect(killed || code !== 0).toBe(true);
  });

  it('begins as well where the system knows no such limit', async () => {
    const { code } = await fate('process.exit(7);');
    expect(code).toBe(7);
  });

  it.runIf(onLinux)(
    'holds the largest picture there is within its bound, and the next one after it is dropped',
    async () => {
      const watch = watchServer(process.pid);
      const worst = await put('worst.png', largest());
      await images.inspect(worst);
      const outcome = await images.measure(worst, print).then(
        () => 'measured',
        (error) => error.code ?? error.message,
      );
      expect(['measured', 'image_broken']).toContain(outcome);
      watch.stop();
      expect(watch.peaks.child).toBeGreaterThan(100);
      expect(watch.peaks.child).toBeLessThan(MOST_MEMORY / 1024 / 1024 + 64);
    },
  );

  it.runIf(onLinux)('costs a killed file its own answer only', async () => {
    const [path, killed] = [await put('good.png', writePng()), await put('killed.png', largest())];
    const bomb = images.measure(killed, print).catch((error) => error.name);
    const isAtWork = (pid: number) => openFiles(pid).includes(killed);
    await expect.poll(() => childrenOf(process.pid).filter(isAtWork), { interval: 5 }).toHaveLength(1);
    const next = images.deriveFirst(path);
    for (const pid of childrenOf(process.pid).filter(isAtWork)) process.kill(pid, 'SIGKILL');
    expect(await bomb).toBe('ImageWorkerError');
    await expect(next).resolves.toMatchObject({ format: expect.any(String) });
  });

  it('that does not even begin says nothing about the file', async () => {
    const path = await put('any.png', writePng());
    const broken = createImages({ size: 1 });
    const pathOf = process.execPath;
    try {
      process.execPath = join(folder, 'no-such-node');
      await expect(broken.measure(path, print)).rejects.toMatchObject({ code: 'unavailable' });
    } finally {
      process.execPath = pathOf;
      broken.close();
    }
  });

  it.runIf(onLinux)('knows none of the shop’s secrets, and holds none of its files open', async () => {
    process.env.SHOP_SECRET_OF_TEST = 'hush-hush';
    const own = createImages({ size: 1 });
    await own.deriveFirst(await put('open.png', writePng()));
    for (const pid of childrenOf(process.pid).filter(isImageWorker)) {
      expect(readFileSync(`/proc/${pid}/environ`, 'latin1')).not.toContain('hush-hush');
      expect(readdirSync(`/proc/${pid}/fd`).length).toBeLessThan(40);
    }
    delete process.env.SHOP_SECRET_OF_TEST;
    own.close();
  });
});

function isImageWorker(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('image-worker');
  } catch {
    return false;
  }
}

/** 8,000 × 8,000, 16 bits, interlaced: of zeros, so that the file is small and the picture as large as may be. */
function largest(): Buffer {
  const pixels = deflateSync(Buffer.alloc(8000 * 8000 * 8 + 8000 * 16), { level: 1 });
  return Buffer.concat([SIGNATURE, header(8000, 8000, 16, 6, true), chunk('IDAT', pixels), chunk('IEND')]);
}
