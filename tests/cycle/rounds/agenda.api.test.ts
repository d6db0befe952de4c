import type { ComingItem, WaitingItem } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterDesign, liveToCounted, liveToDecided, moveTo, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let operator: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  operator = await shop.operator();
});
afterAll(() => shop.close());

const agenda = async (): Promise<{ waiting: WaitingItem[]; coming: ComingItem[] }> =>
  (await operator.get('/api/desk/agenda').expect(200)).body;
const waiting = async (what: WaitingItem['what']) => (await agenda()).waiting.find((one) => one.what === what);

describe('the desk’s agenda', () => {
  it('is for operators', async () => {
    await shop.visitor.get('/api/desk/agenda').expect(401);
    await (await shop.member()).get('/api/desk/agenda').expect(403);
  });

  it('asks for a plan where there is no round to come, and for nothing else', async () => {
    expect(await agenda()).toEqual({
      waiting: [
        { what: 'nothing_planned', urgency: 'calm', count: 1, since: null, dueAt: null, round: null, subjects: [] },
      ],
      coming: [],
    });
  });

  it('tells all that a month does by itself, in order, and is calm while it runs', async () => {
    await planAndOpen(shop, { phase: 'collecting', slug: '2026-12', designs: 2 });
    await planAndOpen(shop, { phase: 'planned', slug: '2027-01' });
    const { waiting: none, coming } = await agenda();
    expect(none).toEqual([]);
    expect(coming.map(({ what, round: { slug }, byItself }) => [what, slug, byItself])).toEqual([
      ['voting', '2026-12', true],
      ['collecting', '2027-01', true],
      ['final', '2026-12', true],
      ['freeze', '2026-12', true],
      ['voting', '2027-01', true],
      ['final', '2027-01', true],
      ['freeze', '2027-01', true],
    ]);
    expect(coming[0]).toMatchObject({
      at: '2026-11-30T19:00:00.000Z',
      round: { slug: '2026-12', number: 1, month: 12 },
    });
  });

  it('warns a week before a vote that would have nothing to choose from', async () => {
    await shop.setClock('2027-01-25T00:00:00Z');
    // No worker ran: both rounds say so. January has nothing to vote on.
    const few = (await agenda()).waiting.filter(({ what }) => what === 'too_few_designs');
    expect(few.map(({ round, count, dueAt }) => [round?.slug, count, dueAt])).toEqual([
      ['2027-01', 2, '2026-12-31T19:00:00.000Z'],
    ]);
    const stuck = (await agenda()).waiting.filter(({ what }) => what === 'stuck');
    expect(stuck.map(({ round, since, urgency }) => [round?.slug, since, urgency])).toEqual([
      ['2026-12', '2026-11-30T19:00:00.000Z', 'late'],
      ['2027-01', '2026-11-30T19:00:00.000Z', 'late'],
    ]);
    for (const slug of ['2026-12', '2027-01']) {
      await operator.post(`/api/rounds/${slug}/cancellation`, { reason: 'The test goes on.' }).expect(200);
    }
  });

  it('counts designs and words to read, with the day by which an answer was promised', async () => {
    const month = await planAndOpen(shop, { phase: 'collecting', slug: '2027-03', designs: 2 });
    await enterDesign(shop, month, { designer: await shop.member(), nth: 10, state: 'checked' });
    await enterDesign(shop, month, { designer: await shop.member(), nth: 11, state: 'checked' });
    const item = await waiting('designs');
    expect(item).toMatchObject({ count: 2, urgency: 'soon', round: null });
    expect(Date.parse(item!.dueAt!) - Date.parse(item!.since!)).toBe(48 * 3_600_000);
    await shop.setClock(new Date(Date.parse(item!.dueAt!) + 1000));
    expect((await waiting('designs'))?.urgency).toBe('late');
    await operator.post('/api/rounds/2027-03/cancellation', { reason: 'The test goes on.' }).expect(200);
    await shop.pool.query(`update designs set state = 'withdrawn' where state = 'checked'`);
  });

  it('asks for the count, then the close, then the bounty', async () => {
    const month = await planAndOpen(shop, {
      phase: 'frozen',
      slug: '2027-05',
      designs: 2,
      voters: 1,
      plan: { appealHours: 48 },
    });
    expect(await waiting('count')).toMatchObject({ urgency: 'soon', round: { slug: '2027-05' } });
    await moveTo(shop, month, 'counted');
    expect(await waiting('count')).toBeUndefined();
    expect(await waiting('close')).toBeUndefined();
    const end = (await agenda()).coming.find(({ what }) => what === 'appeals_end');
    expect(end).toMatchObject({ byItself: true, round: { slug: '2027-05' } });
    await shop.setClock(end!.at);
    expect(await waiting('close')).toMatchObject({ urgency: 'soon', since: end!.at, round: { slug: '2027-05' } });
    const { body } = await operator.post('/api/rounds/2027-05/close', {}).expect(200);
    const bounty = body.bounties[0];
    expect(await waiting('close')).toBeUndefined();
    expect(await waiting('bounty_of_winner')).toMatchObject({ subjects: [bounty.id], dueAt: bounty.dueAt, count: 1 });
    expect((await agenda()).coming).toContainEqual(
      expect.objectContaining({ what: 'bounty_due', at: bounty.dueAt, byItself: false, subjects: [bounty.id] }),
    );
    await shop.setClock(new Date(Date.parse(bounty.dueAt) + 1000));
    expect((await agenda()).waiting[0]).toMatchObject({ urgency: 'late' });
  });

  it('asks for the second signature only where what is set aside changes the winner', async () => {
    const month = await liveToCounted(shop, { slug: '2028-02', designs: 2, voters: 1 });
    expect(await waiting('signatures')).toBeUndefined();
    expect(month.slug).toBe('2028-02');
  });

  it('says where an entrant has no letter', async () => {
    const month = await liveToDecided(shop, { slug: '2028-04', designs: 3 });
    const missing = async () =>
      (await agenda()).waiting.find(({ what, round }) => what === 'letters' && round?.slug === month.slug);
    await shop.setClock(new Date((await shop.now()).getTime() + 20 * 60_000));
    expect(await missing()).toBeUndefined();
    await enterDesign(shop, month, { designer: await shop.member(), nth: 40 });
    expect(await missing()).toMatchObject({ count: 1, urgency: 'soon' });
  });
});

