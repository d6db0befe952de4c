import { randomUUID } from 'node:crypto';
import {
  access,
  constants,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { diskProblem, withProblems } from './failures.ts';
import { measured } from './measured.ts';
import type { Storage } from './storage.ts';

/** Two of the largest uploads: with less room than this the next one may not fit. */
const LEAST_FREE_BYTES = 120_000_000;

export function createDiskStorage(root: string): Storage {
  const pathOf = (key: string) => {
    const path = join(root, key);
    const inside = relative(root, path);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) {
      throw new Error(`key outside the storage: ${key}`);
    }
    return path;
  };
  const fileOf = async (key: string) => {
    const path = pathOf(key);
    await access(path).catch(notFound);
    return path;
  };
  const prepare = async (key: string) => {
    const path = pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    return path;
  };
  const move = async (from: string, to: string) => {
    await rename(from, to);
    await flushFolder(dirname(to));
  };

  return withProblems(diskProblem, {
    async writeTemp(stream, { maxBytes }) {
      const key = `temp/${randomUUID()}`;
      const path = await prepare(key);
      const input = measured(stream, maxBytes);
      // Opened before anything can fail: a stream that ends while it opens its file would make it after its removal.
      const file = await open(path, 'wx');
      try {
        await pipeline(input.chunks(), file.createWriteStream({ flush: true }));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      return { key, ...input.result() };
    },
    async promote(tempKey, key) {
      await move(pathOf(tempKey), await prepare(key)).catch(notFound);
    },
    async write(key, body) {
      const path = await prepare(key);
      // Written aside and renamed, so that a reader never sees half a file; in temp/, so that a crash leaves it to the sweep.
      const aside = await prepare(`temp/${randomUUID()}`);
      try {
        await writeFile(aside, body, { flush: true });
        await move(aside, path);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
    },
    async read(key) {
      // Opened before it is handed over: a file removed in between is a 404, not a stream that breaks.
      const file = await open(pathOf(key)).catch(notFound);
      return file.createReadStream();
    },
    readAll: async (key) => readFile(pathOf(key)).catch(notFound),
    withLocalFile: async (key, use) => use(await fileOf(key)),
    exists: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
    remove: (key) => rm(pathOf(key), { force: true }),
    async *list(prefix) {
      const entries = await readdir(pathOf(prefix), { recursive: true, withFileTypes: true }).catch(nothingThere);
      const keys = entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
      for (const key of keys.sort()) {
        // Removed meanwhile.
        const found = await stat(pathOf(key)).catch(() => null);
        if (found) yield { key, bytes: found.size, modifiedAt: found.mtime };
      }
    },
    async check() {
      await mkdir(root, { recursive: true });
      await access(root, constants.W_OK);
      const { bavail, bsize } = await statfs(root);
      if (bavail * bsize < LEAST_FREE_BYTES) throw new Problem('storage_full');
    },
  });
}

function notFound(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new Problem('not_found');
  throw error;
}

/** A folder that was never written to. One that cannot be read is not empty. */
function nothingThere(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** A rename outlives a power cut only when its folder is flushed too. Some systems cannot open a folder. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  if (!folder) return;
  try {
    await folder.sync().catch(() => {});
  } finally {
    await folder.close();
  }
}
