import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeBank, fileOf, handIn, moneyOf, previewOf, takeIn, textOf, told } from '../../support/bank.ts';
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

const FILES = '/api/bounties/bank-files';
const LINES = '/api/bounties/bank-lines';
const nobodys = '0198c0de-0000-7000-8000-000000000000';
const accounts = [ibans.fr, ibans.de, ibans.be, ibans.nl];

async function shopWith(places: number): Promise<{ shop: TestShop; won: Won[]; operator: SignedIn }> {
  const shop = await openShop();
  const won = await winTogether(shop, places);
  await setDebtor(shop);
  for (const [nth, one] of won.entries()) await makeReady(one, { iban: accounts[nth] });
  return { shop, won, operator: await shop.operator({ name: 'Ondine' }) };
}

const stateOf = async (operator: SignedIn, { bounty }: Won) =>
  (await operator.get(`/api/bounties/${bounty}`).expect(200)).body.state;

const payoutOf = async (operator: SignedIn, { id }: Payout): Promise<Payout> =>
  (await operator.get('/api/bounties/payouts').expect(200)).body.items.find((one: Payout) => one.id === id);

describe('what the bank answers', () => {
  let shop: TestShop;
  let won: Won[];
  let operator: SignedIn;
  let second: SignedIn;
  let payout: Payout;
  const bank = new FakeBank();
  const ofBounty = (payments: Payout['payments'], one: Won) => payments.find(({ bounty }) => bounty === one.bounty)!;
  beforeAll(async () => {
    ({ shop, won, operator } = await shopWith(4));
    second = await shop.operator({ name: 'Oscar' });
    payout = await exportAll(operator);
  });
  afterAll(() => shop.close());

  it('is for operators', async () => {
    const member = await shop.member();
    for (const [who, status] of [
      [shop.visitor, 401],
      [member, 403],
    ] as const) {
      await who.get(FILES).expect(status);
      await who.get(LINES).expect(status);
      await who.post(FILES).attach('file', Buffer.from('<a/>'), 'a.xml').expect(status);
      await who.post(`${FILES}/preview`).attach('file', Buffer.from('<a/>'), 'a.xml').expect(status);
      await who.post(`${LINES}/${nobodys}/solution`, { solution: 'x' }).expect(status);
    }
    await operator.post(`${LINES}/${nobodys}/solution`, { solution: 'x' }).expect(404);
    expect((await operator.get(FILES).expect(200)).body).toEqual({ items: [], nextCursor: null });
  });

  it('is refused when it is no such file, and leaves nothing', async () => {
    for (const path of [FILES, `${FILES}/preview`]) {
      const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>';
      expect((await handIn(operator, laughs, {}, path).expect(422)).body).toMatchObject({
        code: 'bank_file_invalid',
        reasons: [{ code: 'doctype' }],
      });
      expect((await operator.post(path, { file: 'x' }).expect(415)).body.code).toBe('unsupported_media_type');
      expect((await handIn(operator, '<a/>', { more: 'x' }, path).expect(400)).body.code).toBe('field_missing');
      const huge = Buffer.alloc(5 * 1024 * 1024 + 1, ' ');
      expect((await handIn(operator, huge, {}, path).expect(413)).body.code).toBe('too_large');
    }
    const left: string[] = [];
    for await (const { key } of shop.deps.storage.list('temp/')) left.push(key);
    expect(left).toEqual([]);
    expect((await operator.get(FILES).expect(200)).body.items).toEqual([]);
  });

  it('can be looked at first: each line says what it would do, and nothing is done', async () => {
    bank.close(ibans.de, 'AC04');
    const before = await moneyOf(shop);
    const xml = await bank.submit(await fileOf(operator, payout));
    const preview = await previewOf(operator, xml);
    expect(preview).toMatchObject({ kind: 'pain.002', version: '10', importedAt: null, others: 0 });
    expect(told(preview.lines).sort()).toEqual([
      'matched: failed',
      'matched: received',
      'matched: received',
      'matched: received',
    ]);
    expect(await moneyOf(shop)).toEqual(before);
    expect((await operator.get(FILES).expect(200)).body.items).toEqual([]);
    // The accounts were compared: that is a reading, preview or not.
    const readings = await shop.deps.db
      .selectFrom('secret_readings')
      .select('purpose')
      .where('purpose', 'like', 'bank answer %')
      .execute();
    expect(readings).toHaveLength(1);
    const taken = await handIn(operator, xml, { plan: preview.plan }).expect(200);
    expect(told(taken.body.lines)).toEqual(told(preview.lines));
    expect(taken.body.importedBy).toBe('Ondine');
  });

  it('tells of a refusal in words, and the winner may give another account', async () => {
    expect(await stateOf(operator, won[1]!)).toBe('failed');
    expect(await stateOf(operator, won[0]!)).toBe('exported');
    const now = await payoutOf(operator, payout);
    expect(now.answered).toBe(true);
    expect(ofBounty(now.payments, won[1]!)).toMatchObject({ state: 'failed', reasonCode: 'AC04', bankStatus: 'RJCT' });
    expect(ofBounty(now.payments, won[0]!)).toMatchObject({ state: 'exported', bankStatus: 'ACSP' });
    const [mail] = await shop.deps.db.selectFrom('mails').selectAll().where('template', '=', 'bounty-failed').execute();
    expect(mail?.recipient).toBe(won[1]!.winner.email);
    expect(mail?.body_text).toContain('Le compte est clos.');
    const refused = await operator
      .post(`/api/bounties/payouts/${payout.id}/cancellation`, { reason: 'x', notSent: true })
      .expect(409);
    expect(refused.body.reasons).toEqual([{ code: 'bank_answered' }]);
  });

  it('pays once: the same file again changes nothing and answers the same', async () => {
    const xml = bank.execute();
    const first = await takeIn(operator, xml);
    expect(told(first.lines)).toEqual(['matched: paid', 'matched: paid', 'matched: paid']);
    const money = await moneyOf(shop);
    expect(await takeIn(second, xml)).toEqual(first);
    expect(await moneyOf(shop)).toEqual(money);
    const known = await previewOf(second, xml);
    expect(told(known.lines)).toEqual(Array(3).fill('known: none'));
    expect(known.importedAt).toBe(first.importedAt);
    expect((await balances(shop)).bank).toBe(-300_000);
    for (const one of [won[0]!, won[2]!, won[3]!]) expect(await stateOf(operator, one)).toBe('paid');
    expect((await payoutOf(operator, payout)).payments.map((payment) => payment.bookedOn)).toContain(
      payout.requestedFor,
    );
  });

  it('in a statement that says it all again does nothing, and what is not ours is only counted', async () => {
    const money = await moneyOf(shop);
    const statement = await takeIn(operator, bank.statement());
    expect(statement.others).toBe(1);
    expect(told(statement.lines)).toEqual(Array(3).fill('matched: none'));
    expect(await moneyOf(shop)).toEqual(money);
    expect((await operator.get(LINES).expect(200)).body.items).toEqual([]);
  });

  it('sends money back: paid becomes failed, the books turn, the winner hears of it', async () => {
    const returned = ofBounty(payout.payments, won[2]!);
    const file = await takeIn(operator, bank.giveBack(returned.endToEndId, 'AC06'));
    expect(told(file.lines)).toEqual(['matched: returned']);
    expect(await stateOf(operator, won[2]!)).toBe('failed');
    const { body: bounty } = await operator.get(`/api/bounties/${won[2]!.bounty}`).expect(200);
    expect(bounty.paidAt).toBeNull();
    expect((await balances(shop)).bank).toBe(-200_000);
    const mails = await shop.deps.db
      .selectFrom('mails')
      .select(['recipient', 'subject'])
      .where('template', '=', 'bounty-failed')
      .where('recipient', '=', won[2]!.winner.email)
      .execute();
    expect(mails.map((mail) => mail.subject)).toEqual(['Le virement de 1\u00a0000\u00a0€ est revenu']);
  });

  it('is paid by the second attempt, under another reference', async () => {
    const again = await exportAll(operator, [won[2]!.bounty]);
    expect(again.payments[0]!.endToEndId).toMatch(/-2$/);
    await takeIn(operator, await bank.submit(await fileOf(operator, again)));
    await takeIn(operator, bank.execute());
    expect(await stateOf(operator, won[2]!)).toBe('paid');
    expect((await balances(shop)).bank).toBe(-300_000);
    expect(bank.executed.filter((one) => one.iban === ibans.be)).toHaveLength(2);
  });

  it('is written down, each file once, with what it did', async () => {
    const { body } = await operator.get(FILES).expect(200);
    const acts = await shop.deps.db.selectFrom('audit_log').selectAll().where('act', '=', 'import-bank-file').execute();
    expect(acts).toHaveLength(body.items.length);
    expect(JSON.stringify([body, acts])).not.toMatch(/FR7630001007941234567890185|DE89370400440532013000/);
  });
});

