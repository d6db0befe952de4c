import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, createOutbox, type Outcome, type Waiting } from '../../../web/src/cycle/ballots/outbox.ts';
import { ApiProblem, type FailureCode } from '../../../web/src/platform/api.ts';
import type { Keeping } from '../../../web/src/platform/device.ts';
import { device } from '../../support/device.ts';

const KEY = 'ballot';
const stars = (count: number): Answer => ({ stars: count, wouldWear: false });
const taken: Outcome = { ok: true, rating: null, receipt: null };

/** A network whose other end remembers what arrived; `answer` may throw, or wait. */
function line(answer: (batch: readonly Waiting[]) => Promise<readonly Outcome[]> | readonly Outcome[] = accept) {
  const arrived: Waiting[] = [];
  const batches: number[] = [];
  return {
    arrived,
    batches,
    send: async (batch: readonly Waiting[]) => {
      const said = await answer(batch);
      arrived.push(...batch);
      batches.push(batch.length);
      return said;
    },
  };
}
const accept = (batch: readonly Waiting[]) => batch.map(() => taken);
const fail = (code: FailureCode) => () => {
  throw new ApiProblem(code);
};

test('answers given without a network wait on the device, and leave in order and once', async () => {
  const storage = device();
  const offline = createOutbox({ storage, key: KEY, ...line(fail('offline')) });
  offline.load();
  for (const [design, count] of [
    ['a', 4],
    ['b', 2],
    ['c', 5],
  ] as const) {
    offline.put(design, stars(count));
    await offline.flush();
  }
  expect(offline.getState()).toMatchObject({ stopped: 'offline', sending: false });
  expect(offline.getState().waiting.map(({ design }) => design)).toEqual(['a', 'b', 'c']);

  // Another visit, with a network.
  const network = line();
  const later = createOutbox({ storage, key: KEY, send: network.send });
  later.load();
  expect(later.getState().waiting).toHaveLength(3);
  await later.flush();
  await later.flush();
  expect(network.arrived.map(({ design, answer }) => [design, answer])).toEqual([
    ['a', stars(4)],
    ['b', stars(2)],
    ['c', stars(5)],
  ]);
  expect(network.batches).toEqual([3]);
  expect(storage.kept.size).toBe(0);
});

test('a changed mind takes the place of what has not left', async () => {
  const network = line();
  const outbox = createOutbox({ storage: device(), key: KEY, send: network.send });
  outbox.load();
  outbox.put('a', stars(1));
  outbox.put('b', { skip: true });
  outbox.put('a', stars(5));
  await outbox.flush();
  expect(network.arrived.map(({ design, answer }) => [design, answer])).toEqual([
    ['b', { skip: true }],
    ['a', stars(5)],
  ]);
});

test('a mind changed while the first answer is on its way is sent after it, never lost', async () => {
  const network = line();
  const outbox = createOutbox({ storage: device(), key: KEY, send: network.send });
  outbox.load();
  outbox.put('a', stars(1));
  const first = outbox.flush();
  outbox.put('a', stars(5));
  const second = outbox.flush();
  await Promise.all([first, second]);
  expect(network.arrived.map(({ answer }) => answer)).toEqual([stars(1), stars(5)]);
  expect(outbox.getState().waiting).toEqual([]);
});

test('an answer given in the very moment a run ends is sent too', async () => {
  const network = line();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let runs = 0;
  const outbox = createOutbox({
    storage: device(),
    key: KEY,
    send: network.send,
    // A lock that is given back late, as the browser's may be.
    alone: async (act) => {
      runs += 1;
      await act();
      if (runs === 1) await held;
    },
  });
  outbox.load();
  outbox.put('a', stars(1));
  const first = outbox.flush();
  await new Promise((resolve) => setTimeout(resolve, 5));
  outbox.put('b', stars(2));
  void outbox.flush();
  release();
  await first;
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(network.arrived.map(({ design }) => design)).toEqual(['a', 'b']);
});

test('a refusal is told and let go; what came with it is taken', async () => {
  const outcomes: [string, boolean][] = [];
  const outbox = createOutbox({
    storage: device(),
    key: KEY,
    send: async (batch) => batch.map(({ design }) => (design === 'mine' ? { ok: false, code: 'own_design' } : taken)),
    onOutcome: ({ design }, { ok }) => outcomes.push([design, ok]),
  });
  outbox.load();
  outbox.put('a', stars(3));
  outbox.put('mine', stars(5));
  await outbox.flush();
  expect(outcomes).toEqual([
    ['a', true],
    ['mine', false],
  ]);
  expect(outbox.getState()).toMatchObject({ waiting: [], stopped: null });
  expect(outbox.getState().refused).toEqual([{ design: 'mine', code: 'own_design' }]);
});

test('where the device keeps nothing, answers last as long as the page, and it says so', async () => {
  const full: Keeping = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => {},
  };
  for (const storage of [full, null]) {
    const network = line();
    const outbox = createOutbox({ storage, key: KEY, send: network.send });
    outbox.load();
    outbox.put('a', stars(3));
    outbox.put('b', stars(4));
    expect(outbox.getState()).toMatchObject({ kept: false });
    expect(outbox.getState().waiting).toHaveLength(2);
    await outbox.flush();
    expect(network.arrived).toHaveLength(2);
  }
});

test('what an older page or a stranger left on the device is not sent', async () => {
  for (const left of ['{', '7', '[{"design":1},null,{"id":"x","design":"a"}]']) {
    const storage = device();
    storage.setItem(KEY, left);
    const network = line();
    const outbox = createOutbox({ storage, key: KEY, send: network.send });
    outbox.load();
    await outbox.flush();
    expect(network.arrived).toEqual([]);
  }
});

test('however the network comes and goes, the shop ends with the last answer to each design, none twice', async () => {
  const step = fc.oneof(
    fc.record({ design: fc.constantFrom('a', 'b', 'c', 'd'), count: fc.integer({ min: 1, max: 5 }) }),
    fc.constantFrom<'up' | 'down' | 'lost' | 'flush' | 'reload'>('up', 'down', 'lost', 'flush', 'reload'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const storage = device();
      const shop = new Map<string, Answer>();
      const log: string[] = [];
      let network: 'up' | 'down' | 'lost' = 'up';
      const open = () => {
        const outbox = createOutbox({
          storage,
          key: KEY,
          send: async (batch) => {
            if (network === 'down') throw new ApiProblem('offline');
            for (const { design, answer } of batch) {
              // As the shop does: the same answer again writes nothing.
              if (JSON.stringify(shop.get(design)) !== JSON.stringify(answer)) log.push(design);
              shop.set(design, answer);
            }
            // Taken, and the confirmation is lost on the way back.
            if (network === 'lost') throw new ApiProblem('offline');
            return batch.map(() => taken);
          },
        });
        outbox.load();
        return outbox;
      };
      let outbox = open();
      const last = new Map<string, Answer>();
      for (const one of steps) {
        if (typeof one === 'object') {
          last.set(one.design, stars(one.count));
          outbox.put(one.design, stars(one.count));
          await outbox.flush();
        } else if (one === 'reload') outbox = open();
        else if (one === 'flush') await outbox.flush();
        else network = one;
      }
      network = 'up';
      await outbox.flush();
      const lines = log.length;
      await outbox.flush();
      expect(shop).toEqual(last);
      expect(outbox.getState().waiting).toEqual([]);
      expect(log).toHaveLength(lines);
    }),
    { numRuns: 200 },
  );
});
