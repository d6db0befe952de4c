import { createHash } from 'node:crypto';
import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  balances,
  exportAll,
  ibans,
  makeReady,
  payeeOf,
  setDebtor,
  settle,
  type Won,
  winTogether,
} from '../../support/bounties.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

const nobodys = '0198c0de-0000-7000-8000-000000000000';

describe('a payout', () => {
  let shop: TestShop;
  let won: Won[];
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    won = await winTogether(shop, 4);
    operator = await shop.operator({ name: 'Ondine' });
  });
  afterAll(() => shop.close());

  it('is for operators', async () => {
    const member = await shop.member();
    for (const path of ['/api/bounties/payouts', `/api/bounties/payouts/${nobodys}/file`]) {
      await shop.visitor.get(path).expect(401);
      await member.get(path).expect(403);
    }
    await shop.visitor.post('/api/bounties/payouts', {}).expect(401);
    await won[0]!.winner.post('/api/bounties/payouts', {}).expect(403);
    const settlement = `/api/bounties/payouts/${nobodys}/payments/${nobodys}/settlement`;
    await shop.visitor.post(settlement, { outcome: 'paid' }).expect(401);
    await member.post(settlement, { outcome: 'paid' }).expect(403);
    await operator.post(settlement, { outcome: 'paid' }).expect(404);
    await operator.get(`/api/bounties/payouts/${nobodys}/file`).expect(404);
    expect((await operator.get('/api/bounties/payouts').expect(200)).body).toEqual({ items: [], nextCursor: null });
  });

  it('needs the shop’s own name and IBAN, and says all that is missing', async () => {
    await makeReady(won[0]!);
    const { body } = await operator.post('/api/bounties/payouts', {}).expect(409);
    expect(body.code).toBe('debtor_missing');
    expect(body.reasons.map((reason: { code: string }) => reason.code)).toEqual([
      'debtor_name_missing',
      'debtor_iban_missing',
    ]);
    await setDebtor(shop, { debtorBic: 'DEUTDEFF' });
    const foreign = await operator.post('/api/bounties/payouts', {}).expect(409);
    expect(foreign.body.reasons.map((reason: { code: string }) => reason.code)).toEqual(['debtor_bic_country']);
    await setDebtor(shop);
  });

  it('says of each bounty asked for why it is not ready, all at once', async () => {
    const [ready, silent, unread] = won as [Won, Won, Won];
    await unread.winner.put(`/api/bounties/${unread.bounty}/payee`, payeeOf({ iban: ibans.be })).expect(200);
    const asked = { bounties: [ready.bounty, silent.bounty, unread.bounty, nobodys] };
    const { body } = await operator.post('/api/bounties/payouts', asked).expect(409);
    expect(body.code).toBe('nothing_to_pay');
    expect(body.reasons).toEqual(
      expect.arrayContaining([
        { code: 'not_found', field: nobodys },
        { code: 'payee_missing', field: silent.bounty },
        { code: 'iban_missing', field: silent.bounty },
        { code: 'contract_not_accepted', field: silent.bounty },
        { code: 'contract_not_accepted', field: unread.bounty },
      ]),
    );
    expect(body.reasons).toHaveLength(5);
    for (const wrong of [{ bounties: [] }, { bounties: ['x'] }, { all: true }]) {
      expect((await operator.post('/api/bounties/payouts', wrong).expect(400)).body.code).toBe('bad_input');
    }
  });

  let payout: Payout;
  it('takes what is ready, on the next banking day of the shop’s zone', async () => {
    // Friday in Paris, where Monday comes next; in UTC it is still Thursday.
    await shop.setClock('2027-01-08T00:30:00+01:00');
    payout = await exportAll(operator);
    expect(payout).toMatchObject({ total: { amount: 100_000, currency: 'EUR' }, requestedFor: '2027-01-11' });
    expect(payout.messageId).toMatch(/^FRAISIER-20270108-[0-9a-f]{8}$/);
    expect(payout.payments).toMatchObject([
      {
        bounty: won[0]!.bounty,
        payee: 'Camille Oeuvrard',
        ibanMasked: 'FR•• … 0185',
        amount: { amount: 100_000 },
        state: 'exported',
        reason: null,
        settledAt: null,
      },
    ]);
    expect((await won[0]!.winner.get(`/api/bounties/${won[0]!.bounty}`).expect(200)).body.state).toBe('exported');
    expect(await balances(shop)).toMatchObject({ bounty_payable: -300_000, bounty_in_transit: -100_000 });
  });

  it('is handed out byte for byte, as often as wanted, and each reading is noted', async () => {
    const readings = () =>
      shop.deps.db
        .selectFrom('secret_readings')
        .select(['read_by', 'subject_type', 'subject_id', 'field', 'purpose'])
        .orderBy('id')
        .execute();
    expect(await readings()).toEqual([
      {
        read_by: operator.id,
        subject_type: 'bounty',
        subject_id: won[0]!.bounty,
        field: 'iban',
        purpose: `payout ${payout.messageId}`,
      },
    ]);
    const download = () => operator.get(`/api/bounties/payouts/${payout.id}/file`).buffer(true).expect(200);
    const first = await download();
    const second = await download();
    expect(first.headers['content-type']).toContain('application/xml');
    expect(first.headers['content-disposition']).toContain(`${payout.messageId}.xml`);
    expect(first.headers['cache-control']).toBe('private, no-store');
    const bytes = (answer: { body: unknown; text?: string }) =>
      Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.text ?? '');
    expect(bytes(first).toString()).toContain(`<IBAN>${ibans.fr}</IBAN>`);
    expect(bytes(second)).toEqual(bytes(first));
    expect(createHash('sha256').update(bytes(first)).digest('hex')).toBe(payout.sha256);
    expect((await readings()).slice(1)).toEqual(
      [1, 2].map(() => ({
        read_by: operator.id,
        subject_type: 'payout',
        subject_id: payout.id,
        field: 'file',
        purpose: 'download',
      })),
    );
  });

  it('never takes a bounty twice', async () => {
    const { body } = await operator.post('/api/bounties/payouts', { bounties: [won[0]!.bounty] }).expect(409);
    expect(body.reasons).toEqual([{ code: 'nothing_to_pay', field: won[0]!.bounty, detail: 'exported' }]);
    const all = await operator.post('/api/bounties/payouts', {}).expect(409);
    expect(all.body.code).toBe('nothing_to_pay');
    // The database is the last to refuse, were the code to forget.
    const insert = sql`insert into payout_payments (payout_id, bounty_id, end_to_end_id, amount_cents, payee, iban_masked)
      values (${payout.id}, ${won[0]!.bounty}, 'again', 1, 'x', 'x')`;
    await expect(insert.execute(shop.deps.db)).rejects.toThrow(/payout_payments_once/);
  });

  it('is made once when several operators export at the same time', async () => {
    await makeReady(won[1]!, { iban: ibans.de });
    await makeReady(won[2]!, { iban: ibans.be });
    const second = await shop.operator({ name: 'Oscar' });
    const both = { bounties: [won[2]!.bounty, won[1]!.bounty] };
    const answers = await Promise.all([
      operator.post('/api/bounties/payouts', both),
      second.post('/api/bounties/payouts', {}),
      second.post('/api/bounties/payouts', both),
      operator.post('/api/bounties/payouts', {}),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    const exports = await shop.deps.db
      .selectFrom('payout_payments')
      .select('end_to_end_id')
      .where('bounty_id', 'in', both.bounties)
      .execute();
    expect(exports).toHaveLength(2);
    expect((await balances(shop)).bounty_in_transit).toBe(-300_000);
    const { body } = await operator.get('/api/bounties/payouts').expect(200);
    expect(body.items.map((item: Payout) => item.payments.length)).toEqual([2, 1]);
  });

  it('is paid once: the same answer again changes nothing, another one is refused', async () => {
    await shop.setClock('2027-01-12T09:00:00+01:00');
    const paid = await settle(operator, payout, { outcome: 'paid' }).expect(200);
    expect(paid.body.payments[0]).toMatchObject({ state: 'paid', reason: null });
    const again = await settle(operator, payout, { outcome: 'paid' }).expect(200);
    expect(again.body).toEqual(paid.body);
    const other = await settle(operator, payout, { outcome: 'failed', reason: 'AC04' }).expect(409);
    expect(other.body.code).toBe('payment_settled');
    for (const wrong of [
      {},
      { outcome: 'lost' },
      { outcome: 'failed' },
      { outcome: 'failed', reason: ' ' },
      { outcome: 'paid', reason: 'x' },
    ]) {
      expect((await settle(operator, payout, wrong).expect(400)).body.code).toBe('bad_input');
    }
    const { body } = await won[0]!.winner.get(`/api/bounties/${won[0]!.bounty}`).expect(200);
    expect(body).toMatchObject({ state: 'paid', payments: [{ state: 'paid' }] });
    expect(body.paidAt).toMatch(/^2027-01-12T08:00/);
    expect(body.ledger.map((line: { cause: string }) => line.cause.split(':').at(-1))).toEqual([
      'reserve',
      'owe',
      'export',
      'paid',
    ]);
    expect(await balances(shop)).toMatchObject({ bank: -100_000, bounty_in_transit: -200_000 });
    const mail = await shop.deps.db.selectFrom('mails').selectAll().where('template', '=', 'bounty-paid').execute();
    expect(mail).toHaveLength(1);
    expect(mail[0]).toMatchObject({
      recipient: won[0]!.winner.email,
      subject: '1\u00a0000\u00a0€ versés le 12 janvier',
    });
  });

  it('of another payout is not found', async () => {
    const { body } = await operator.get('/api/bounties/payouts').expect(200);
    const newest: Payout = body.items[0];
    await operator
      .post(`/api/bounties/payouts/${newest.id}/payments/${payout.payments[0]!.id}/settlement`, { outcome: 'paid' })
      .expect(404);
  });

  it('that fails leaves the bounty due, tells the winner why, and may be made again', async () => {
    const { body: list } = await operator.get('/api/bounties/payouts').expect(200);
    const newest: Payout = list.items[0];
    const nth = newest.payments.findIndex((payment) => payment.bounty === won[1]!.bounty);
    const before = await balances(shop);
    const failed = { outcome: 'failed', reason: `AC04: ${ibans.de} is closed` };
    const { body } = await settle(operator, newest, failed, nth).expect(200);
    expect(body.payments[nth]).toMatchObject({ state: 'failed', reason: 'AC04: DE•• … 3000 is closed' });
    expect((await settle(operator, newest, { ...failed, reason: 'other words' }, nth).expect(200)).body).toEqual(body);
    expect((await settle(operator, newest, { outcome: 'paid' }, nth).expect(409)).body.code).toBe('payment_settled');
    const after = await balances(shop);
    expect(after.bounty_payable! - (before.bounty_payable ?? 0)).toBe(-100_000);
    expect((after.bounty_in_transit ?? 0) - before.bounty_in_transit!).toBe(100_000);
    const mail = await shop.deps.db
      .selectFrom('mails')
      .selectAll()
      .where('template', '=', 'bounty-failed')
      .executeTakeFirstOrThrow();
    expect(mail.recipient).toBe(won[1]!.winner.email);
    expect(mail.body_text).toContain('Vérifiez l’IBAN');
    expect(mail.body_text).toContain('AC04: DE•• … 3000 is closed');

    const once = await exportAll(operator);
    expect(once.payments.map((payment) => payment.bounty)).toEqual([won[1]!.bounty]);
    const attempts = [newest.payments[nth]!.endToEndId, once.payments[0]!.endToEndId];
    expect(attempts.map((id) => id.slice(-2))).toEqual(['-1', '-2']);
    await settle(operator, once, { outcome: 'paid' }).expect(200);
    expect(await balances(shop)).toMatchObject({
      bank: -200_000,
      bounty_in_transit: -100_000,
      bounty_payable: -100_000,
    });
  });

  it('is settled once when two operators answer differently at the same time', async () => {
    const { body: list } = await operator.get('/api/bounties/payouts').expect(200);
    const open = (list.items as Payout[]).find((item) => item.payments.some((one) => one.state === 'exported'))!;
    const nth = open.payments.findIndex((payment) => payment.state === 'exported');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, each) =>
        settle(operator, open, each % 2 === 0 ? { outcome: 'paid' } : { outcome: 'failed', reason: 'AC04' }, nth),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 409, 409, 409, 409]);
    const settled = await shop.deps.db
      .selectFrom('ledger_transactions')
      .select('cause')
      .where('cause', 'like', `payment:${open.payments[nth]!.id}:%`)
      .execute();
    expect(settled).toHaveLength(2);
    expect((await balances(shop)).bounty_in_transit).toBeUndefined();
  });

  it('and what was done to it stands in the audit log', async () => {
    const { rows } = await sql<{ act: string; count: number }>`
      select act, count(*)::int as count from audit_log
      where act in ('create-payout', 'download-payout', 'settle-payment') group by act order by act`.execute(
      shop.deps.db,
    );
    expect(rows).toEqual([
      { act: 'create-payout', count: 3 },
      { act: 'download-payout', count: 2 },
      { act: 'settle-payment', count: 4 },
    ]);
  });
});

