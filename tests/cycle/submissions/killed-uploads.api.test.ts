import { setTimeout as sleep } from 'node:timers/promises';
import { resumeChecks } from '@fraisier/server/cycle/submissions/resume-checks.job.ts';
import { sweepStorage } from '@fraisier/server/cycle/submissions/sweep-storage.job.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallPng } from '../../support/artwork.ts';

import { planAndOpen } from '../../support/month.ts';
import { multipart } from '../../support/multipart.ts';
import { childrenOf, type ServerProcess, startServer } from '../../support/server-process.ts';
import { openShop, type TestShop } from '../../support/shop.ts';
import { filesIn, goodFields } from '../../support/submissions.ts';
import { seeded } from '../../support/voters.ts';

const slug = '2026-12';
const hour = 3_600_000;
const KILLS = 3;
const FILES = 2;

/** What the one who sent it knows. */
type Known = 'taken' | 'refused' | 'unknown';

describe('a server that is killed while files come in and are looked at', () => {
  let shop: TestShop;
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    shop = await openShop();
    await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
  });
  afterAll(async () => {
    await server?.kill();
    await shop.close();
  });

  const roll = seeded(20_261_122);
  const sent: { title: string; known: Known; id?: string }[] = [];

  /** Hands in some designs, one after the other, while there is a server. */
  async function designer(nth: number, isOver: () => boolean): Promise<void> {
    for (let file = 0; file < FILES && !isOver(); file++) {
      const member = await shop.member();
      const title = `Dessin ${nth}-${file}`;
      const form = multipart({ body: await smallPng() }, { ...goodFields, title });
      const answer = await fetch(`${server!.url}/api/rounds/${slug}/submissions`, {
        method: 'POST',
        body: new Uint8Array(form.body),
        headers: { 'content-type': form.type, cookie: member.cookie },
      })
        .then(async (one) => ({ status: one.status, body: (await one.json()) as { id: string } }))
        .catch(() => null);
      if (answer?.status === 202) sent.push({ title, known: 'taken', id: answer.body.id });
      else sent.push({ title, known: answer && answer.status < 500 ? 'refused' : 'unknown' });
      if (!answer) await sleep(50);
    }
  }

  it('loses nothing that it took, and ends each design ready or refused with a reason', async () => {
    for (let nth = 0; nth < KILLS; nth++) {
      server = await startServer(shop);
      let isOver = false;
      const designers = [1, 2].map((one) => designer(nth * 10 + one, () => isOver));
      await sleep(300 + roll() * 1500);
      // The process that decodes dies first, every other time.
      if (nth % 2) for (const pid of childrenOf(server.pid)) process.kill(pid, 'SIGKILL');
      await sleep(roll() * 400);
      const killed = server.kill();
      isOver = true;
      await Promise.all([killed, ...designers]);
    }
    expect(sent.filter(({ known }) => known === 'taken').length).toBeGreaterThanOrEqual(KILLS);

    server = await startServer(shop);
    // What the jobs do each ten minutes, when an upload is five minutes old.
    await shop.pool.query(`update artworks set uploaded_at = uploaded_at - interval '1 hour'`);
    await resumeChecks(shop.deps);
    // What a killed image process put off comes again in a minute: here at once.
    const sooner = () =>
      shop.pool.query('update graphile_worker._private_jobs set run_at = now() where run_at > now()');
    const open = async () => {
      await sooner();
      return (
        await shop.pool.query(`
          select designs.id, state from designs where state = 'checking' or (state = 'checked' and not exists
            (select from pictures where artwork_id = designs.artwork_id and kind = 'front'))`)
      ).rows;
    };
    await expect.poll(open, { timeout: 400_000, interval: 300 }).toEqual([]);

    const { rows: designs } = await shop.pool.query(`
      select title, state, (select reasons from design_decisions where design_id = designs.id limit 1) as reasons
      from designs`);
    for (const { title, known } of sent) {
      const found = designs.filter((design) => design.title === title);
      expect(found.length, `${title}, ${known}`).toBeLessThanOrEqual(1);
      if (known !== 'unknown') expect(found.length, `${title}, ${known}`).toBe(known === 'taken' ? 1 : 0);
    }
    for (const { state, reasons } of designs) {
      if (state !== 'checked') expect({ state, reasons }).toEqual({ state: 'refused', reasons: ['image_broken'] });
    }
    expect(designs.some(({ state }) => state === 'checked')).toBe(true);

    await server.kill();
    await sweepStorage(shop.deps, Date.now() + 25 * hour);
    const { rows } = await shop.pool.query(
      `select storage_key as key from artworks union select 'pictures/' || name from pictures order by key`,
    );
    expect(await filesIn(shop, 'temp/', 'originals/', 'pictures/')).toEqual(rows.map(({ key }) => key));
  }, 600_000);
});