describe('jobs that failed for good', () => {
  const dead = async () => {
    await shop.pool.query(`select graphile_worker.add_job('make-packet', '{"printOrderId":"x"}', max_attempts => 1)`);
    await shop.pool.query(`select graphile_worker.add_job('send-mail', '{"mailId":"x"}', max_attempts => 1)`);
    await shop.pool.query(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no' where max_attempts = 1`,
    );
  };

  it('are told by name, and tried again once by two operators at once', async () => {
    await shop.visitor.post('/api/desk/jobs/retry').expect(401);
    await (await shop.member()).post('/api/desk/jobs/retry').expect(403);
    expect((await operator.post('/api/desk/jobs/retry').expect(200)).body).toEqual({ retried: 0 });
    await dead();
    // A mail that did not leave waits at the desk of mails.
    expect(await waiting('jobs_failed')).toMatchObject({ count: 1, urgency: 'late', subjects: ['make-packet'] });
    const colleague = await shop.operator();
    const answers = await Promise.all([operator.post('/api/desk/jobs/retry'), colleague.post('/api/desk/jobs/retry')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { rows } = await shop.pool.query(
      `select attempts from graphile_worker.jobs where task_identifier = 'make-packet'`,
    );
    expect(rows).toEqual([{ attempts: 0 }]);
    expect(await waiting('jobs_failed')).toBeUndefined();
    expect((await operator.post('/api/desk/jobs/retry').expect(200)).body).toEqual({ retried: 0 });
    const { body: log } = await operator.get('/api/audit?act=retry-jobs').expect(200);
    expect(log.items[0].details).toEqual({ jobs: ['make-packet'], count: 1 });
  });
});
