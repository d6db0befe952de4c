import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Storage } from './storage.ts';

const full = new Set(['ENOSPC', 'EDQUOT']);
const away = new Set(['EIO', 'EROFS', 'EMFILE', 'ENFILE', 'ESTALE', 'ENODEV', 'ENXIO', 'EACCES', 'EPERM', 'ENOTDIR']);

/** What the disk says, as a problem; null for anything else, such as a stream that its sender cut. */
export function diskProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (full.has(code)) return new Problem('storage_full');
  return away.has(code) ? new Problem('unavailable') : null;
}

/** Storage is full or away, which says nothing about the file: worth another try, later. */
export function isOfStorage(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'storage_full' || error.code === 'unavailable');
}

/** The same storage, with its failures told as problems. The cause stays with them, for the log. */
export function withProblems(problemOf: (error: unknown) => Problem | null, storage: Storage): Storage {
  const tell = (error: unknown): never => {
    const problem = problemOf(error);
    if (!problem || problem === error) throw error;
    problem.cause = error;
    throw problem;
  };
  return {
    writeTemp: (...given) => storage.writeTemp(...given).catch(tell),
    promote: (...given) => storage.promote(...given).catch(tell),
    write: (...given) => storage.write(...given).catch(tell),
    read: (...given) => storage.read(...given).catch(tell),
    readAll: (...given) => storage.readAll(...given).catch(tell),
    withLocalFile: (...given) => storage.withLocalFile(...given).catch(tell),
    exists: (...given) => storage.exists(...given).catch(tell),
    remove: (...given) => storage.remove(...given).catch(tell),
    async *list(folder) {
      try {
        yield* storage.list(folder);
      } catch (error) {
        tell(error);
      }
    },
    check: () => storage.check().catch(tell),
  };
}
