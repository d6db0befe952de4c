import type { Storage } from '@fraisier/server/platform/storage/storage.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';

export interface FailingStorage extends Storage {
  /** Calls since the last `failAt`. */
  readonly calls: readonly string[];
  /** From now on the nth call fails, from 0, and all after it when it is to last; null: none does. */
  failAt(nth: number | null, options?: { as: 'storage_full' | 'unavailable'; lasts: boolean }): void;
}

/** A real storage of which one call fails, as the interface says that calls fail. */
export function failing(storage: Storage): FailingStorage {
  let at: number | null = null;
  let how: { as: 'storage_full' | 'unavailable'; lasts: boolean } = { as: 'storage_full', lasts: false };
  let calls: string[] = [];
  const counted =
    <A extends unknown[], R>(name: string, act: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      const nth = calls.push(name) - 1;
      if (at !== null && (how.lasts ? nth >= at : nth === at)) throw new Problem(how.as);
      return act(...given);
    };
  return {
    get calls() {
      return calls;
    },
    failAt(nth, options = { as: 'storage_full', lasts: false }) {
      at = nth;
      how = options;
      calls = [];
    },
    writeTemp: counted('writeTemp', storage.writeTemp),
    promote: counted('promote', storage.promote),
    write: counted('write', storage.write),
    read: counted('read', storage.read),
    readAll: counted('readAll', storage.readAll),
    // The file is lent first, and it is the work with it that has no room.
    withLocalFile: (key, use) => storage.withLocalFile(key, (path) => counted('withLocalFile', () => use(path))()),
    exists: counted('exists', storage.exists),
    remove: counted('remove', storage.remove),
    list: (folder) => storage.list(folder),
    check: counted('check', storage.check),
  };
}
