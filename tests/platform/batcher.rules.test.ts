import { type BatcherOptions, createBatcher, LATER } from '@fraisier/server/platform/db/batcher.ts';
import { describe, expect, it } from 'vitest';

type Run = BatcherOptions<string, string>['run'];

/** A batcher over a run that is let go by hand, and what it was given. */
function held(options: Partial<BatcherOptions<string, string>> = {}) {
  const batches: string[][] = [];
  const releases: (() => void)[] = [];
  const batcher = createBatcher<string, string>({
    run: async (_, items) => {
      batches.push([...items]);
      await new Promise<void>((release) => releases.push(release));
      return items.map((item) => `did ${item}`);
    },
    most: 3,
    waiting: 100,
    patience: 10_000,
    ...options,
  });
  return { batcher, batches, release: () => releases.shift()!() };
}

const over = (run: Run, options: Partial<BatcherOptions<string, string>> = {}) =>
  createBatcher<string, string>({ run, most: 256, waiting: 1000, patience: 10_000, ...options });
const tick = () => new Promise((done) => setTimeout(done, 5));
/** As Postgres refuses a statement. */
const refusal = (code = '23514') => Object.assign(new Error(`refused by ${code}`), { code });

describe('a batch', () => {
  it('takes an item alone at once, and those that come meanwhile together, in their order', async () => {
    const { batcher, batches, release } = held();
    const first = batcher.add('a', ['1']);
    await tick();
    expect(batches).toEqual([['1']]);
    const others = ['2', '3', '4', '5'].map((item) => batcher.add('a', [item]));
    await tick();
    expect(batches).toHaveLength(1);
    release();
    expect(await first).toEqual(['did 1']);
    await tick();
    expect(batches).toEqual([['1'], ['2', '3', '4']]);
    release();
    await tick();
    expect(batches.at(-1)).toEqual(['5']);
    release();
    expect(await Promise.all(others)).toEqual([['did 2'], ['did 3'], ['did 4'], ['did 5']]);
  });

  it('takes what arrives in one moment together', async () => {
    const { batcher, batches, release } = held();
    const both = Promise.all([batcher.add('a', ['1', '2']), batcher.add('a', ['3'])]);
    await tick();
    expect(batches).toEqual([['1', '2', '3']]);
    release();
    expect(await both).toEqual([['did 1', 'did 2'], ['did 3']]);
  });

  it('answers nobody before it is done', async () => {
    const { batcher, release } = held();
    let answered = false;
    const adding = batcher.add('a', ['1']).then(() => {
      answered = true;
    });
    await tick();
    expect(answered).toBe(false);
    release();
    await adding;
  });

  it('of one lane does not wait for another lane', async () => {
    const { batcher, batches, release } = held();
    const slow = batcher.add('slow', ['1']);
    await tick();
    const quick = batcher.add('quick', ['2']);
    await tick();
    expect(batches).toEqual([['1'], ['2']]);
    release();
    release();
    await Promise.all([slow, quick]);
  });
});

describe('an item that must come later', () => {
  it('goes first in the next batch, before what came after it', async () => {
    const batches: string[][] = [];
    const batcher = over(
      async (_, items) => {
        batches.push([...items]);
        const seen = new Set<string>();
        return items.map((item) => {
          if (seen.has(item[0]!)) return LATER;
          seen.add(item[0]!);
          return item;
        });
      },
      { most: 4 },
    );
    expect(await batcher.add('a', ['a1', 'a2', 'b1', 'a3', 'c1'])).toEqual(['a1', 'a2', 'b1', 'a3', 'c1']);
    expect(batches).toEqual([['a1', 'a2', 'b1', 'a3'], ['a2', 'a3', 'c1'], ['a3']]);
  });

  it('is not put off for ever', async () => {
    const batcher = over(async (_, items) => items.map(() => LATER));
    await expect(batcher.add('a', ['1'])).rejects.toThrow('did nothing');
  });
});

