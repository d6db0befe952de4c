import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Storage } from './storage.ts';

export function createDiskStorage(root: string): Storage {
  const pathOf = (key: string) => {
    const path = join(root, key);
    if (relative(root, path).startsWith('..')) throw new Error(`key outside the storage: ${key}`);
    return path;
  };
  const fileOf = async (key: string) => {
    const path = pathOf(key);
    await access(path).catch(() => {
      throw new Problem('not_found');
    });
    return path;
  };
  const prepare = async (key: string) => {
    const path = pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    return path;
  };

  return {
    async writeTemp(stream, { maxBytes }) {
      const key = `temp/${randomUUID()}`;
      const path = await prepare(key);
      const hash = createHash('sha256');
      let bytes = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          if (bytes > maxBytes) return done(new Problem('too_large'));
          hash.update(chunk);
          done(null, chunk);
        },
      });
      try {
        await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', flush: true }));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      return { key, bytes, sha256: hash.digest() };
    },
    async promote(tempKey, key) {
      await rename(pathOf(tempKey), await prepare(key));
    },
    async write(key, body) {
      // Written beside and renamed, so that a reader never sees half a file.
      const path = await prepare(key);
      const beside = `${path}.${randomUUID()}`;
      await writeFile(beside, body, { flush: true });
      await rename(beside, path);
    },
    read: async (key) => createReadStream(await fileOf(key)),
    readAll: async (key) => readFile(await fileOf(key)),
    withLocalFile: async (key, use) => use(await fileOf(key)),
    exists: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
    remove: (key) => rm(pathOf(key), { force: true }),
    async *list(prefix) {
      const entries = await readdir(pathOf(prefix), { recursive: true, withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const { size, mtime } = await stat(path);
        yield { key: relative(root, path).split(sep).join('/'), bytes: size, modifiedAt: mtime };
      }
    },
    async check() {
      await mkdir(root, { recursive: true });
      await access(root, constants.W_OK);
    },
  };
}
