import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createStorage } from '@fraisier/server/platform/storage/create-storage.ts';
import type { Storage } from '@fraisier/server/platform/storage/storage.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planAndOpen } from '../support/month.ts';
import { type S3Server, s3Setting, startS3 } from '../support/s3-server.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';
import { filesIn, handIn } from '../support/submissions.ts';

const script = fileURLToPath(new URL('../../scripts/move-storage.ts', import.meta.url));
const slug = '2026-12';

describe('moving a shop from the disk to S3 and back', () => {
  let shop: TestShop;
  let maud: SignedIn;
  let folder: string;
  let s3: S3Server;
  let bucket: Storage;
  beforeAll(async () => {
    shop = await openShop();
    await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
    folder = await mkdtemp(join(tmpdir(), 'fraisier-move-'));
    s3 = await startS3(join(folder, 's3'));
    bucket = createStorage(s3Setting(s3.port));
    maud = await shop.member();
    await handIn(maud, slug);
    await shop.runJobs();
    // A bundle and a packet without a row, and what an upload on its way has written.
    for (const key of ['bundles/a.zip', 'packets/b.zip', 'temp/c'])
      await shop.deps.storage.write(key, Buffer.from(key));
    // So that a kill finds it at work.
    for (let nth = 0; nth < 150; nth++) await shop.deps.storage.write(`bundles/more-${nth}`, Buffer.alloc(50_000, nth));
  });
  afterAll(async () => {
    await s3.close();
    await shop.close();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (from: string, to: string, ...more: string[]) =>
    spawn(process.execPath, [script, '--from', from, '--to', to, ...more], {
      env: { PATH: process.env.PATH, DATABASE_URL: shop.deps.config.databaseUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const end = async (child: ChildProcess) => {
    let said = '';
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += chunk));
    const [code] = await once(child, 'close');
    return { code, said };
  };
  const run = (...given: Parameters<typeof start>) => end(start(...given));
  const contentOf = async (storage: Storage) => {
    const files: Record<string, string> = {};
    for (const name of ['originals/', 'pictures/', 'bundles/', 'packets/']) {
      for await (const { key } of storage.list(name)) {
        const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(await storage.readAll(key)));
        files[key] = Buffer.from(hash).toString('hex');
      }
    }
    return files;
  };
  const disk = () => shop.deps.config.storage;
  const there = () => s3Setting(s3.port);

  it('goes on where it was killed, until both places hold the same', async () => {
    for (const ms of [900, 1300]) {
      const child = start(disk(), there());
      await sleep(ms);
      child.kill('SIGKILL');
      await once(child, 'exit');
      // Whole or not at all, at any moment.
      const all = await contentOf(shop.deps.storage);
      for (const [key, hash] of Object.entries(await contentOf(bucket))) expect(all[key], key).toBe(hash);
    }
    const { code, said } = await run(disk(), there());
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toMatch(/bundles\/ +151/);
    expect(await contentOf(bucket)).toEqual(await contentOf(shop.deps.storage));
    expect(await bucket.exists('temp/c')).toBe(false);
  });

  it('copies nothing the second time, and only what has come since the third time', async () => {
    expect(await run(disk(), there())).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was left') });
    await handIn(maud, slug);
    const { code, said } = await run(disk(), there());
    expect(code).toBe(0);
    expect(said).toMatch(/originals\/ +2 +1 +1/);
  });

  it('brings everything back', async () => {
    const back = join(folder, 'back');
    expect(await run(there(), `file:${back}`)).toMatchObject({ code: 0 });
    const storage = createStorage(`file:${back}`);
    expect(await contentOf(storage)).toEqual(await contentOf(shop.deps.storage));
    expect(await readdir(join(back, 'temp'))).toEqual([]);
  });

  it('does not carry an original on that is not the one of its row, and says which', async () => {
    const [key] = await filesIn(shop, 'originals/');
    const body = await shop.deps.storage.readAll(key!);
    const damaged = Buffer.from(body);
    damaged[100]! ^= 1;
    await shop.deps.storage.withLocalFile(key!, (path) => writeFile(path, damaged));
    const empty = `file:${join(folder, 'empty')}`;
    const { code, said } = await run(disk(), empty);
    expect(code).toBe(1);
    expect(said).toContain(key);
    expect(await createStorage(empty).exists(key!)).toBe(false);
    await shop.deps.storage.withLocalFile(key!, (path) => writeFile(path, body));
    expect(await run(disk(), empty)).toMatchObject({ code: 0 });
  });

  it('finds a file that was damaged where it was moved to, when it is told to read everything', async () => {
    const target = join(folder, 'empty');
    const storage = createStorage(`file:${target}`);
    const [key] = await filesIn(shop, 'pictures/');
    const body = await storage.readAll(key!);
    await storage.withLocalFile(key!, (path) => writeFile(path, Buffer.alloc(body.length)));
    expect(await run(disk(), `file:${target}`)).toMatchObject({ code: 0, said: expect.stringContaining('Nothing') });
    const { code, said } = await run(disk(), `file:${target}`, '--check');
    expect(code).toBe(0);
    expect(said).toMatch(/pictures\/ +\d+ +1 /);
    expect((await storage.readAll(key!)).equals(body)).toBe(true);
  });

  it('says in one sentence what it misses', async () => {
    expect(await run(disk(), disk())).toMatchObject({ code: 1, said: expect.stringContaining('the same place') });
    const { code, said } = await run(disk(), 's3://key:hush@127.0.0.1:1/none?tls=false');
    expect(code).toBe(1);
    expect(said).not.toContain('hush');
  });
});