describe('what the bank says wrongly', () => {
  let shop: TestShop;
  let won: Won[];
  let operator: SignedIn;
  let payout: Payout;
  let bank: FakeBank;
  let notification: string;
  let before: object;
  beforeAll(async () => {
    ({ shop, won, operator } = await shopWith(2));
    payout = await exportAll(operator);
    bank = new FakeBank();
    await bank.submit(await fileOf(operator, payout));
    notification = bank.execute();
    before = await moneyOf(shop);
  });
  afterAll(() => shop.close());

  const own = () => payout.payments.find(({ bounty }) => bounty === won[0]!.bounty)!;
  /** The notification of the first winner's transfer alone, spoilt. */
  const spoilt = (from: string | RegExp, to: string) => {
    const entries = notification.match(/<Ntry>.*?<\/Ntry>/g)!;
    const mine = entries.find((entry) => entry.includes(own().endToEndId))!;
    const one = notification.replace(/<Ntry>.*<\/Ntry>/, mine);
    const text = one.replaceAll(from, to);
    expect(text).not.toBe(one);
    return text;
  };

  it.each([
    ['another amount', '1000.00', '1000.01', 'amount_differs'],
    ['another currency', 'Ccy="EUR"', 'Ccy="USD"', 'currency_differs'],
    ['another payee’s account', ibans.fr, ibans.nl, 'iban_differs'],
    ['another account of the shop', ibans.shop, ibans.nl, 'account_differs'],
    ['a file of ours that it was not in', /FRAISIER-\d{8}-[0-9a-f]{8}/g, 'FRAISIER-20261201-00000000', 'file_differs'],
    ['a reference that there is not', /-1</g, '-9<', 'unknown'],
    ['no reference', /<EndToEndId>.*?<\/EndToEndId>/g, '<EndToEndId>NOTPROVIDED</EndToEndId>', 'unknown'],
  ] as const)('with %s moves nothing and waits on the desk', async (_what, from, to, verdict) => {
    const file = await takeIn(operator, spoilt(from, to));
    expect(told(file.lines)).toEqual([verdict]);
    expect(await moneyOf(shop)).toEqual(before);
    const { body } = await operator.get(LINES).expect(200);
    expect(body.items.at(-1)).toMatchObject({ verdict, effect: null, file: { kind: 'camt.054' } });
    // Said again in another file, it does not wait twice.
    const again = await takeIn(operator, spoilt(from, to).replace('BANK-', 'COPY-'));
    expect(told(again.lines)).toEqual(['known: none']);
    expect((await operator.get(LINES).expect(200)).body.items).toHaveLength(body.items.length);
  });

  it('of a file that there is not waits too', async () => {
    const bogus = (await new FakeBank().submit(await fileOf(operator, payout))).replaceAll(
      payout.messageId,
      'FRAISIER-20200101-deadbeef',
    );
    const file = await takeIn(operator, bogus);
    expect(new Set(told(file.lines))).toEqual(new Set(['file_differs', 'unknown']));
    expect(await moneyOf(shop)).toEqual(before);
  });

  it('is solved once, in words, and moves nothing', async () => {
    const { body } = await operator.get(LINES).expect(200);
    const [line] = body.items;
    const solve = (solution: unknown) => operator.post(`${LINES}/${line.id}/solution`, { solution } as object);
    for (const wrong of [undefined, ' ', 3, 'x'.repeat(301)]) expect((await solve(wrong)).status).toBe(400);
    await solve(`Erreur de la banque, compte ${ibans.de}`).expect(204);
    await solve(`Erreur de la banque, compte ${ibans.de}`).expect(204);
    expect((await solve('Autre chose').expect(409)).body.code).toBe('bank_line_solved');
    const row = await shop.deps.db
      .selectFrom('bank_lines')
      .select('solution')
      .where('id', '=', line.id)
      .executeTakeFirst();
    expect(row?.solution).toBe('Erreur de la banque, compte DE•• … 3000');
    expect((await operator.get(LINES).expect(200)).body.items).toHaveLength(body.items.length - 1);
    expect(await moneyOf(shop)).toEqual(before);
    await expect(
      shop.deps.db
        .updateTable('bank_lines')
        .set({ verdict: 'matched', effect: 'paid' })
        .where('id', '=', line.id)
        .execute(),
    ).rejects.toThrow(/append-only/);
  });

  it('is taken in only as it was looked at', async () => {
    const preview = await previewOf(operator, notification);
    await settle(operator, payout, { outcome: 'paid' }, payout.payments.indexOf(own())).expect(200);
    const changed = await handIn(operator, notification, { plan: preview.plan }).expect(409);
    expect(changed.body.code).toBe('bank_plan_changed');
    const now = await previewOf(operator, notification);
    expect(told(now.lines).sort()).toEqual(['matched: none', 'matched: paid']);
    await handIn(operator, notification, { plan: now.plan }).expect(200);
  });
});

