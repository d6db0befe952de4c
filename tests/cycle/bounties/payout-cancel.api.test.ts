import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '../../support/bank.ts';
import {
  balances,
  exportAll,
  ibans,
  makeReady,
  setDebtor,
  settle,
  type Won,
  winTogether,
} from '../../support/bounties.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

const nobodys = '0198c0de-0000-7000-8000-000000000000';
const cancelled = { reason: 'Mauvaise date', notSent: true };

describe('a file that is cancelled', () => {
  let shop: TestShop;
  let won: Won[];
  let operator: SignedIn;
  let second: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    won = await winTogether(shop, 3);
    operator = await shop.operator({ name: 'Ondine' });
    second = await shop.operator({ name: 'Oscar' });
    await setDebtor(shop);
    await makeReady(won[0]!);
    await makeReady(won[1]!, { iban: ibans.de });
    await makeReady(won[2]!, { iban: ibans.be });
  });
  afterAll(() => shop.close());

  const cancel = (who: Pick<SignedIn, 'post'>, payout: string, body: object = cancelled) =>
    who.post(`/api/bounties/payouts/${payout}/cancellation`, body);
  const send = (who: Pick<SignedIn, 'post'>, payout: string) => who.post(`/api/bounties/payouts/${payout}/sending`);

  it('is for operators, and for a file that there is', async () => {
    const member = await shop.member();
    await cancel(shop.visitor, nobodys).expect(401);
    await cancel(member, nobodys).expect(403);
    await cancel(operator, nobodys).expect(404);
    await send(shop.visitor, nobodys).expect(401);
    await send(member, nobodys).expect(403);
    await send(operator, nobodys).expect(404);
    await shop.visitor.post('/api/bounties/payouts/preview', {}).expect(401);
    await won[0]!.winner.post('/api/bounties/payouts/preview', {}).expect(403);
  });

  it('can be looked at before it is made, and nothing of that stays', async () => {
    const before = await balances(shop);
    const { body } = await operator.post('/api/bounties/payouts/preview', {}).expect(200);
    expect(body).toMatchObject({
      total: { amount: 300_000 },
      debtor: { name: 'Societe du Fraisier', ibanMasked: 'FR•• … 0189' },
      left: [],
    });
    expect(body.payments.map((payment: { name: string; ibanMasked: string }) => payment.ibanMasked).sort()).toEqual([
      'BE•• … 7034',
      'DE•• … 3000',
      'FR•• … 0185',
    ]);
    expect(body.payments[0]).toMatchObject({ name: 'Camille Oeuvrard', legalName: 'Camille Œuvrard', attempt: 1 });
    expect(JSON.stringify(body)).not.toContain(ibans.fr);
    expect(await balances(shop)).toEqual(before);
    expect((await operator.get('/api/bounties/payouts').expect(200)).body.items).toEqual([]);
    expect(await shop.deps.db.selectFrom('secret_readings').selectAll().execute()).toEqual([]);
    expect((await operator.post('/api/bounties/payouts/preview', { bounties: [nobodys] }).expect(409)).body.code).toBe(
      'nothing_to_pay',
    );
  });

  let payout: Payout;
  it('leaves its bounties owed, the books as before, and its references closed for ever', async () => {
    const before = await balances(shop);
    payout = await exportAll(operator);
    expect(payout).toMatchObject({ state: 'made', downloads: 0, answered: false, createdBy: 'Ondine' });
    await fileOf(operator, payout);
    for (const wrong of [{}, { reason: 'x' }, { reason: ' ', notSent: true }, { reason: 'x', notSent: false }]) {
      expect((await cancel(operator, payout.id, wrong).expect(400)).body.code).toBe('bad_input');
    }
    const { body } = await cancel(second, payout.id).expect(200);
    expect(body).toMatchObject({ state: 'void', stateBy: 'Oscar', voidReason: 'Mauvaise date', downloads: 1 });
    expect(body.payments.map((payment: { state: string }) => payment.state)).toEqual(Array(3).fill('cancelled'));
    expect(await balances(shop)).toEqual(before);
    for (const { bounty } of won) {
      expect((await operator.get(`/api/bounties/${bounty}`).expect(200)).body.state).toBe('owed');
    }
    expect((await cancel(operator, payout.id, { ...cancelled, reason: 'Autre' }).expect(200)).body).toEqual(body);
    const acts = await shop.deps.db.selectFrom('audit_log').select('act').where('act', '=', 'cancel-payout').execute();
    expect(acts).toHaveLength(1);
    // Nobody is told: a cancelled file is the shop's own matter.
    expect(
      await shop.deps.db.selectFrom('mails').select('id').where('template', '=', 'bounty-failed').execute(),
    ).toEqual([]);
  });

  it('is handed out no more but to who says that they know', async () => {
    const path = `/api/bounties/payouts/${payout.id}/file`;
    expect((await operator.get(path).expect(409)).body.code).toBe('payout_void');
    const looked = await operator.get(`${path}?evenIfVoid=true`).buffer(true).expect(200);
    expect(looked.headers['content-disposition']).toContain(`VOID-${payout.messageId}.xml`);
    expect((await send(operator, payout.id).expect(409)).body.code).toBe('payout_void');
    for (const settlement of [{ outcome: 'paid' }, { outcome: 'failed', reason: 'x' }]) {
      expect((await settle(operator, payout, settlement).expect(409)).body.code).toBe('payment_settled');
    }
  });

  it('is followed by one with other references', async () => {
    const again = await exportAll(second);
    const ends = (one: Payout) => one.payments.map((payment) => payment.endToEndId).sort();
    expect(again.payments).toHaveLength(3);
    expect(ends(again)).toEqual(ends(payout).map((end) => end.replace(/-1$/, '-2')));
    expect(again.messageId).not.toBe(payout.messageId);
    await cancel(second, again.id).expect(200);
  });

  it('was not sent: of two who say different things at once one is right, and the database sees to it', async () => {
    const made = await exportAll(operator);
    const answers = await Promise.all([
      cancel(operator, made.id),
      send(second, made.id),
      cancel(second, made.id),
      send(operator, made.id),
    ]);
    const ok = answers.map((answer) => answer.status === 200);
    expect([
      [true, false, true, false],
      [false, true, false, true],
    ]).toContainEqual(ok);
    const { body } = await operator.get('/api/bounties/payouts').expect(200);
    expect(body.items[0].state).toBe(ok[0] ? 'void' : 'sent');
    const insert = shop.deps.db
      .insertInto('payout_acts')
      .values({ payout_id: made.id, act: ok[0] ? 'sent' : 'void', done_by: operator.id, reason: null });
    await expect(insert.execute()).rejects.toThrow(/payout_acts_payout_id_key/);
    if (ok[0]) return;
    for (const payment of made.payments.keys()) {
      await settle(operator, made, { outcome: 'failed', reason: 'MS03' }, payment).expect(200);
    }
  });

  it('cannot be one that was sent, or that the bank has answered', async () => {
    const made = await exportAll(operator, [won[0]!.bounty]);
    const sent = await send(operator, made.id).expect(200);
    expect(sent.body).toMatchObject({ state: 'sent', stateBy: 'Ondine' });
    expect((await send(second, made.id).expect(200)).body).toEqual(sent.body);
    const refused = await cancel(operator, made.id).expect(409);
    expect(refused.body).toMatchObject({ code: 'cannot_cancel_payout', reasons: [{ code: 'payout_sent' }] });
    await settle(operator, made, { outcome: 'failed', reason: 'AC04' }).expect(200);
    const both = await cancel(operator, made.id).expect(409);
    expect(both.body.reasons).toEqual([{ code: 'payout_sent' }, { code: 'bank_answered' }]);
  });

  it('is exported or cancelled, never half of each, when two operators act at once', async () => {
    const made = await exportAll(operator, [won[0]!.bounty, won[1]!.bounty]);
    const answers = await Promise.all([
      cancel(operator, made.id),
      second.post('/api/bounties/payouts', { bounties: [won[0]!.bounty] }),
      settle(second, made, { outcome: 'paid' }, 0),
    ]);
    for (const answer of answers) expect(answer.status).toBeLessThan(500);
    const rows = await shop.deps.db
      .selectFrom('payout_payments')
      .select(['bounty_id', 'state'])
      .where('state', 'in', ['exported', 'paid'])
      .execute();
    expect(new Set(rows.map((row) => row.bounty_id)).size).toBe(rows.length);
    const books = await balances(shop);
    const inTransit = rows.filter((row) => row.state === 'exported').length;
    const paid = rows.filter((row) => row.state === 'paid').length;
    expect([books.bounty_in_transit ?? 0, books.bank ?? 0]).toEqual([-100_000 * inTransit || 0, -100_000 * paid || 0]);
  });
});
