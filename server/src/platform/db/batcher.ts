import { Problem } from '@fraisier/shared/http/problems.ts';

/** What `run` says of an item that cannot be in this batch: it goes first in the next one. */
export const LATER: unique symbol = Symbol('later');

export interface BatcherOptions<Item, Result> {
  /**
   * Does the work of a whole batch in one transaction, and settles when that is committed: a result for each item, or
   * LATER. What is wrong with one item alone is that item's result. When it fails, nothing is written.
   */
  run(lane: string, items: readonly Item[]): Promise<readonly (Result | typeof LATER)[]>;
  /** Items in a batch. */
  readonly most: number;
  /** Items that wait, of all lanes together. More are refused at once: a queue without end answers nobody. */
  readonly waiting: number;
  /** Milliseconds after which a batch is given up, so that a connection that hangs does not hold those that come after. */
  readonly patience: number;
}

export interface Batcher<Item, Result> {
  /** The results of the items, in their order, once all are committed. Rejects with 503 when there is no room for all. */
  add(lane: string, items: readonly Item[]): Promise<Result[]>;
  /** Takes nothing more, and settles when all that was taken is answered. */
  close(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Collects what arrives while a batch is under way, and works it off together: one transaction, one wait for the disk.
 * Nothing waits for company: an item alone leaves at once. Each lane has its own order and one batch in flight; lanes do
 * not wait for each other.
 */
export function createBatcher<Item, Result>(options: BatcherOptions<Item, Result>): Batcher<Item, Result> {
  type Entry = Waiting<Item, Result>;
  const lanes = new Map<string, Entry[]>();
  const working = new Set<Promise<void>>();
  let waiting = 0;
  let closed = false;

  /** Until the lane is empty. */
  async function work(lane: string, queue: Entry[]): Promise<void> {
    // What arrived in the same moment goes together; the loop's poll is over before anything else is read.
    await new Promise((resume) => setImmediate(resume));
    while (queue.length > 0) {
      const batch = queue.splice(0, options.most);
      const later = await attempt(lane, batch);
      queue.unshift(...later);
      waiting -= batch.length - later.length;
    }
    lanes.delete(lane);
  }

  /** Answers a batch, but for those that must wait for the next one. */
  async function attempt(lane: string, batch: readonly Entry[]): Promise<Entry[]> {
    try {
      const results = await inTime(
        options.run(
          lane,
          batch.map((entry) => entry.item),
        ),
        options.patience,
      );
      const later: Entry[] = [];
      for (const [nth, entry] of batch.entries()) {
        const result = results[nth];
        if (result === LATER) later.push(entry);
        else entry.resolve(result as Result);
      }
      // The first one has nothing to wait for: a batch that only puts off would do so for ever.
      if (later.length === batch.length) throw new Error('a batch did nothing');
      return later;
    } catch (error) {
      if (batch.length === 1 || !wasRolledBack(error)) {
        for (const entry of batch) entry.reject(error);
        return [];
      }
      // One of them breaks the transaction of all: halves, in their order, until it stands alone.
      const half = Math.ceil(batch.length / 2);
      const later = await attempt(lane, batch.slice(0, half));
      return attempt(lane, later.concat(batch.slice(half)));
    }
  }

  return {
    async add(lane, items) {
      if (closed || waiting + items.length > options.waiting) {
        throw new Problem('unavailable', { detail: 'Too much is waiting to be written; try again in a moment.' });
      }
      waiting += items.length;
      let queue = lanes.get(lane);
      const idle = queue === undefined;
      queue ??= [];
      const results = items.map(
        (item) => new Promise<Result>((resolve, reject) => queue.push({ item, resolve, reject })),
      );
      if (idle) {
        lanes.set(lane, queue);
        const done = work(lane, queue).finally(() => working.delete(done));
        working.add(done);
      }
      return Promise.all(results);
    },

    async close() {
      closed = true;
      await Promise.all(working);
    },
  };
}

/**
 * Whether the database itself refused the statement: then nothing of it is there, and less of it may pass. Of a
 * connection that broke nobody knows, and a database that is away would refuse each item again.
 */
function wasRolledBack(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^(08|53|57|58)/.test(code);
}

async function inTime<T>(work: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('unavailable')), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
