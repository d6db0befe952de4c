import { utimes } from 'node:fs/promises';
import { refuseUncheckable } from '@fraisier/server/cycle/submissions/check-artwork.job.ts';
import { renderPictures } from '@fraisier/server/cycle/submissions/render-pictures.job.ts';
import { resumeChecks } from '@fraisier/server/cycle/submissions/resume-checks.job.ts';
import { sweepStorage } from '@fraisier/server/cycle/submissions/sweep-storage.job.ts';
import { jobHandlers } from '@fraisier/server/jobs.ts';
import { createImages } from '@fraisier/server/platform/images/create-images.ts';
import { type Images, ImageWorkerError } from '@fraisier/server/platform/images/images.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { runDueJobs } from '@fraisier/server/platform/jobs/worker.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallPng } from '../../support/artwork.ts';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { filesIn, handIn, mailsTo, replace } from '../../support/submissions.ts';

const slug = '2026-12';

describe('the jobs of an artwork', () => {
  let shop: TestShop;
  let operator: SignedIn;
  let maud: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    ({ operator } = await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 }));
  });
  afterAll(() => shop.close());

  const submitted = async () => {
    maud = await shop.member();
    const design = await handIn(maud, slug);
    const { rows } = await shop.pool.query('select artwork_id from designs where id = $1', [design.id]);
    return { id: design.id, artworkId: rows[0].artwork_id as string };
  };
  const read = async (id: string) => (await maud.get(`/api/designs/${id}`).expect(200)).body;
  /** As the shop, with another picture library. */
  const withImages = (images: Partial<Images>) => ({ ...shop.deps, images: { ...shop.deps.images, ...images } });
  const retryNow = () => shop.pool.query('update graphile_worker._private_jobs set run_at = now() where attempts > 0');
  const hasTime = () => shop.pool.query(`update artworks set uploaded_at = uploaded_at - interval '1 hour'`);
  const tries = async (deps: TestShop['deps'], times: number) => {
    for (let nth = 0; nth < times; nth++) {
      await retryNow();
      await runDueJobs(deps, shop.pool, jobHandlers).catch(() => {});
    }
  };

  it('change nothing when they run again', async () => {
    const { id, artworkId } = await submitted();
    await shop.runJobs();
    const once = await read(id);
    await enqueue(shop.deps.db, 'check-artwork', { artworkId });
    await enqueue(shop.deps.db, 'render-pictures', { artworkId });
    await shop.runJobs();
    expect(await read(id)).toEqual(once);
    expect(await mailsTo(shop, maud.email)).toEqual([]);
  });

  it('refuse a picture that brings its process down three times, and tell its designer', async () => {
    const { id } = await submitted();
    // Not a mock of the library: the real one, which is given a millisecond and then killed.
    const hasty = createImages({ size: 1, timeLimitMs: 1 });
    const deps = withImages({ measure: (path, print) => hasty.measure(path, print) });
    await tries(deps, 2);
    expect((await read(id)).state).toBe('checking');
    await tries(deps, 1);
    hasty.close();
    expect(await read(id)).toMatchObject({ state: 'refused', own: { decision: { reasons: ['image_broken'] } } });
    const [mail] = await mailsTo(shop, maud.email);
    expect(mail?.text).toContain('ne se lit pas jusqu’au bout');
    await replace(maud, id, await smallPng()).expect(202);
    await shop.runJobs();
    expect((await read(id)).state).toBe('checked');
  });

  it('refuse a picture that cannot be drawn at the last attempt', async () => {
    const { id, artworkId } = await submitted();
    const broken = withImages({ derive: () => Promise.reject(new ImageWorkerError('out of memory')) });
    await tries(broken, 1);
    expect((await read(id)).state).toBe('checked');
    await expect(renderPictures(broken, { artworkId })).rejects.toThrow('out of memory');
    await operator.post(`/api/designs/${id}/admission`).expect(200);
    await tries(broken, 3);
    expect(await read(id)).toMatchObject({ state: 'refused', front: [] });
  });

  it('leave alone an artwork that was replaced while they looked at it', async () => {
    const { id } = await submitted();
    const slow = withImages({
      measure: async (path, print) => {
        const measured = await shop.deps.images.measure(path, print);
        await replace(maud, id, await smallPng()).expect(202);
        return measured;
      },
    });
    const first = await read(id);
    await jobHandlers['check-artwork'](slow, { artworkId: await artworkOf(id) }, { isLastAttempt: false });
    const { state, own } = await read(id);
    expect({ state, version: own.artwork.version }).toEqual({
      state: 'checking',
      version: first.own.artwork.version + 1,
    });
    await shop.runJobs();
    expect((await read(id)).state).toBe('checked');
  });

  const artworkOf = async (id: string): Promise<string> =>
    (await shop.pool.query('select artwork_id from designs where id = $1', [id])).rows[0].artwork_id;

  it('are given again to an artwork whose job was lost', async () => {
    const { id } = await submitted();
    await shop.pool.query('delete from graphile_worker._private_jobs');
    await resumeChecks(shop.deps);
    await shop.runJobs();
    // A young one may have its job still coming.
    expect((await read(id)).state).toBe('checking');
    await hasTime();
    await resumeChecks(shop.deps);
    await resumeChecks(shop.deps);
    await shop.runJobs();
    expect(await read(id)).toMatchObject({ state: 'checked', pictures: { length: 5 } });
    await shop.pool.query('delete from pictures where artwork_id = $1', [await artworkOf(id)]);
    await resumeChecks(shop.deps);
    await shop.runJobs();
    expect((await read(id)).pictures).toHaveLength(5);
  });

  it('end in a refusal when the worker died with the last attempt', async () => {
    const { id } = await submitted();
    await shop.pool.query(
      `update graphile_worker._private_jobs set attempts = max_attempts where key like 'check-artwork/%'`,
    );
    await shop.runJobs();
    expect((await read(id)).state).toBe('checking');
    await hasTime();
    await resumeChecks(shop.deps);
    expect(await read(id)).toMatchObject({ state: 'refused', own: { decision: { reasons: ['image_broken'] } } });
    await refuseUncheckable(shop.deps, await artworkOf(id));
    await shop.runJobs();
    expect(await mailsTo(shop, maud.email)).toHaveLength(1);
  });

  it('sweep what no row knows after a day, and nothing else', async () => {
    const { id } = await submitted();
    await shop.runJobs();
    const { storage } = shop.deps;
    const { rows } = await shop.pool.query(
      `select storage_key as key from artworks union select 'pictures/' || name from pictures order by key`,
    );
    const kept = rows.map(({ key }) => key);
    const before = await filesIn(shop, 'originals/', 'pictures/');
    for (const key of ['temp/cut', 'originals/lost', `pictures/${'0'.repeat(64)}.webp`]) {
      await storage.write(key, Buffer.from('left behind'));
    }
    await sweepStorage(shop.deps);
    expect(await filesIn(shop, 'temp/', 'originals/', 'pictures/')).toHaveLength(before.length + 3);
    for (const key of await filesIn(shop, 'temp/', 'originals/', 'pictures/')) {
      await storage.withLocalFile(key, (path) => utimes(path, new Date(0), new Date(0)));
    }
    await sweepStorage(shop.deps);
    expect(await filesIn(shop, 'temp/', 'originals/', 'pictures/')).toEqual(kept);
    expect((await read(id)).pictures).toHaveLength(5);
  });
});
