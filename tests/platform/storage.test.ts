import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createStorage } from '@fraisier/server/platform/storage/create-storage.ts';
import type { Storage } from '@fraisier/server/platform/storage/storage.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type S3Server, s3Setting, startS3 } from '../support/s3-server.ts';

interface Place {
  setting(folder: string): Promise<string>;
  close(): Promise<void>;
}

function disk(): Place {
  return { setting: async (folder) => `file:${folder}`, close: async () => {} };
}

function s3(): Place {
  let server: S3Server | undefined;
  return {
    async setting(folder) {
      server = await startS3(folder);
      return s3Setting(server.port);
    },
    close: async () => server?.close(),
  };
}

describe.each([
  ['the disk', disk()],
  ['an S3 server', s3()],
])('storage on %s', (_name, place) => {
  let folder: string;
  let storage: Storage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fraisier-storage-'));
    storage = createStorage(await place.setting(folder));
  });
  afterAll(async () => {
    await place.close();
    await rm(folder, { recursive: true, force: true });
  });

  const keys = async (prefix: string) => {
    const found: string[] = [];
    for await (const { key } of storage.list(prefix)) found.push(key);
    return found.sort();
  };
  const limit = { maxBytes: 30_000_000 };

  it('says that it can take files', async () => {
    await expect(storage.check()).resolves.toBeUndefined();
  });

  it('takes a stream into temp and says its size and hash', async () => {
    const body = randomBytes(3_000_000);
    const file = await storage.writeTemp(Readable.from(body), limit);
    expect(file.key).toMatch(/^temp\//);
    expect(file.bytes).toBe(body.length);
    expect(file.sha256).toEqual(createHash('sha256').update(body).digest());
    expect((await storage.readAll(file.key)).equals(body)).toBe(true);
    await storage.remove(file.key);
  });

  it('takes a file of several parts, whole and in order', async () => {
    const parts = [randomBytes(9_000_000), randomBytes(9_000_000), randomBytes(123)];
    const file = await storage.writeTemp(Readable.from(parts), limit);
    expect(file.bytes).toBe(18_000_123);
    expect((await storage.readAll(file.key)).equals(Buffer.concat(parts))).toBe(true);
    await storage.remove(file.key);
  });

  it('takes an empty file', async () => {
    const file = await storage.writeTemp(Readable.from([]), limit);
    expect(file.bytes).toBe(0);
    expect(await storage.readAll(file.key)).toHaveLength(0);
    await storage.remove(file.key);
  });

  it('stops at the limit and leaves nothing', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1_000_000);
      })(),
    );
    await expect(storage.writeTemp(endless, { maxBytes: 20_000_000 })).rejects.toMatchObject({ code: 'too_large' });
    expect(endless.destroyed).toBe(true);
    expect(await keys('temp/')).toEqual([]);
  });

  it('leaves nothing of a stream that breaks', async () => {
    const breaking = Readable.from(
      (function* () {
        yield Buffer.alloc(9_000_000);
        throw new Error('cut');
      })(),
    );
    await expect(storage.writeTemp(breaking, limit)).rejects.toThrow('cut');
    expect(await keys('temp/')).toEqual([]);
  });

  it('moves a file from temp to its place', async () => {
    const key = `originals/${randomUUID()}`;
    const file = await storage.writeTemp(Readable.from(Buffer.from('strawberry')), limit);
    await storage.promote(file.key, key);
    expect(await storage.exists(file.key)).toBe(false);
    expect(await storage.exists(key)).toBe(true);
    expect((await buffer(await storage.read(key))).toString()).toBe('strawberry');
    expect(await keys('originals/')).toEqual([key]);
    await expect(storage.promote(file.key, key)).rejects.toMatchObject({ code: 'not_found' });
    expect((await storage.readAll(key)).toString()).toBe('strawberry');
  });

  it('writes a file again in one piece', async () => {
    await storage.write('pictures/one.webp', Buffer.from('first'));
    await storage.write('pictures/one.webp', Buffer.from('second'));
    expect((await storage.readAll('pictures/one.webp')).toString()).toBe('second');
    expect(await keys('pictures/')).toEqual(['pictures/one.webp']);
    expect(await keys('temp/')).toEqual([]);
  });

  it('says of a file that is not there that it is not there', async () => {
    await expect(storage.read('pictures/none')).rejects.toMatchObject({ code: 'not_found' });
    await expect(storage.readAll('pictures/none')).rejects.toMatchObject({ code: 'not_found' });
    await expect(storage.withLocalFile('pictures/none', async () => 1)).rejects.toMatchObject({ code: 'not_found' });
    expect(await storage.exists('pictures/none')).toBe(false);
    await expect(storage.remove('pictures/none')).resolves.toBeUndefined();
    expect(await keys('nowhere/')).toEqual([]);
  });

  it('lends a file as a path, for a time', async () => {
    const body = randomBytes(100_000);
    await storage.write('pictures/lent', body);
    const path = await storage.withLocalFile('pictures/lent', async (lent) => {
      expect(await readFile(lent)).toEqual(body);
      return lent;
    });
    expect((await storage.readAll('pictures/lent')).equals(body)).toBe(true);
    if (!path.startsWith(folder)) await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('lists more than a page, each once and in order', async () => {
    const wanted = Array.from({ length: 1203 }, (_, nth) => `many/${String(nth).padStart(5, '0')}`);
    for (let at = 0; at < wanted.length; at += 100) {
      await Promise.all(wanted.slice(at, at + 100).map((key) => storage.write(key, Buffer.from('x'))));
    }
    const listed: string[] = [];
    for await (const { key } of storage.list('many/')) listed.push(key);
    expect(listed).toEqual(wanted);
  });

  it('keeps odd names apart', async () => {
    const odd = [
      'odd/a',
      'odd/A',
      'odd/a.b',
      'odd/a-b_c~d',
      'odd/deep/a',
      'odd/ünï',
      'odd/a b',
      'odd/a+b',
      'odd/a%20b',
    ];
    for (const key of odd) await storage.write(key, Buffer.from(key));
    for (const key of odd) expect((await storage.readAll(key)).toString()).toBe(key);
    expect(await keys('odd/')).toEqual(odd.toSorted());
    for (const key of odd) await storage.remove(key);
    expect(await keys('odd/')).toEqual([]);
  });

  it('moves a file once when two move it at once', async () => {
    const key = `originals/${randomUUID()}`;
    const body = randomBytes(500_000);
    const file = await storage.writeTemp(Readable.from(body), limit);
    const moves = await Promise.allSettled([1, 2, 3].map(() => storage.promote(file.key, key)));
    expect(moves.map(({ status }) => status)).toContain('fulfilled');
    // The others find it moved already; an S3 server may also say that it cannot while two write the same key.
    for (const move of moves) {
      if (move.status === 'rejected') expect(['not_found', 'unavailable']).toContain(move.reason.code);
    }
    expect((await storage.readAll(key)).equals(body)).toBe(true);
    expect(await keys('temp/')).toEqual([]);
  });

  it('tells sizes and times of what it holds', async () => {
    await storage.write('sizes/a', Buffer.alloc(7));
    for await (const { key, bytes, modifiedAt } of storage.list('sizes/')) {
      expect({ key, bytes }).toEqual({ key: 'sizes/a', bytes: 7 });
      expect(Math.abs(Date.now() - modifiedAt.getTime())).toBeLessThan(60_000);
    }
  });
});

describe('the storage setting', () => {
  it('is refused without showing its secret', () => {
    for (const setting of ['ftp://x', 's3://key:hush@host', 's3://host/bucket', 's3://key:hush@host/a/b']) {
      expect(() => createStorage(setting)).toThrow(/^Wrong settings: STORAGE/);
      expect(() => createStorage(setting)).not.toThrow(/hush/);
    }
  });

  it('keeps keys inside the folder', async () => {
    const storage = createStorage(`file:${join(tmpdir(), 'fraisier-inside')}`);
    await expect(storage.readAll('../etc/passwd')).rejects.toThrow('key outside the storage');
  });
});
