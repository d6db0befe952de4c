import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, type Cases, SENTINEL } from '../../support/corpus/cases.ts';
import { good } from '../../support/corpus/good.ts';
import { hostile } from '../../support/corpus/hostile.ts';
import { odd } from '../../support/corpus/odd.ts';
import { planAndOpen } from '../../support/month.ts';
import { multipart } from '../../support/multipart.ts';
import { type ServerProcess, startServer, watchMemory } from '../../support/server-process.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { filesIn, goodFields } from '../../support/submissions.ts';

/**
 * Every file of the corpus goes through the real server and its jobs, in a process of their own, while others vote and
 * look at the gallery. What becomes of each stands beside it in tests/support/corpus.
 */
const cases: Cases = { ...good, ...odd, ...hostile };
const voting = '2026-12';
const collecting = '2027-01';

interface Outcome {
  status: number;
  code: string;
  designId: string;
  state: string;
  reasons: string[];
}

describe('every file of the corpus', () => {
  let shop: TestShop;
  let server: ServerProcess;
  let memory: ReturnType<typeof watchMemory>;
  const outcomes = new Map<string, Outcome>();
  /** Milliseconds that others waited meanwhile. */
  const waits: { readonly what: string; readonly status: number; readonly ms: number }[] = [];
  let isOver = false;

  beforeAll(async () => {
    shop = await openShop();
    const month = await planAndOpen(shop, { slug: voting, phase: 'voting', designs: 8 });
    await planAndOpen(shop, { slug: collecting, phase: 'collecting', designs: 0 });
    const voter = await shop.member({ name: 'Nina' });
    server = await startServer(shop);
    memory = watchMemory(server.pid);
    const others = beAround(voter, month.slug);
    // Whatever fails first is what is told.
    others.catch(() => {});
    await handInAll();
    await untilAllIsDone();
    isOver = true;
    await others;
    memory.stop();
    await readOutcomes();
  }, 600_000);
  afterAll(async () => {
    isOver = true;
    await server?.kill();
    await shop?.close();
  });

  const ask = (path: string, who: SignedIn | null, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { ...init, headers: { ...(who ? { cookie: who.cookie } : {}), ...init.headers } });

  /** Two at a time; each person hands in what one person may. */
  async function handInAll(): Promise<void> {
    const waiting = Object.entries(cases);
    await Promise.all(
      [1, 2].map(async () => {
        for (let designer: SignedIn | undefined; waiting.length > 0; designer = undefined) {
          designer = await shop.member();
          for (const [what, one] of waiting.splice(0, 3)) outcomes.set(what, await handIn(designer, what, one));
        }
      }),
    );
  }

  async function handIn(designer: SignedIn, what: string, { file, name, type }: Case): Promise<Outcome> {
    const form = multipart(
      { body: Buffer.from(await file()), ...(name === undefined ? {} : { name }), ...(type ? { type } : {}) },
      { ...goodFields, title: what.slice(0, 60) },
    );
    const answer = await ask(`/api/rounds/${collecting}/submissions`, designer, {
      method: 'POST',
      body: new Uint8Array(form.body),
      headers: { 'content-type': form.type },
    });
    const body = (await answer.json()) as { code?: string; id?: string };
    const none = { state: '', reasons: [] };
    return { status: answer.status, code: body.code ?? '', designId: body.id ?? '', ...none };
  }

  /** A vote and a page of the gallery, now and then. */
  async function beAround(voter: SignedIn, round: string): Promise<void> {
    const timed = async (what: string, request: () => Promise<Response>) => {
      const before = performance.now();
      const answer = await request();
      const body = await answer.json();
      waits.push({ what, status: answer.status, ms: performance.now() - before });
      return body;
    };
    const hand = (await timed('a hand', () => ask(`/api/rounds/${round}/hands`, voter, { method: 'POST' }))) as {
      designs: { id: string }[];
    };
    for (let nth = 0; !isOver; nth++) {
      const design = hand.designs[nth % hand.designs.length]!.id;
      await timed('a vote', () =>
        ask(`/api/rounds/${round}/ballot/${design}`, voter, {
          method: 'PUT',
          body: JSON.stringify({ stars: 1 + (nth % 5), wouldWear: false }),
          headers: { 'content-type': 'application/json' },
        }),
      );
      await timed('the gallery', () => ask(`/api/rounds/${round}/designs?order=1`, null));
      await sleep(100);
    }
  }

  async function untilAllIsDone(): Promise<void> {
    for (const until = Date.now() + 500_000; ; await sleep(100)) {
      // Two cores would draw shirts for a minute: of what carries nothing, that it can be decoded is enough.
      await shop.pool.query(
        `delete from graphile_worker._private_jobs where locked_at is null and key = any(
           select 'render-pictures/' || artwork_id from designs where not id = any($1::uuid[]))`,
        [drawn()],
      );
      const { rows } = await shop.pool.query(
        `select count(*)::int as left from graphile_worker.jobs
         where task_identifier in ('check-artwork', 'render-pictures')`,
      );
      if (rows[0].left === 0) return;
      if (Date.now() > until) throw new Error(`${rows[0].left} jobs are left.\n${server.said()}`);
    }
  }

  const drawn = () =>
    Object.entries(cases)
      .filter(([, { isDrawn }]) => isDrawn)
      .flatMap(([what]) => outcomes.get(what)?.designId || []);

  async function readOutcomes(): Promise<void> {
    const { rows } = await shop.pool.query(
      `select designs.id, state, exists (select from pictures where artwork_id = artworks.id and kind = 'front') as drawn,
         (select reasons from design_decisions where design_id = designs.id order by id desc limit 1) as reasons
       from designs join artworks on artworks.id = designs.artwork_id`,
    );
    for (const outcome of outcomes.values()) {
      const row = rows.find(({ id }) => id === outcome.designId);
      if (!row) continue;
      outcome.state = drawn().includes(row.id) && !row.drawn ? `${row.state}, and not drawn` : row.state;
      outcome.reasons = row.reasons ?? [];
    }
  }

  const verdictOf = (what: string): string => {
    const { status, code, state, reasons } = outcomes.get(what)!;
    if (status !== 202) return status < 500 ? code : `${status} ${code}`;
    if (state === 'refused') return `refused: ${reasons.join(', ')}`;
    return state === 'checked' ? 'a design' : state;
  };

  describe.each([
    ['what programs write', good],
    ['what is odd', odd],
    ['what is hostile or broken', hostile],
  ])('%s', (_group, group) => {
    it.each(Object.entries(group).map(([what, { ends }]) => ({ what, ends })))('$what: $ends', ({ what, ends }) => {
      expect(verdictOf(what)).toBe(ends);
    });
  });

  it('leaves no file that no row knows, and no row without its file', async () => {
    const { rows } = await shop.pool.query(`
      select storage_key as key from artworks where storage_key like 'originals/%' union select 'pictures/' || name from pictures`);
    expect(await filesIn(shop, 'originals/', 'pictures/')).toEqual(rows.map(({ key }) => key).sort());
    expect(await filesIn(shop, 'temp/')).toEqual([]);
  });

  it('keeps what a file carries besides its pixels out of every picture', async () => {
    const { rows } = await shop.pool.query('select distinct name from pictures');
    expect(rows.length).toBeGreaterThan(50);
    for (const { name } of rows) {
      const answer = await ask(`/pictures/${name}`, null);
      const body = Buffer.from(await answer.arrayBuffer());
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      for (const left of [
        SENTINEL,
        '<script',
        '<?php',
        '%PDF',
        'PK\u0003\u0004',
        'Exif\0\0',
        'http://ns.adobe.com/xap',
      ]) {
        expect(body.includes(left), `${left} in ${name}`).toBe(false);
      }
    }
  });

  it('costs the server little memory, and an image process no more than it may have', () => {
    expect(memory.peaks.server).toBeLessThan(450);
    expect(memory.peaks.child).toBeLessThan(1100);
  });

  it('makes nobody else wait', () => {
    const times = waits.map(({ ms }) => ms).sort((a, b) => a - b);
    const [half, most] = [times[Math.floor(times.length / 2)]!, times[Math.floor(times.length * 0.95)]!];
    expect(waits.filter(({ status }) => status !== 200)).toEqual([]);
    expect(times.length).toBeGreaterThan(20);
    expect(half).toBeLessThan(250);
    // Two cores for the server, two image processes, the database and this test.
    expect(most).toBeLessThan(1500 * Math.max(1, 2 / availableParallelism()));
  });
});
