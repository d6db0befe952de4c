import { advanceDueRounds } from '@fraisier/server/cycle/rounds/advance-due-rounds.job.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

/** Stops the database's clock, which decides: every act from then on happens in this very moment. */
const stopClock = (moment: string) =>
  shop.pool.query(
    `create or replace function shop_now() returns timestamptz language sql volatile as
     $$ select '${new Date(moment).toISOString()}'::timestamptz $$`,
  );
const phaseOf = async (slug: string) => (await shop.visitor.get(`/api/rounds/${slug}`).expect(200)).body.phase;

// Midnight on the shop's clock, in winter and in summer.
describe.each([
  ['2026-12', '2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00.000Z'],
  ['2027-06', '2027-06-30T21:59:59.999Z', '2027-06-30T22:00:00.000Z'],
])('a vote of %s that ends at 00:00:00.000', (slug, last, due) => {
  const rate = (voter: SignedIn, design: string, stars: number) =>
    voter.put(`/api/rounds/${slug}/ballot/${design}`, { stars, wouldWear: false });

  it('takes a rating at 23:59:59.999 and none at 00:00:00.000, whether or not the job was there', async () => {
    const month = await planAndOpen(shop, { phase: 'final', slug, designs: 2, voters: 1, plan: { freezeAt: due } });
    const [voter, design] = [month.voters[0]!, month.designs[0]!.id];
    await voter.post(`/api/rounds/${slug}/hands`).expect(200);
    await stopClock(last);
    const taken = await rate(voter, design, 2).expect(200);
    expect(taken.body.rating).toMatchObject({ stars: 2 });
    await advanceDueRounds(shop.deps);
    expect(await phaseOf(slug)).toBe('final');

    await stopClock(due);
    expect(await phaseOf(slug)).toBe('final');
    const late = await rate(voter, design, 3).expect(409);
    expect(late.body.code).toBe('round_closed');
    const skipped = await voter.put(`/api/rounds/${slug}/ballot/${design}`, { skip: true }).expect(409);
    expect(skipped.body.code).toBe('round_closed');
    await voter.post(`/api/rounds/${slug}/hands`).expect(409);
    await advanceDueRounds(shop.deps);
    expect(await phaseOf(slug)).toBe('frozen');
    await rate(voter, design, 3).expect(409);

    const { rows } = await shop.pool.query('select stars from ratings where design_id = $1', [design]);
    expect(rows).toEqual([{ stars: 2 }]);
  });

  it('hands over to the next month in that moment, neither before nor after', async () => {
    const month = await planAndOpen(shop, { phase: 'final', slug, designs: 2, voters: 1, plan: { freezeAt: due } });
    const [year = 0, nth = 0] = slug.split('-').map(Number);
    const nextSlug = nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`;
    const next = await planAndOpen(shop, { phase: 'collecting', slug: nextSlug, designs: 2 });
    const { planned } = (await shop.visitor.get(`/api/rounds/${nextSlug}`).expect(200)).body;
    expect(planned.voting).toBe(due);
    const newcomer = await shop.member();

    await stopClock(last);
    await advanceDueRounds(shop.deps);
    expect([await phaseOf(slug), await phaseOf(nextSlug)]).toEqual(['final', 'collecting']);
    await newcomer.post(`/api/rounds/${nextSlug}/hands`).expect(409);
    const early = await next.operator.post(`/api/rounds/${nextSlug}/advance`, { to: 'voting' }).expect(409);
    expect(early.body.reasons).toMatchObject([{ code: 'not_due', detail: due }]);
    await month.operator.post(`/api/rounds/${slug}/advance`, { to: 'frozen' }).expect(409);

    await stopClock(due);
    await advanceDueRounds(shop.deps);
    expect([await phaseOf(slug), await phaseOf(nextSlug)]).toEqual(['frozen', 'voting']);
    await newcomer.post(`/api/rounds/${nextSlug}/hands`).expect(200);
  });
});
