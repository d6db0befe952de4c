import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterDesign, liveToCounted, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const reason = 'Our printer closed its doors this morning.';
const cancel = (who: Pick<SignedIn, 'post'>, slug: string, why: string = reason) =>
  who.post(`/api/rounds/${slug}/cancellation`, { reason: why });
const reserve = async () => {
  const { rows } = await shop.pool.query(
    `select coalesce(-sum(amount_cents), 0)::int as cents from ledger_entries where account = 'bounty_reserved'`,
  );
  return rows[0].cents;
};

describe('cancelling a round', () => {
  it('gives the reserve back, ends the vote and tells each designer once, in their language', async () => {
    const month = await planAndOpen(shop, { phase: 'voting', slug: '2026-12', designs: 2, voters: 1 });
    const english = await shop.member({ locale: 'en', email: 'june@fraisier.test', name: 'June' });
    await enterDesign(shop, month, { designer: english, nth: 7, state: 'refused', title: 'One' });
    await enterDesign(shop, month, { designer: english, nth: 8, state: 'refused', title: 'Two' });
    await enterDesign(shop, month, { designer: english, nth: 9, state: 'withdrawn', title: 'Gone' });
    expect(await reserve()).toBe(120_401);

    const answers = await Promise.all([cancel(month.operator, '2026-12'), cancel(month.operator, '2026-12')]);
    expect(answers.map((answer) => answer.body)).toEqual([{ phase: 'cancelled' }, { phase: 'cancelled' }]);
    expect(await reserve()).toBe(0);
    const { body: round } = await shop.visitor.get('/api/rounds/2026-12').expect(200);
    expect(round).toMatchObject({ phase: 'cancelled', cancelReason: reason });
    expect(round.actual.cancelled).not.toBeNull();
    const vote = await month.voters[0]!.put(`/api/rounds/2026-12/ballot/${month.designs[0]!.id}`, {
      stars: 3,
      wouldWear: false,
    }).expect(409);
    expect(vote.body.code).toBe('round_closed');

    await shop.runJobs();
    const mails = await shop.deps.db
      .selectFrom('mails')
      .selectAll()
      .where('template', '=', 'round-cancelled')
      .orderBy('recipient')
      .execute();
    expect(mails.map((mail) => [mail.recipient, mail.subject, mail.sent_at !== null])).toEqual([
      ['designer-0-2026-12@fraisier.test', 'La récolte nº 1 est annulée', true],
      ['designer-1-2026-12@fraisier.test', 'La récolte nº 1 est annulée', true],
      ['june@fraisier.test', 'Round 1 is cancelled', true],
    ]);
    expect(mails[0]?.body_text).toContain(reason);
    expect(mails[2]?.body_text).toContain('“One”, “Two” were in it');
    expect(mails[2]?.body_text).not.toContain('Gone');

    const { body: log } = await month.operator.get('/api/audit?act=cancel-round&subject=2026-12').expect(200);
    expect(log.items).toHaveLength(1);
    expect(log.items[0].details).toEqual({ from: 'voting', reason });
  });

  it('cannot be done for another reason afterwards, nor undone', async () => {
    const operator = await shop.operator();
    const other = await cancel(operator, '2026-12', 'A different reason, later.').expect(409);
    expect(other.body).toMatchObject({
      code: 'cannot_cancel',
      reasons: [{ code: 'cannot_cancel', detail: 'cancelled' }],
    });
    await operator.post('/api/rounds/2026-12/advance', { to: 'voting' }).expect(409);
    await operator.post('/api/rounds/2026-12/close').expect(409);
    await expect(shop.pool.query(`update rounds set phase = 'voting' where slug = '2026-12'`)).rejects.toThrow(
      'cancelled',
    );
  });

  it('is possible in every phase before the count', async () => {
    for (const [nth, phase] of (['planned', 'collecting', 'final', 'frozen'] as const).entries()) {
      const month = await planAndOpen(shop, { phase, slug: `${2028 + nth}-12`, designs: 2 });
      await cancel(month.operator, month.slug).expect(200);
    }
    expect(await reserve()).toBe(0);
  });

  it('is not possible once a winner is known', async () => {
    const month = await liveToCounted(shop, { slug: '2035-12', designs: 2, voters: 1 });
    const refused = await cancel(month.operator, '2035-12').expect(409);
    expect(refused.body).toMatchObject({
      code: 'cannot_cancel',
      reasons: [{ code: 'cannot_cancel', detail: 'counted' }],
    });
    expect(await reserve()).toBe(120_401);
  });

  it('is for operators, with a reason, and for rounds that exist', async () => {
    const operator = await shop.operator();
    await cancel(shop.visitor, '2035-12').expect(401);
    await cancel(await shop.member(), '2035-12').expect(403);
    await cancel(operator, '2099-12').expect(404);
    await cancel(operator, '2035-12', 'Why not?').expect(400);
    await cancel(operator, '2035-12', ' '.repeat(20)).expect(400);
    await operator.post('/api/rounds/2035-12/cancellation', {}).expect(400);
  });
});
