import { advanceDueRounds } from '@fraisier/server/cycle/rounds/advance-due-rounds.job.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planAndOpen, vote } from '../../support/month.ts';
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

  it('is one of the jobs of the shop', async () => {
    await planAndOpen(shop, { phase: 'planned', slug: '2026-12' });
    await shop.setClock('2026-11-05T00:00:00Z');
    await shop.pool.query(`select graphile_worker.add_job('advance-due-rounds', '{}')`);
    await shop.runJobs();
    expect(await phases()).toEqual({ '2026-12': 'collecting' });
  });
});
