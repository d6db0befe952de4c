import { createDeps } from '@fraisier/server/create-deps.ts';
import { advanceDueRounds } from '@fraisier/server/cycle/rounds/advance-due-rounds.job.ts';
import { jobHandlers } from '@fraisier/server/jobs.ts';
import { startWorker } from '@fraisier/server/platform/jobs/worker.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterDesign, planAndOpen, vote } from '../../support/month.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const phases = async () => {
  const rows = await shop.deps.db.selectFrom('rounds').select(['slug', 'phase']).orderBy('slug').execute();
  return Object.fromEntries(rows.map((row) => [row.slug, row.phase]));
};
const acts = async (slug: string) => {
  const rows = await shop.deps.db
    .selectFrom('audit_log')
    .select(['actor_name', 'actor_id', 'details'])
    .where('act', 'in', ['advance-round', 'extend-round'])
    .where('subject_id', '=', slug)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ by: row.actor_id && row.actor_name, to: (row.details as { to: string }).to }));
};

describe('the job that moves rounds at their planned moments', () => {
  it('does nothing before a moment, one step at it, and nothing more', async () => {
    await planAndOpen(shop, { phase: 'collecting', slug: '2026-12', designs: 2 });
    await shop.setClock('2026-11-30T18:59:00Z');
    await advanceDueRounds(shop.deps);
    expect(await phases()).toEqual({ '2026-12': 'collecting' });
    await shop.setClock('2026-11-30T19:00:00Z');
    await advanceDueRounds(shop.deps);
    await advanceDueRounds(shop.deps);
    expect(await phases()).toEqual({ '2026-12': 'voting' });
  });

  it('catches up step by step after an outage over several moments and months, and stops before the count', async () => {
    const month = await planAndOpen(shop, { phase: 'voting', slug: '2026-12', designs: 3, voters: 2 });
    await planAndOpen(shop, { phase: 'planned', slug: '2027-01' });
    const february = await planAndOpen(shop, { phase: 'planned', slug: '2027-02' });
    await planAndOpen(shop, { phase: 'planned', slug: '2027-03' });
    await shop.setClock('2027-02-10T08:00:00Z');
    await advanceDueRounds(shop.deps);
    expect(await phases()).toEqual({
      '2026-12': 'frozen',
      // Nothing was submitted: it cannot vote, and waits for a person.
      '2027-01': 'collecting',
      '2027-02': 'collecting',
      '2027-03': 'collecting',
    });
    expect((await acts('2026-12')).slice(-2)).toEqual([
      { by: null, to: 'final' },
      { by: null, to: 'frozen' },
    ]);
    expect(await acts(february.slug)).toEqual([{ by: null, to: 'collecting' }]);
    const before = await shop.deps.db.selectFrom('rounds').selectAll().orderBy('slug').execute();
    await advanceDueRounds(shop.deps);
    expect(await shop.deps.db.selectFrom('rounds').selectAll().orderBy('slug').execute()).toEqual(before);
    await shop.visitor.get(`/api/rounds/${month.slug}/result`).expect(409);
  });

  it('extends a final without quorum, then freezes it whatever it has: the end always comes', async () => {
    const plan = { quorumFinal: 50, quorumMedian: 20 };
    const month = await planAndOpen(shop, { phase: 'final', slug: '2026-12', designs: 2, voters: 1, plan });
    const january = await planAndOpen(shop, { phase: 'collecting', slug: '2027-01', designs: 2 });
    await shop.setClock('2026-12-31T19:00:00Z');
    await advanceDueRounds(shop.deps);
    // The extension is decided first: January does not open while December goes on.
    expect(await phases()).toEqual({ '2026-12': 'final', '2027-01': 'collecting' });
    await shop.setClock('2027-01-07T19:00:00Z');
    await advanceDueRounds(shop.deps);
    expect(await phases()).toEqual({ '2026-12': 'frozen', '2027-01': 'voting' });
    expect((await acts(month.slug)).slice(-2)).toEqual([
      { by: null, to: 'final' },
      { by: null, to: 'frozen' },
    ]);
    expect(january.slug).toBe('2027-01');
  });

  it('extends and freezes in one go when it slept through both', async () => {
    const plan = { quorumFinal: 50, quorumMedian: 20 };
    await planAndOpen(shop, { phase: 'final', slug: '2026-12', designs: 2, voters: 1, plan });
    await shop.setClock('2027-02-01T00:00:00Z');
    await advanceDueRounds(shop.deps);
    const row = await shop.deps.db.selectFrom('rounds').selectAll().executeTakeFirstOrThrow();
    expect(row.phase).toBe('frozen');
    expect(row.freeze_due_at).toEqual(new Date('2027-01-07T19:00:00Z'));
  });

  it('runs beside itself and beside an operator, and each step happens once', async () => {
    const month = await planAndOpen(shop, { phase: 'voting', slug: '2026-12', designs: 3 });
    await vote(shop, month, { voters: 2 });
    await shop.setClock('2027-01-05T00:00:00Z');
    const results = await Promise.allSettled([
      advanceDueRounds(shop.deps),
      advanceDueRounds(shop.deps),
      month.operator.post('/api/rounds/2026-12/advance', { to: 'final' }),
      advanceDueRounds(shop.deps),
    ]);
    expect(results.map((result) => result.status)).toEqual(Array(4).fill('fulfilled'));
    expect(await phases()).toEqual({ '2026-12': 'frozen' });
    expect((await acts('2026-12')).map((act) => act.to)).toEqual(['collecting', 'voting', 'final', 'frozen']);
  });

  it('catches up a night: the cut, the freeze and the next month’s vote were all due, each is done once', async () => {
    await planAndOpen(shop, { phase: 'voting', slug: '2026-12', designs: 3, voters: 2 });
    await planAndOpen(shop, { phase: 'collecting', slug: '2027-01', designs: 2 });
    const february = await planAndOpen(shop, { phase: 'planned', slug: '2027-02' });
    const waiting = await shop.deps.db
      .selectFrom('rounds')
      .select('id')
      .where('slug', '=', '2027-01')
      .executeTakeFirstOrThrow();
    const late = await enterDesign(
      shop,
      { slug: '2027-01', roundId: waiting.id },
      { designer: await shop.member(), nth: 50, state: 'checked' },
    );
    await shop.setClock('2027-01-01T07:00:00Z');
    await Promise.all([advanceDueRounds(shop.deps), advanceDueRounds(shop.deps)]);
    expect(await phases()).toEqual({ '2026-12': 'frozen', '2027-01': 'voting', '2027-02': 'collecting' });
    expect((await acts('2026-12')).map(({ to }) => to)).toEqual(['collecting', 'voting', 'final', 'frozen']);
    expect((await acts('2027-01')).map(({ to }) => to)).toEqual(['collecting', 'voting']);
    expect(await acts('2027-02')).toEqual([{ by: null, to: 'collecting' }]);
    const { rows } = await shop.pool.query(
      `select (select count(*)::int from ledger_transactions where cause like 'round:%:reserve') as reserves,
        (select count(*)::int from ballot_log where kind = 'cut') as cuts,
        (select round_id from designs where id = $1) as "wentTo"`,
      [late.id],
    );
    expect(rows).toEqual([{ reserves: 3, cuts: 1, wentTo: february.roundId }]);
  });

  it('is run by two processes with a worker each, and every move is made once', async () => {
    const month = await planAndOpen(shop, { phase: 'voting', slug: '2026-12', designs: 3, voters: 2 });
    await planAndOpen(shop, { phase: 'planned', slug: '2027-01' });
    await shop.setClock('2027-01-02T07:00:00Z');
    const config = { ...shop.deps.config, workerConcurrency: 2 };
    const processes = [0, 1].map(() => createDeps(config, shop.deps.log));
    const workers = await Promise.all(processes.map(({ deps, pool }) => startWorker(deps, pool, jobHandlers)));
    try {
      // Twelve at once, as if the minute had struck in every process, again and again.
      await shop.pool.query(`select graphile_worker.add_job('advance-due-rounds', '{}') from generate_series(1, 12)`);
      await expect
        .poll(
          async () => {
            const { rows } = await shop.pool.query(
              `select count(*)::int as left from graphile_worker.jobs where task_identifier = 'advance-due-rounds'`,
            );
            return rows[0].left;
          },
          { timeout: 20_000 },
        )
        .toBe(0);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all(processes.map(({ deps }) => deps.db.destroy()));
    }
    expect(await phases()).toEqual({ '2026-12': 'frozen', '2027-01': 'collecting' });
    expect((await acts(month.slug)).map(({ to }) => to)).toEqual(['collecting', 'voting', 'final', 'frozen']);
    expect(await acts('2027-01')).toEqual([{ by: null, to: 'collecting' }]);
    const { rows } = await shop.pool.query(
      `select count(*)::int as count from ledger_transactions where cause like 'round:%:reserve'`,
    );
    expect(rows).toEqual([{ count: 2 }]);
  }, 40_000);

  it('leaves a round as it was when it dies between two steps, and makes the move at the next minute', async () => {
    const month = await planAndOpen(shop, { phase: 'voting', slug: '2026-12', designs: 3, voters: 2 });
    await shop.setClock('2026-12-31T20:00:00Z');
    // The cut fails after the log has its line: nothing of it stays.
    await shop.pool.query(`
      create function fall_over() returns trigger language plpgsql as $$ begin raise exception 'fell over'; end $$;
      create trigger fall_over before update of phase on rounds for each row execute function fall_over()`);
    await expect(advanceDueRounds(shop.deps)).rejects.toThrow('fell over');
    const traces = async () =>
      (
        await shop.pool.query(
          `select (select count(*)::int from ballot_log where kind = 'cut') as cuts,
            (select count(*)::int from finalists) as finalists,
            (select count(*)::int from exposures where stage = 'final') as dealt`,
        )
      ).rows[0];
    expect(await traces()).toEqual({ cuts: 0, finalists: 0, dealt: 0 });
    expect(await phases()).toEqual({ '2026-12': 'voting' });
    await shop.pool.query('drop trigger fall_over on rounds');
    await advanceDueRounds(shop.deps);
    expect(await phases()).toEqual({ '2026-12': 'frozen' });
    expect(await traces()).toEqual({ cuts: 1, finalists: 3, dealt: 3 });
    expect((await acts(month.slug)).map(({ to }) => to)).toEqual(['collecting', 'voting', 'final', 'frozen']);
  });

  it('is one of the jobs of the shop', async () => {
    await planAndOpen(shop, { phase: 'planned', slug: '2026-12' });
    await shop.setClock('2026-11-05T00:00:00Z');
    await shop.pool.query(`select graphile_worker.add_job('advance-due-rounds', '{}')`);
    await shop.runJobs();
    expect(await phases()).toEqual({ '2026-12': 'collecting' });
  });
});
