import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createS3Storage } from '@fraisier/server/platform/storage/s3-storage.ts';
import type { Storage } from '@fraisier/server/platform/storage/storage.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BadS3, type Fate, startBadS3 } from '../support/bad-s3.ts';
import { type S3Server, startS3 } from '../support/s3-server.ts';

const limit = { maxBytes: 60_000_000 };

describe('an S3 server in trouble', () => {
  let folder: string;
  let s3: S3Server;
  let bad: BadS3;
  let storage: Storage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fraisier-bad-s3-'));
    s3 = await startS3(folder);
    bad = await startBadS3(s3.port);
    storage = createS3Storage(
      {
        endpoint: `http://127.0.0.1:${bad.port}/fraisier`,
        region: 'us-east-1',
        accessKeyId: 'S3RVER',
        secretAccessKey: 'S3RVER',
      },
      { answerMs: 3000, tries: 3, pauseMs: 5 },
    );
  });
  afterEach(async () => {
    bad.decide(() => 'passes');
    expect(await keys('temp/')).toEqual([]);
  });
  afterAll(async () => {
    await bad.close();
    await s3.close();
    await rm(folder, { recursive: true, force: true });
  });

  const keys = async (prefix: string) => {
    const found: string[] = [];
    for await (const { key } of storage.list(prefix)) found.push(key);
    return found;
  };
  const stream = (...parts: Buffer[]) => Readable.from(parts);
  const twice = (fate: Fate) => (_: string, nth: number) => (nth < 2 ? fate : 'passes');
  const passing: readonly Fate[] = [
    'is refused for now',
    'is cut before it arrives',
    'arrives, and its answer is cut',
    'is damaged',
  ];

  it.each(passing)('is asked again when a request %s twice: nobody notices', async (fate) => {
    const body = randomBytes(200_000);
    const key = `originals/${randomUUID()}`;
    bad.decide(twice(fate));
    const file = await storage.writeTemp(stream(body), limit);
    bad.decide(twice(fate));
    await storage.promote(file.key, key);
    bad.decide(twice(fate === 'is damaged' ? 'passes' : fate));
    expect((await storage.readAll(key)).equals(body)).toBe(true);
    bad.decide(twice(fate));
    expect(await storage.exists(key)).toBe(true);
    bad.decide(twice(fate));
    await storage.remove(key);
    expect(await storage.exists(key)).toBe(false);
  });

  it('takes a file of several parts through one that fails every third request', async () => {
    const parts = [randomBytes(9_000_000), randomBytes(9_000_000), randomBytes(123)];
    for (const fate of passing) {
      bad.decide((_, nth) => (nth % 3 === 2 ? fate : 'passes'));
      const file = await storage.writeTemp(stream(...parts), limit);
      bad.decide(() => 'passes');
      expect((await storage.readAll(file.key)).equals(Buffer.concat(parts))).toBe(true);
      await storage.remove(file.key);
    }
  });

  it('is given up after three tries, and told as a part that is down', async () => {
    await storage.write('pictures/there', Buffer.from('x'));
    for (const fate of ['is refused for now', 'is cut before it arrives'] as const) {
      const acts: [string, () => Promise<unknown>][] = [
        ['write', () => storage.write('pictures/x', Buffer.from('x'))],
        ['read', () => storage.read('pictures/there')],
        ['readAll', () => storage.readAll('pictures/there')],
        ['exists', () => storage.exists('pictures/there')],
        ['promote', () => storage.promote('temp/x', 'originals/x')],
        ['list', () => keys('pictures/')],
        ['check', () => storage.check()],
        ['withLocalFile', () => storage.withLocalFile('pictures/there', async () => expect.fail('no such file'))],
        ['writeTemp', () => storage.writeTemp(stream(Buffer.from('x')), limit)],
      ];
      for (const [name, act] of acts) {
        bad.decide(() => fate);
        await expect(act(), name).rejects.toMatchObject({ code: 'unavailable' });
        // writeTemp also tries to take back what may be there.
        expect(bad.asked.length, name).toBeLessThanOrEqual(name === 'writeTemp' ? 6 : 3);
      }
    }
    bad.decide(() => 'passes');
    await storage.remove('pictures/there');
    expect(await keys('pictures/')).toEqual([]);
  });

  it('does not wait for one that never answers, and asks it once', async () => {
    bad.decide(() => 'is never answered');
    const before = performance.now();
    await expect(storage.readAll('pictures/x')).rejects.toMatchObject({ code: 'unavailable' });
    expect(performance.now() - before).toBeLessThan(2 * 3000);
    expect(bad.asked).toHaveLength(1);
  });

  it('says that there is no room, at once', async () => {
    bad.decide(() => 'finds no room');
    await expect(storage.write('pictures/x', Buffer.from('x'))).rejects.toMatchObject({ code: 'storage_full' });
    expect(bad.asked).toHaveLength(1);
    await expect(storage.writeTemp(stream(Buffer.alloc(9_000_000)), limit)).rejects.toMatchObject({
      code: 'storage_full',
    });
  });

  it('never takes half a file for a whole one', async () => {
    await storage.write('pictures/half', randomBytes(300_000));
    const local: string[] = [];
    bad.decide(() => 'is answered in half');
    await expect(storage.readAll('pictures/half')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(storage.withLocalFile('pictures/half', async (path) => local.push(path))).rejects.toMatchObject({
      code: 'unavailable',
    });
    await expect(storage.read('pictures/half').then(buffer)).rejects.toThrow();
    expect(local).toEqual([]);
    bad.decide(() => 'passes');
    await storage.remove('pictures/half');
  });

  it('keeps no parts of an upload that broke off', async () => {
    const breaking = Readable.from(
      (function* () {
        yield randomBytes(9_000_000);
        throw new Error('cut');
      })(),
    );
    await expect(storage.writeTemp(breaking, limit)).rejects.toThrow('cut');
    expect(bad.asked.filter((line) => line.startsWith('DELETE') && line.includes('uploadId='))).toHaveLength(1);
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((path) => /temp\/.+/.test(path))).toEqual([]);
  });
});
