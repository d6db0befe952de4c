import { jobHandlers } from '@fraisier/server/jobs.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { runDueJobs } from '@fraisier/server/platform/jobs/worker.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveToDecided, type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

describe('the result letter', () => {
  let shop: TestShop;
  let month: Month;
  let stranger: SignedIn;
  const letterOf = (design: number) => `/api/designs/${month.designs[design]!.id}/letter`;
  const letters = async () =>
    (
      await shop.pool.query<{ n: number }>('select count(*)::int as n from letters where round_id = $1', [
        month.roundId,
      ])
    ).rows[0]!.n;
  const mails = () => shop.deps.db.selectFrom('mails').selectAll().where('template', '=', 'result-letter').execute();

  beforeAll(async () => {
    shop = await openShop();
    month = await liveToDecided(shop, {
      designs: 4,
      voters: 6,
      taste: (design, voter) => {
        const stars = (5 - design) as 2 | 3 | 4 | 5;
        if (design === 0) return { stars, wouldWear: true, size: 'M' };
        return { stars, wouldWear: false, ...(design === 1 && voter < 2 ? { note: `A word, number ${voter}.` } : {}) };
      },
    });
    stranger = await shop.member();
    const { body } = await month.operator.get('/api/notes').expect(200);
    expect(body.items).toHaveLength(2);
    await month.operator.put(`/api/notes/${body.items[0].id}/state`, { state: 'approved' }).expect(200);
    await month.operator.put(`/api/notes/${body.items[1].id}/state`, { state: 'hidden' }).expect(200);
  });
  afterAll(() => shop.close());

  it('is there from the close on, for each entrant, before any job has run', async () => {
    expect(await letters()).toBe(4);
    expect(await mails()).toEqual([]);
    await month.designs[1]!.designer.get(letterOf(1)).expect(200);
  });

  it('reaches every entrant once, however often the job runs, and two at a time', async () => {
    await shop.runJobs();
    for (let nth = 0; nth < 3; nth++) await enqueue(shop.deps.db, 'write-letters', { roundId: month.roundId });
    await Promise.all([shop.runJobs(), runDueJobs(shop.deps, shop.pool, jobHandlers)]);
    expect((await mails()).map((mail) => mail.recipient).sort()).toEqual(
      month.designs.map(({ designer }) => designer.email).sort(),
    );
    expect((await mails()).every((mail) => mail.sent_at !== null)).toBe(true);
    expect(await letters()).toBe(4);
  });

  it('says the result, what voters left, and what is possible', async () => {
    const { body } = await month.designs[1]!.designer.get(letterOf(1)).expect(200);
    expect(body).toMatchObject({ winner: false, rank: 2, designs: 4, ratings: 6, wouldWear: 0, round: month.slug });
    expect(body.notes).toHaveLength(1);
    expect(body.histogram.reduce((sum: number, count: number) => sum + count, 0)).toBe(6);
    expect(body.winners).toEqual([{ title: month.designs[0]!.title, designer: month.designs[0]!.designer.name }]);
    expect(body.bounty).toBeNull();
    expect(body.decisions).toEqual([]);
  });

  it('has the words of voters as they are moderated now, not as they were at the close', async () => {
    const { rows } = await shop.pool.query<{ id: string; body: string }>(
      "select id, body from notes where state = 'approved'",
    );
    const state = (to: string) => month.operator.put(`/api/notes/${rows[0]!.id}/state`, { state: to }).expect(200);
    await state('hidden');
    expect((await month.designs[1]!.designer.get(letterOf(1)).expect(200)).body.notes).toEqual([]);
    await state('approved');
    expect((await month.designs[1]!.designer.get(letterOf(1)).expect(200)).body.notes).toEqual([rows[0]!.body]);
  });

  it('tells the winner of the bounty', async () => {
    const { body } = await month.designs[0]!.designer.get(letterOf(0)).expect(200);
    expect(body).toMatchObject({ winner: true, rank: 1, wouldWear: 6, sizes: { M: 6 } });
    await month.designs[0]!.designer.get(`/api/bounties/${body.bounty}`).expect(200);
  });

  it('is for its designer alone, on its page and on paper', async () => {
    for (const path of [letterOf(1), `${letterOf(1)}/pdf`]) {
      await shop.visitor.get(path).expect(401);
      expect((await stranger.get(path).expect(403)).body.code).toBe('not_owner');
      expect((await month.operator.get(path).expect(403)).body.code).toBe('not_owner');
    }
    for (const end of ['letter', 'letter/pdf']) {
      await stranger.get(`/api/designs/00000000-0000-4000-8000-000000000000/${end}`).expect(404);
      await stranger.get(`/api/designs/raton-laveur/${end}`).expect(400);
    }
    await month.designs[1]!.designer.get(`${letterOf(1)}/pdf?locale=de`).expect(400);
  });

  it('cannot be rewritten', async () => {
    await expect(shop.deps.db.updateTable('letters').set({ content: '{}' }).execute()).rejects.toThrow('append-only');
    await expect(shop.deps.db.deleteFrom('letters').execute()).rejects.toThrow('append-only');
    await expect(shop.pool.query('truncate letters')).rejects.toThrow('append-only');
  });

  it('keeps no letter for a round that is not decided', async () => {
    const open = await planAndOpen(shop, { slug: '2027-02', phase: 'collecting', designs: 1 });
    const answer = await open.designs[0]!.designer.get(`/api/designs/${open.designs[0]!.id}/letter`).expect(404);
    expect(answer.body.code).toBe('letter_not_ready');
    const paper = await open.designs[0]!.designer.get(`/api/designs/${open.designs[0]!.id}/letter/pdf`).expect(404);
    expect(paper.body.code).toBe('letter_not_ready');
  });
});