describe('a transfer that is confirmed after it failed', () => {
  let shop: TestShop;
  let won: Won[];
  let operator: SignedIn;
  const bank = new FakeBank();
  beforeAll(async () => {
    ({ shop, won, operator } = await shopWith(2));
  });
  afterAll(() => shop.close());

  it('blocks the second payment that is not at the bank yet', async () => {
    const first = await exportAll(operator, [won[0]!.bounty]);
    await bank.submit(await fileOf(operator, first));
    await settle(operator, first, { outcome: 'failed', reason: 'Lu trop vite' }).expect(200);
    const second = await exportAll(operator, [won[0]!.bounty]);
    const file = await takeIn(operator, bank.execute());
    expect(told(file.lines)).toEqual(['matched: late']);
    expect(await stateOf(operator, won[0]!)).toBe('paid');
    expect((await payoutOf(operator, second)).payments[0]).toMatchObject({ state: 'stopped' });
    for (const act of [
      operator.get(`/api/bounties/payouts/${second.id}/file`),
      operator.post(`/api/bounties/payouts/${second.id}/sending`),
    ]) {
      expect((await act.expect(409)).body.code).toBe('payout_stopped');
    }
    expect((await operator.post('/api/bounties/payouts', { bounties: [won[0]!.bounty] }).expect(409)).body.code).toBe(
      'nothing_to_pay',
    );
    expect(await balances(shop)).toMatchObject({ bounty_claims: 100_000, bounty_in_transit: -100_000, bank: -100_000 });
    await operator
      .post(`/api/bounties/payouts/${second.id}/cancellation`, { reason: 'Déjà payée', notSent: true })
      .expect(200);
    const books = await balances(shop);
    expect(books).toMatchObject({ bank: -100_000, bounty_payable: -100_000 });
    expect(books.bounty_claims ?? books.bounty_in_transit).toBeUndefined();
    expect(bank.executed).toHaveLength(1);
  });

  it('shows a surplus when the second was at the bank too, and clears it when that comes back', async () => {
    const first = await exportAll(operator, [won[1]!.bounty]);
    await bank.submit(await fileOf(operator, first));
    await settle(operator, first, { outcome: 'failed', reason: 'Lu trop vite' }).expect(200);
    const second = await exportAll(operator, [won[1]!.bounty]);
    await bank.submit(await fileOf(operator, second));
    const file = await takeIn(operator, bank.execute());
    expect(told(file.lines).sort()).toEqual(['matched: late', 'matched: surplus']);
    expect((await balances(shop)).bounty_claims).toBe(100_000);
    expect(await stateOf(operator, won[1]!)).toBe('paid');
    await takeIn(operator, bank.giveBack(second.payments[0]!.endToEndId, 'FOCR'));
    expect((await balances(shop)).bounty_claims).toBeUndefined();
    expect((await balances(shop)).bank).toBe(-200_000);
    expect(await stateOf(operator, won[1]!)).toBe('paid');
  });
});

