import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterDesign, liveToCounted, moveTo, planAndOpen } from '../../support/month.ts';
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
      ['designer-0-2026-12@fraisier.test', 'La récolte nº\u00a01 est annulée', true],
      ['designer-1-2026-12@fraisier.test', 'La récolte nº\u00a01 est annulée', true],
      ['june@fraisier.test', 'Round 1 is cancelled', true],
    ]);
    const voters = await shop.deps.db
      .selectFrom('mails')
      .selectAll()
      .where('template', '=', 'vote-cancelled')
      .execute();
    expect(voters.map((mail) => [mail.recipient, mail.sent_at !== null])).toEqual([
      ['voter-0-2026-12@fraisier.test', true],
    ]);
    expect(voters[0]!.body_text).toContain(reason);
    // The outbox outlives the pseudonyms: nothing in it leads to one.
    expect(voters[0]!.cause).not.toContain(month.roundId);
    expect(mails[0]?.body_text).toContain(reason);
    expect(mails[2]?.body_text).toContain('“One” and “Two” were in it');
    expect(mails[2]?.body_text).not.toContain('Gone');

    const { body: log } = await month.operator.get('/api/audit?act=cancel-round&subject=2026-12').expect(200);
    expect(log.items).toHaveLength(1);
    expect(log.items[0].details).toEqual({ from: 'voting', reason });
  });

  it('takes the open deals back, so that no design counts as shown to nobody', async () => {
    const month = await planAndOpen(shop, { phase: 'voting', slug: '2027-02', designs: 3, voters: 1 });
    const reader = await shop.member();
    const { body: hand } = await reader.post('/api/rounds/2027-02/hands').expect(200);
    const rating = { stars: 4, wouldWear: false };
    await reader.put(`/api/rounds/2027-02/ballot/${hand.designs[0].id}`, rating).expect(200);
    await cancel(month.operator, '2027-02').expect(200);
    const { rows } = await shop.pool.query(
      `select state, count(*)::int from deals where round_id = $1 group by 1 order by 1`,
      [month.roundId],
    );
    expect(rows).toEqual([
      { state: 'expired', count: 2 },
      { state: 'rated', count: 4 },
    ]);
    const shown = await shop.pool.query('select sum(dealt)::int as dealt from exposures where round_id = $1', [
      month.roundId,
    ]);
    expect(shown.rows).toEqual([{ dealt: 4 }]);
    await reader.post('/api/rounds/2027-02/hands').expect(409);
  });

  it('sends the designs of a round that never voted to the next one, as far as there is room', async () => {
    const month = await planAndOpen(shop, { phase: 'collecting', slug: '2027-04', designs: 3 });
    const next = await planAndOpen(shop, { phase: 'planned', slug: '2027-05', plan: { expectedRatings: 40 } });
    const kept = await enterDesign(shop, month, {
      designer: month.designers[0]!,
      nth: 20,
      state: 'checked',
      title: 'Soon',
    });
    const refused = await enterDesign(shop, month, { designer: month.designers[0]!, nth: 21, state: 'refused' });
    const gone = await enterDesign(shop, month, { designer: month.designers[0]!, nth: 22, state: 'withdrawn' });
    await cancel(month.operator, '2027-04').expect(200);
    const { rows } = await shop.pool.query('select id, state from designs where round_id = $1 order by id', [
      next.roundId,
    ]);
    // Two places in the next round, for the two that came first; what waits for a decision waits there.
    expect(rows).toEqual([
      { id: month.designs[0]!.id, state: 'admitted' },
      { id: month.designs[1]!.id, state: 'admitted' },
      { id: kept.id, state: 'checked' },
      { id: refused.id, state: 'refused' },
    ]);
    const left = await shop.pool.query('select id from designs where round_id = $1 order by id', [month.roundId]);
    expect(left.rows.map(({ id }) => id)).toEqual([month.designs[2]!.id, gone.id].sort());
    const text = async (nth: number) =>
      (
        await shop.deps.db
          .selectFrom('mails')
          .select('body_text')
          .where('cause', '=', `round-cancelled:${month.roundId}:${month.designers[nth]!.id}`)
          .executeTakeFirstOrThrow()
      ).body_text.replaceAll('\u00a0', ' ');
    const number = (await shop.visitor.get('/api/rounds/2027-05').expect(200)).body.number;
    expect(await text(0)).toContain(`« Design 0 », « Soon » et « Design 21 » passent à la récolte nº ${number}`);
    expect(await text(0)).not.toContain('rest');
    expect(await text(2)).toContain('« Design 2 » reste à vous');
    const { body: log } = await month.operator.get('/api/audit?act=cancel-round&subject=2027-04').expect(200);
    expect(log.items[0].details).toMatchObject({ movedDesigns: 4, movedTo: '2027-05' });
  });

  it('leaves what is in the vote where it was seen, and sends on what still waited', async () => {
    const month = await planAndOpen(shop, { phase: 'collecting', slug: '2027-06', designs: 2 });
    const waiting = await enterDesign(shop, month, { designer: await shop.member(), nth: 30, state: 'checked' });
    // There is no next round when the vote opens: it waits where it is.
    await shop.pool.query(`update rounds set phase = 'cancelled', cancelled_at = shop_now() where slug = '2027-05'`);
    await moveTo(shop, month, 'voting');
    const next = await planAndOpen(shop, { phase: 'planned', slug: '2027-07' });
    await cancel(month.operator, '2027-06').expect(200);
    const { rows } = await shop.pool.query('select id from designs where round_id = $1', [next.roundId]);
    expect(rows).toEqual([{ id: waiting.id }]);
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