describe('no letter is missing', () => {
  let shop: TestShop;
  let month: Month;
  const standing = async () => (await month.operator.get('/api/letters').expect(200)).body.items[0];
  const check = async () => {
    await enqueue(shop.deps.db, 'check-letters', {});
    await shop.runJobs();
  };
  /** What is warned of is what this looks for. */
  const quietly = async (act: () => Promise<void>) => {
    const { log } = shop.deps;
    const warn = log.warn.bind(log);
    const warned: unknown[] = [];
    log.warn = ((facts: unknown) => void warned.push(facts)) as typeof log.warn;
    await act().finally(() => {
      log.warn = warn;
    });
    return warned;
  };

  beforeAll(async () => {
    shop = await openShop();
    month = await liveToDecided(shop, { designs: 6, voters: 2 });
  });
  afterAll(() => shop.close());

  it('also when the job of the close is lost: the look finds all that have no mail', async () => {
    await shop.pool.query(
      "delete from graphile_worker._private_jobs as job using graphile_worker._private_tasks as task where task.id = job.task_id and identifier = 'write-letters'",
    );
    expect(await standing()).toMatchObject({ round: month.slug, entrants: 6, written: 6, mailed: 0, missing: 6 });
    const warned = await quietly(check);
    expect(warned).toMatchObject([{ round: month.slug, missing: 6 }]);
    expect(await standing()).toMatchObject({ written: 6, mailed: 6, sent: 6, failed: 0, missing: 0 });
  });

  it('and says nothing when nothing is missing', async () => {
    expect(await quietly(check)).toEqual([]);
    const { rows } = await shop.pool.query("select count(*)::int as n from mails where template = 'result-letter'");
    expect(rows[0].n).toBe(6);
  });

  it('also in a round of before letters were written with the close', async () => {
    await shop.pool.query('alter table letters disable trigger letters_append_only');
    await shop.pool.query('delete from letters where design_id = $1', [month.designs[2]!.id]);
    await shop.pool.query('delete from mails where cause = $1', [`letter:${month.designs[2]!.id}`]);
    await shop.pool.query('alter table letters enable trigger letters_append_only');
    expect(await standing()).toMatchObject({ written: 5, missing: 1 });
    await quietly(check);
    expect(await standing()).toMatchObject({ written: 6, mailed: 6, missing: 0 });
    await month.designs[2]!.designer.get(`/api/designs/${month.designs[2]!.id}/letter`).expect(200);
  });

  it('and one that was killed halfway goes on where it was', async () => {
    const half = await liveToDecided(shop, { slug: '2027-03', designs: 5, voters: 1 });
    const { db } = shop.deps;
    let written = 0;
    // As a kill between two letters leaves it: the transaction is gone, and the job runs again.
    await shop.pool.query(`
      create function die_at_third() returns trigger language plpgsql as $$
      begin
        if (select count(*) from mails where template = 'result-letter' and cause in
          (select 'letter:' || id from designs where round_id = '${half.roundId}')) >= 2 then
          raise exception 'killed';
        end if;
        return new;
      end $$`);
    await shop.pool.query('create trigger die before insert on mails for each row execute function die_at_third()');
    await enqueue(db, 'write-letters', { roundId: half.roundId }, { key: `write-letters:${half.roundId}` });
    await expect(
      quietly(
        () =>
          jobHandlers['write-letters'](shop.deps, { roundId: half.roundId }, { isLastAttempt: false }) as Promise<void>,
      ),
    ).rejects.toThrow('killed');
    await shop.pool.query('drop trigger die on mails');
    for (const design of half.designs) {
      written += (await shop.pool.query('select from letters where design_id = $1', [design.id])).rows.length;
    }
    expect(written).toBe(5);
    await shop.runJobs();
    const { body } = await month.operator.get('/api/letters').expect(200);
    expect(body.items[0]).toMatchObject({ round: '2027-03', entrants: 5, written: 5, mailed: 5, missing: 0 });
  });

  it('but one whose account is erased gets none, and is not missed', async () => {
    const left = await planAndOpen(shop, { slug: '2027-04', phase: 'counted', designs: 3, voters: 2 });
    const gone = left.designs[2]!.designer;
    await gone.delete('/api/me').send({ email: gone.email }).expect(204);
    await left.operator.post('/api/rounds/2027-04/close', {}).expect(200);
    await shop.runJobs();
    expect(await quietly(check)).toEqual([]);
    const { body } = await month.operator.get('/api/letters').expect(200);
    expect(body.items[0]).toMatchObject({ round: '2027-04', entrants: 2, written: 2, mailed: 2, missing: 0 });
    const { rows } = await shop.pool.query("select from mails where recipient like '%erased.invalid'");
    expect(rows).toEqual([]);
  });

  it('and operators alone see how they stand', async () => {
    await shop.visitor.get('/api/letters').expect(401);
    await (await shop.member()).get('/api/letters').expect(403);
  });
});

describe('the close writes the letters or nothing', () => {
  it('when a letter cannot be written the round is not decided', async () => {
    const shop = await openShop();
    const month = await planAndOpen(shop, { phase: 'counted', designs: 3, voters: 2 });
    await shop.pool.query('alter table letters add constraint no_letters check (design_id is null)');
    const { log } = shop.deps;
    log.error = (() => {}) as typeof log.error;
    await month.operator.post(`/api/rounds/${month.slug}/close`, {});
    const { body } = await month.operator.get(`/api/rounds/${month.slug}`).expect(200);
    expect(body.phase).toBe('counted');
    const { rows } = await shop.pool.query(
      'select (select count(*) from bounties)::int as bounties, (select count(*) from runs)::int as runs, (select count(*) from letters)::int as letters',
    );
    expect(rows).toEqual([{ bounties: 0, runs: 0, letters: 0 }]);
    await shop.pool.query('alter table letters drop constraint no_letters');
    await month.operator.post(`/api/rounds/${month.slug}/close`, {}).expect(200);
    expect((await shop.pool.query('select from letters')).rows).toHaveLength(3);
    await shop.close();
  });
});