describe('a batch that the database refuses', () => {
  it('fails for the item alone that breaks it, and keeps the order of the others', async () => {
    const written: string[] = [];
    const batcher = over(async (_, items) => {
      if (items.includes('poison')) throw refusal();
      written.push(...items);
      return items;
    });
    const items = Array.from({ length: 100 }, (_, nth) => (nth === 41 ? 'poison' : String(nth)));
    const outcomes = await Promise.allSettled(items.map((item) => batcher.add('a', [item])));
    expect(outcomes.map(({ status }) => status)).toEqual(
      items.map((one) => (one === 'poison' ? 'rejected' : 'fulfilled')),
    );
    expect(written).toEqual(items.filter((item) => item !== 'poison'));
  });

  it('keeps the order of what it put off, too', async () => {
    const written: string[] = [];
    const batcher = over(async (_, items) => {
      if (items.includes('poison')) throw refusal();
      const later = items.map((item, nth) => items.slice(0, nth).some((before) => before[0] === item[0]));
      written.push(...items.filter((_, nth) => !later[nth]));
      return items.map((item, nth) => (later[nth] ? LATER : item));
    });
    const items = ['a1', 'a2', 'b1', 'poison', 'a3', 'b2'];
    await Promise.allSettled(items.map((item) => batcher.add('a', [item])));
    const of = (letter: string) => written.filter((item) => item.startsWith(letter));
    expect([of('a'), of('b')]).toEqual([
      ['a1', 'a2', 'a3'],
      ['b1', 'b2'],
    ]);
  });

  it.each(['08006', '57P01', 'ECONNRESET', '53300', undefined])(
    'by %s is not tried again: nobody knows what became of it, or it would fail again',
    async (code) => {
      let runs = 0;
      const batcher = over(async () => {
        runs += 1;
        throw Object.assign(new Error('gone'), code ? { code } : {});
      });
      await expect(batcher.add('a', ['1', '2', '3'])).rejects.toThrow('gone');
      expect(runs).toBe(1);
    },
  );

  it('leaves the lane working', async () => {
    let broken = true;
    const batcher = over(async (_, items) => {
      if (broken) throw new Error('gone');
      return items;
    });
    await expect(batcher.add('a', ['1'])).rejects.toThrow('gone');
    broken = false;
    expect(await batcher.add('a', ['2'])).toEqual(['2']);
  });
});

describe('a queue', () => {
  it('refuses at once what it has no room for, whole, and takes again when there is room', async () => {
    const { batcher, release } = held({ waiting: 4 });
    const taken = [batcher.add('a', ['1', '2']), batcher.add('b', ['3'])];
    await expect(batcher.add('a', ['4', '5'])).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    const last = batcher.add('b', ['6']);
    await tick();
    release();
    release();
    await Promise.all([...taken, last]);
    const again = batcher.add('a', ['7', '8']);
    await tick();
    release();
    expect(await again).toEqual(['did 7', 'did 8']);
  });

  it('gives up a batch that hangs, and goes on with those that wait', async () => {
    let runs = 0;
    const batcher = over(async (_, items) => (++runs === 1 ? new Promise(() => {}) : items), { patience: 30 });
    const hanging = batcher.add('a', ['1']);
    await tick();
    const next = batcher.add('a', ['2']);
    await expect(hanging).rejects.toMatchObject({ code: 'unavailable' });
    expect(await next).toEqual(['2']);
  });

  it('answers all that it took before it is closed, and takes nothing more', async () => {
    const { batcher, batches, release } = held();
    const taken = ['1', '2', '3', '4'].map((item) => batcher.add('a', [item]));
    const closing = batcher.close();
    await expect(batcher.add('a', ['5'])).rejects.toMatchObject({ code: 'unavailable' });
    let closed = false;
    const done = closing.then(() => {
      closed = true;
    });
    await tick();
    release();
    await tick();
    expect(closed).toBe(false);
    release();
    await done;
    expect(await Promise.all(taken)).toHaveLength(4);
    expect(batches.flat()).toEqual(['1', '2', '3', '4']);
  });
});
