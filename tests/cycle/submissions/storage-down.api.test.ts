import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buildApp } from '@fraisier/server/app.ts';
import { sweepStorage } from '@fraisier/server/cycle/submissions/sweep-storage.job.ts';
import type { Deps } from '@fraisier/server/deps.ts';
import { jobHandlers } from '@fraisier/server/jobs.ts';
import { runDueJobs } from '@fraisier/server/platform/jobs/worker.ts';
import { createStorage } from '@fraisier/server/platform/storage/create-storage.ts';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallPng } from '../../support/artwork.ts';
import { type FailingStorage, failing } from '../../support/failing-storage.ts';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { filesIn, goodFields, mailsTo } from '../../support/submissions.ts';

const slug = '2026-12';
const hour = 3_600_000;

describe('storage that is full or away', () => {
  let shop: TestShop;
  let storage: FailingStorage;
  let deps: Deps;
  let app: Awaited<ReturnType<typeof buildApp>>;
  beforeAll(async () => {
    // What is tried here is an error each time.
    shop = await openShop({ logLevel: 'silent' });
    await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
    storage = failing(shop.deps.storage);
    deps = { ...shop.deps, storage };
    app = await buildApp(deps);
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await shop.close();
  });

  const handIn = async (member: SignedIn) => {
    const request = supertest(app.server).post(`/api/rounds/${slug}/submissions`).set('cookie', member.cookie);
    request.attach('artwork', await smallPng(), 'raton.png');
    for (const [name, value] of Object.entries(goodFields)) request.field(name, value);
    return request;
  };
  /** As if the minute that a job waits were over. */
  const minuteLater = () => shop.pool.query('update graphile_worker._private_jobs set run_at = now()');
  const work = () => runDueJobs(deps, shop.pool, jobHandlers).catch(() => {});
  const stateOf = async (id: string) =>
    (await shop.pool.query('select state from designs where id = $1', [id])).rows[0].state;
  const drawn = async (id: string) =>
    (
      await shop.pool.query(
        `select count(*)::int as n from pictures join designs on designs.artwork_id = pictures.artwork_id where designs.id = $1`,
        [id],
      )
    ).rows[0].n as number;

  it.each(['storage_full', 'unavailable'] as const)(
    'at each call of an upload in turn: %s, and nothing is kept',
    async (as) => {
      const maud = await shop.member();
      storage.failAt(null);
      expect((await handIn(maud)).status).toBe(202);
      const calls = [...storage.calls];
      expect(calls).toEqual(['writeTemp', 'withLocalFile', 'promote']);
      const [before] = [await filesIn(shop, 'originals/')];
      for (const lasts of [false, true]) {
        for (let nth = 0; nth < calls.length; nth++) {
          storage.failAt(nth, { as, lasts });
          const answer = await handIn(maud);
          expect(answer.body.code, `${calls[nth]} fails`).toBe(as);
          expect(answer.status).toBe(as === 'storage_full' ? 507 : 503);
          expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
          // Where even taking back fails, the sweep does it a day later.
          storage.failAt(null);
          await sweepStorage(deps, Date.now() + 25 * hour);
          expect(await filesIn(shop, 'temp/', 'originals/')).toEqual(before);
        }
      }
      const { rows } = await shop.pool.query('select count(*)::int as n from designs where designer_id = $1', [
        maud.id,
      ]);
      expect(rows[0].n).toBe(1);
      expect((await handIn(maud)).status).toBe(202);
      await shop.pool.query('delete from graphile_worker._private_jobs');
    },
  );

  it('for an hour refuses no design: its check and its pictures are tried again until they are done', async () => {
    const maud = await shop.member();
    storage.failAt(null);
    const { body } = await handIn(maud);
    // Longer than a job has attempts.
    for (let nth = 0; nth < 5; nth++) {
      storage.failAt(0, { as: nth % 2 ? 'unavailable' : 'storage_full', lasts: true });
      await minuteLater();
      await work();
      expect(await stateOf(body.id)).toBe('checking');
    }
    // The check is done, and then the pictures find no room, one file further each time.
    for (let nth = 0; nth < 4; nth++) {
      storage.failAt(4 + nth, { as: 'storage_full', lasts: true });
      await minuteLater();
      await work();
      expect(['checking', 'checked']).toContain(await stateOf(body.id));
    }
    storage.failAt(null);
    await minuteLater();
    await work();
    expect(await stateOf(body.id)).toBe('checked');
    expect(await drawn(body.id)).toBeGreaterThan(8);
    expect(await mailsTo(shop, maud.email)).toEqual([]);
    await sweepStorage(deps, Date.now() + 25 * hour);
    expect(await filesIn(shop, 'temp/')).toEqual([]);
    for (const key of await filesIn(shop, 'pictures/')) expect((await storage.readAll(key)).length).toBeGreaterThan(0);
  });

  it('leaves the rest of the shop open', async () => {
    storage.failAt(0, { as: 'unavailable', lasts: true });
    const ask = supertest(app.server);
    await ask.get(`/api/rounds/${slug}`).expect(200);
    await ask.get(`/api/rounds/${slug}/designs?order=1`).expect(200);
    const ready = await ask.get('/api/ready').expect(503);
    expect(ready.body.reasons).toEqual([{ code: 'down', field: 'storage' }]);
    await ask.get(`/pictures/${'0'.repeat(64)}.webp`).expect(503);
    storage.failAt(null);
    await ask.get('/api/ready').expect(200);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();
  it.runIf(canMount)(
    'on a disk that really is full says so, keeps nothing, and takes files again when there is room',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'fraisier-full-'));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]);
      try {
        const small = createStorage(`file:${folder}`);
        const stream = () => Readable.from(Array.from({ length: 30 }, () => Buffer.alloc(100_000, 1)));
        await expect(small.writeTemp(stream(), { maxBytes: 60_000_000 })).rejects.toMatchObject({
          code: 'storage_full',
        });
        await expect(small.write('pictures/a', Buffer.alloc(3_000_000))).rejects.toMatchObject({
          code: 'storage_full',
        });
        await expect(small.check()).rejects.toMatchObject({ code: 'storage_full' });
        for await (const { key } of small.list('temp/')) expect.fail(`${key} is left`);
        const { bavail, blocks } = await statfs(folder);
        expect(blocks - bavail).toBeLessThan(10);
        await writeFile(join(folder, 'other'), Buffer.alloc(1_800_000));
        await expect(small.write('pictures/b', Buffer.alloc(500_000))).rejects.toMatchObject({ code: 'storage_full' });
        await rm(join(folder, 'other'));
        await small.write('pictures/b', Buffer.alloc(500_000));
        expect(await small.readAll('pictures/b')).toHaveLength(500_000);
      } finally {
        execFileSync('umount', [folder]);
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

/** A container may forbid it even to root. */
function mounts(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