describe('a bounty paid in a later year', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('has its contributions worked out at the rates of the day of the transfer', async () => {
    const [won] = (await winTogether(shop, 1)) as [Won];
    const operator = await shop.operator();
    await setDebtor(shop);
    const accepted = await makeReady(won);
    await sql`insert into withholding_rates (valid_from, code, payer, label_fr, label_en, rate_bp, base_bp)
      values ('2027-02-01', 'pension', 'author', 'Assurance vieillesse de base', 'Basic pension', 700, 10000)`.execute(
      shop.deps.db,
    );
    // A Sunday: the transfer is due on Monday the first, when the new rate holds.
    await shop.setClock('2027-01-31T12:00:00+01:00');
    const payout = await exportAll(operator);
    expect(payout).toMatchObject({ requestedFor: '2027-02-01', total: { amount: 100_000 } });
    const { body } = await won.winner.get(`/api/bounties/${won.bounty}`).expect(200);
    const pension = body.withholding.find((line: { code: string }) => line.code === 'pension');
    expect(pension.rateBp).toBe(700);
    expect(body.gross.amount).toBeGreaterThan(119_091);
    expect(body.contract).toEqual(accepted.contract);
    const books = await balances(shop);
    expect(books).toEqual({
      bounty_cost: body.gross.amount + body.contribution.amount,
      bounty_in_transit: -100_000,
      withholding_payable: 100_000 - body.gross.amount,
      contribution_payable: -body.contribution.amount,
    });
  });
});