describe('the bank of the demo', () => {
  let shop: TestShop;
  let operator: SignedIn;
  let won: Won[];
  let payout: Payout;
  beforeAll(async () => {
    ({ shop, won, operator } = await shopWith(2));
    payout = await exportAll(operator);
  });
  afterAll(() => shop.close());

  const play = (who: Pick<SignedIn, 'get'>, answer: string, id = payout.id) =>
    who.get(`/api/demo/bank/${id}/${answer}`);
  const answered = (answer: string) => textOf(play(operator, answer));

  it('is for operators, and answers to files that there are', async () => {
    await play(shop.visitor, 'accepted').expect(401);
    await play(won[0]!.winner, 'accepted').expect(403);
    await play(operator, 'accepted', nobodys).expect(404);
    await play(operator, 'robbed').expect(400);
  });

  it('lets the whole way be gone without a bank', async () => {
    expect(told((await takeIn(operator, await answered('accepted'))).lines)).toEqual(
      Array(2).fill('matched: received'),
    );
    expect(told((await takeIn(operator, await answered('executed'))).lines)).toEqual(Array(2).fill('matched: paid'));
    expect(told((await takeIn(operator, await answered('statement'))).lines)).toEqual(Array(2).fill('matched: none'));
    expect(told((await takeIn(operator, await answered('returned'))).lines)).toEqual(['matched: returned']);
    const again = await exportAll(operator);
    const refused = await textOf(play(operator, 'refused', again.id));
    expect(told((await takeIn(operator, refused)).lines)).toEqual(['matched: failed']);
  });

  it('answers nothing to a file that is void', async () => {
    const again = await exportAll(operator);
    await operator.post(`/api/bounties/payouts/${again.id}/cancellation`, { reason: 'x', notSent: true }).expect(200);
    expect((await play(operator, 'executed', again.id).expect(409)).body.code).toBe('payout_void');
  });
});

it('without the demo there is no bank of the demo', async () => {
  const shop = await openShop({ demo: false });
  const operator = await shop.operator();
  await operator.get(`/api/demo/bank/${nobodys}/accepted`).expect(404);
  await shop.close();
});
