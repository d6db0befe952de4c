import { rename, utimes } from 'node:fs/promises';
import { sweepStorage } from '@fraisier/server/cycle/submissions/sweep-storage.job.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { filesIn, handIn } from '../../support/submissions.ts';

const slug = '2026-12';

describe('the sweep of storage', () => {
  let shop: TestShop;
  let operator: SignedIn;
  let maud: SignedIn;
  let design: { id: string };
  beforeAll(async () => {
    shop = await openShop();
    ({ operator } = await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 }));
    maud = await shop.member();
    design = await handIn(maud, slug);
    await shop.runJobs();
  });
  afterAll(() => shop.close());

  const picturesOf = async () => {
    const { body } = await maud.get(`/api/designs/${design.id}`).expect(200);
    return body.pictures.map(({ url }: { url: string }) => `pictures/${url.split('/').at(-1)}`) as string[];
  };
  const original = async () => (await filesIn(shop, 'originals/'))[0]!;
  const agenda = async () =>
    (await operator.get('/api/desk/agenda').expect(200)).body.waiting as { what: string; subjects: string[] }[];

  it('does nothing where all is as it should be', async () => {
    const before = await filesIn(shop, 'temp/', 'originals/', 'pictures/');
    expect(before.length).toBeGreaterThan(5);
    await sweepStorage(shop.deps);
    expect(await filesIn(shop, 'temp/', 'originals/', 'pictures/')).toEqual(before);
  });

  it('takes bundles and packets of a day that no row knows, and leaves young ones', async () => {
    const { storage } = shop.deps;
    for (const key of ['bundles/lost.zip', 'packets/lost.zip', 'bundles/young.zip'])
      await storage.write(key, Buffer.from('x'));
    for (const key of ['bundles/lost.zip', 'packets/lost.zip']) {
      await storage.withLocalFile(key, (path) => utimes(path, new Date(0), new Date(0)));
    }
    await sweepStorage(shop.deps);
    expect(await filesIn(shop, 'bundles/', 'packets/')).toEqual(['bundles/young.zip']);
  });

  it('has pictures that are gone drawn again from their original', async () => {
    const before = await picturesOf();
    for (const key of before.slice(0, 2)) await shop.deps.storage.remove(key);
    await sweepStorage(shop.deps);
    await shop.runJobs();
    expect(await picturesOf()).toEqual(before);
    for (const key of before) expect(await shop.deps.storage.exists(key), key).toBe(true);
    await sweepStorage(shop.deps);
  });

  it('calls operators where an original is gone, until it is back', async () => {
    const { storage } = shop.deps;
    const key = await original();
    const path = await storage.withLocalFile(key, async (lent) => lent);
    await rename(path, `${path}.away`);
    await expect(sweepStorage(shop.deps)).rejects.toThrow(`storage has lost 1 files that rows know: ${key}`);
    // Its pictures are still there, and stay.
    expect(await picturesOf()).not.toEqual([]);

    await enqueue(shop.deps.db, 'sweep-storage', {}, { key: 'sweep-storage', maxAttempts: 1 });
    await shop.runJobs().catch(() => {});
    expect((await agenda()).find(({ what }) => what === 'jobs_failed')?.subjects).toEqual(['sweep-storage']);
    await rename(`${path}.away`, path);
    await operator.post('/api/desk/jobs/retry').expect(200);
    await shop.runJobs();
    expect((await agenda()).find(({ what }) => what === 'jobs_failed')).toBeUndefined();
  });

  it('forgets nothing of a design whose original and pictures are all gone', async () => {
    const { storage } = shop.deps;
    const before = await picturesOf();
    const kept = await Promise.all(
      [...before, await original()].map(async (key) => ({ key, body: await storage.readAll(key) })),
    );
    for (const { key } of kept) await storage.remove(key);
    await expect(sweepStorage(shop.deps)).rejects.toThrow('storage has lost');
    expect(await picturesOf()).toEqual(before);
    // From a backup.
    for (const { key, body } of kept) await storage.write(key, body);
    await sweepStorage(shop.deps);
  });
});
