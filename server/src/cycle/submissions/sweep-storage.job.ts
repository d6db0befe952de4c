import type { Deps } from '../../deps.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { RENDER_ATTEMPTS, renderKey } from './render-pictures.job.ts';
import {
  forgetPictures,
  listFilesOfRows,
  listKnownFiles,
  listShowing,
  type Shelf,
  shelfNames,
} from './stored-files.sql.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;
/** Where more is gone, it is not files that are missing but a folder or a bucket. */
const MOST_MISSING = 1000;
const NAMED = 20;

/**
 * The job: removes what is under temp/ for a day, and files of that age that no row knows: what is left of an upload or
 * a rendering whose process died between the file and its row. The other way about, what a row knows and storage has
 * not: pictures are drawn again from their original; for anything else the job fails, which is how operators hear of it.
 */
export async function sweepStorage(deps: Deps, now = Date.now()): Promise<void> {
  const { storage } = deps;
  let removed = 0;
  const isOld = (file: { modifiedAt: Date }) => now - file.modifiedAt.getTime() > DAY_MS;
  for await (const file of storage.list('temp/')) {
    if (!isOld(file)) continue;
    await storage.remove(file.key);
    removed += 1;
  }
  const missing: string[] = [];
  for (const shelf of shelfNames) {
    let after: string = shelf;
    for await (const files of inBatches(storage.list(shelf))) {
      removed += await removeUnknown(
        deps,
        shelf,
        files.filter(isOld).map(({ key }) => key),
      );
      const upTo = files.at(-1)!.key;
      missing.push(...(await findMissing(deps, shelf, { after, upTo, found: new Set(files.map(({ key }) => key)) })));
      after = upTo;
    }
    missing.push(...(await findMissing(deps, shelf, { after, upTo: null, found: new Set() })));
    if (missing.length > MOST_MISSING) throw goneError(missing);
  }
  if (removed > 0) deps.log.info({ removed }, 'swept files that nothing needs');
  const gone = [...missing.filter((key) => !key.startsWith('pictures/')), ...(await drawAgain(deps, missing))];
  if (gone.length > 0) throw goneError(gone);
}

async function removeUnknown({ db, storage }: Deps, shelf: Shelf, keys: readonly string[]): Promise<number> {
  const known = await listKnownFiles(db, shelf, keys);
  const unknown = keys.filter((key) => !known.has(key));
  for (const key of unknown) await storage.remove(key);
  return unknown.length;
}

interface Stretch {
  readonly after: string;
  /** Null to the end. */
  readonly upTo: string | null;
  readonly found: ReadonlySet<string>;
}

/** What the rows of a stretch of keys name and the list of it did not have. Asked for once more: it may be new. */
async function findMissing({ db, storage }: Deps, shelf: Shelf, { after, upTo, found }: Stretch): Promise<string[]> {
  const missing: string[] = [];
  for (let from = after; ; ) {
    const keys = await listFilesOfRows(db, shelf, { after: from, upTo, limit: BATCH });
    for (const key of keys) if (!found.has(key) && !(await storage.exists(key))) missing.push(key);
    if (keys.length < BATCH || missing.length > MOST_MISSING) return missing;
    from = keys.at(-1)!;
  }
}

/** Gives the pictures that cannot be, because their original is gone too. */
async function drawAgain({ db, storage, log }: Deps, missing: readonly string[]): Promise<string[]> {
  const pictures = missing.filter((key) => key.startsWith('pictures/'));
  if (pictures.length === 0) return [];
  const lost: string[] = [];
  for (const { id, original } of await listShowing(db, pictures)) {
    if (!(await storage.exists(original))) {
      lost.push(`pictures of ${original}`);
      continue;
    }
    log.warn({ artwork: id }, 'pictures of an artwork are gone: they are drawn again');
    await db.transaction().execute(async (trx) => {
      await forgetPictures(trx, id);
      await enqueue(
        trx,
        'render-pictures',
        { artworkId: id },
        { key: renderKey(id), priority: 2, maxAttempts: RENDER_ATTEMPTS },
      );
    });
  }
  return lost;
}

function goneError(keys: readonly string[]): Error {
  const named = keys.slice(0, NAMED).join(', ');
  return new Error(`storage has lost ${keys.length} files that rows know: ${named}${keys.length > NAMED ? ' …' : ''}`);
}

async function* inBatches<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
