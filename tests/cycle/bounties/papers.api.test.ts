import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binary } from '../../support/binary.ts';
import { exportAll, makeReady, payeeOf, setDebtor, settle, type Won, winTogether } from '../../support/bounties.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { buy, order, piece } from '../../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

/** Papers have no spaces to be read: their words are compared without. */
const plain = (text: string) => text.replace(/\s+/g, '');
const file = (who: SignedIn, path: string) => who.get(path).buffer(true).parse(binary);

describe('the papers of a bounty', () => {
  let shop: TestShop;
  let operator: SignedIn;
  let stranger: SignedIn;
  let won: Won[];
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator();
    stranger = await shop.member();
    won = await winTogether(shop, 2);
    await setDebtor(shop, { legalName: 'Société du Fraisier', street: '4, rue des Presses', city: 'Lyon' });
  });
  afterAll(() => shop.close());
  const statement = ({ bounty }: Won, lang = '') => `/api/bounties/${bounty}/statement${lang && `?lang=${lang}`}`;
  const contract = ({ bounty }: Won) => `/api/bounties/${bounty}/contract`;

  it('are for their author and the workshop, and there are none before the payee is known', async () => {
    const one = won[0]!;
    for (const path of [statement(one), contract(one)]) {
      await shop.visitor.get(path).expect(401);
      await stranger.get(path).expect(404);
      await won[1]!.winner.get(path).expect(404);
    }
    expect((await one.winner.get(statement(one)).expect(409)).body.code).toBe('statement_not_ready');
    expect((await one.winner.get(contract(one)).expect(409)).body.code).toBe('payee_missing');
    await one.winner.get(`/api/bounties/${one.bounty}/statement?lang=de`).expect(400);
  });

  it('the statement says every line to the cent, and that it is provisional until it is paid', async () => {
    const one = won[0]!;
    await makeReady(one, { socialSecurity: '2 69 05 49 588 157 80' });
    const answer = await file(one.winner, statement(one)).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const text = plain(pdfText(answer.body));
    for (const said of [
      'Relevé de droits d’auteur',
      'Provisoire : pas encore versé',
      'Société du Fraisier',
      '4, rue des Presses',
      'Camille Œuvrard',
      'FR•• … 0185',
      '••• 80',
      'Assurance vieillesse de base',
      '1 190,91 €',
      '6,15 %',
      '−73,24 €',
      '1 170,07 €',
      '−107,65 €',
      '−5,85 €',
      '−4,17 €',
      '−190,91 €',
      '1 000,00 €',
      'Contribution du diffuseur',
      '13,10 €',
      '1 204,01 €',
    ]) {
      expect(text).toContain(plain(said));
    }
    expect(text).not.toContain(plain('588157'));
    expect(text).not.toContain(plain('79412345'));
    const english = plain(pdfText((await file(operator, statement(one, 'en')).expect(200)).body));
    expect(english).toContain(plain('Statement of author’s rights'));
    expect(english).toContain(plain('Provisional: not paid yet'));
    expect(english).toContain(plain('−€73.24'));
  });

  it('the statement keeps the payer as they were called on the day of the payment, and is the same file every time', async () => {
    const one = won[0]!;
    await settle(operator, await exportAll(operator, [one.bounty]), { outcome: 'paid' }).expect(200);
    const first = (await file(one.winner, statement(one)).expect(200)).body as Buffer;
    const text = plain(pdfText(first));
    expect(text).toContain(plain('Versé le'));
    expect(text).not.toContain(plain('Provisoire'));
    await setDebtor(shop, { legalName: 'Another Owner SAS' });
    const again = (await file(one.winner, statement(one)).expect(200)).body as Buffer;
    expect(again.equals(first)).toBe(true);
  });

  it('of an exempt author says that nothing is kept back', async () => {
    const one = won[1]!;
    await makeReady(one, { exempt: true });
    const text = plain(pdfText((await file(one.winner, statement(one)).expect(200)).body));
    expect(text).toContain(plain('dispense de précompte : rien n’est retenu'));
    expect(text).toContain(plain('1 000,00 €'));
    expect(text).not.toContain(plain('Assurance vieillesse'));
  });

  it('the contract is made of its fields; its hash is that of the exact text, and stands in the paper with the date', async () => {
    const one = won[1]!;
    const { body } = await one.winner.get(`/api/bounties/${one.bounty}`).expect(200);
    const { text, sha256, terms, until, acceptedAt } = body.contract;
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    expect(terms).toMatchObject({
      rights: ['print', 'copy', 'show'],
      supports: ['t_shirt', 'shop_pages', 'mails', 'announcements'],
      territory: 'world',
      lumpSum: { amount: 100_000 },
      isNet: true,
      shareBp: 0,
    });
    expect(terms.pieces).toBe((await operator.get(`/api/runs/${one.month.slug}`).expect(200)).body.size);
    expect(new Date(until).getUTCFullYear() - new Date(terms.from).getUTCFullYear()).toBe(3);
    const paper = plain(pdfText((await file(one.winner, contract(one)).expect(200)).body));
    expect(paper).toContain(plain(`SHA-256 ${sha256}`));
    expect(paper).toContain(plain('Accepté par Camille Œuvrard le'));
    expect(acceptedAt).not.toBeNull();
    // Every word of the text is in the paper, in its order; headings are set without capitals.
    const lower = paper.toLowerCase();
    for (const paragraph of text.split('\n').filter((line: string) => line && !/^—+$/.test(line))) {
      const words = plain(paragraph).toLowerCase();
      expect(lower.includes(words), paragraph).toBe(true);
    }
  });

  it('a contract of other years is written with them, and those that are accepted keep theirs', async () => {
    const admin = await shop.admin();
    const { body: settings } = await admin.get('/api/settings').expect(200);
    await admin.put('/api/settings', { ...settings, contractYears: 5 }).expect(200);
    const [fresh] = await winTogether(shop, 1, { slug: '2027-02' });
    const { body } = await fresh!.winner.put(`/api/bounties/${fresh!.bounty}/payee`, payeeOf()).expect(200);
    const { terms, until, text } = body.contract;
    expect(new Date(until).getUTCFullYear() - new Date(terms.from).getUTCFullYear()).toBe(5);
    expect(text).toContain(String(new Date(until).getUTCFullYear()));
    await expect(
      sql`update bounties set contract_until = now() where id = ${won[0]!.bounty}`.execute(shop.deps.db),
    ).rejects.toThrow(/does not change/);
  });

  it('nothing is sold or printed before the contract is accepted, and the run opens with it', async () => {
    const [fresh] = await winTogether(shop, 1, { slug: '2027-03' });
    const { body } = await fresh!.winner.get(`/api/bounties/${fresh!.bounty}`).expect(200);
    const slug = (await fresh!.winner.get(`/api/designs/${body.design}`).expect(200)).body.runs[0];
    const run = async () => (await shop.visitor.get(`/api/runs/${slug}`).expect(200)).body;
    const waiting = await run();
    expect(waiting).toMatchObject({ state: 'preparing', nextNumber: null, free: waiting.size - 1 });
    const listed = (await shop.visitor.get('/api/runs').expect(200)).body.items;
    expect(listed.find((item: { slug: string }) => item.slug === slug).state).toBe('preparing');
    const bought = { pieces: [piece({ fabric: waiting.fabrics[0] })] };
    const early = await order(stranger, { slug }, bought).expect(409);
    expect(early.body).toMatchObject({ code: 'run_not_open', reasons: [{ detail: 'preparing' }] });
    const printed = await operator.post(`/api/runs/${slug}/print-orders`).expect(409);
    expect(printed.body).toMatchObject({ code: 'run_not_open', reasons: [{ detail: 'preparing' }] });

    await makeReady(fresh!);
    expect(await run()).toMatchObject({ state: 'open', nextNumber: 2 });
    await order(stranger, { slug }, bought).expect(201);
  });

  it('the product page closes after the last day of the contract, at midnight by the shop’s calendar', async () => {
    const one = won[1]!;
    const { body } = await one.winner.get(`/api/bounties/${one.bounty}`).expect(200);
    const run = (await one.winner.get(`/api/designs/${body.design}`).expect(200)).body.runs[0];
    const lastDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(
      new Date(body.contract.until),
    );
    const state = async () => (await shop.visitor.get(`/api/runs/${run}`).expect(200)).body;
    await shop.setClock(`${lastDay}T22:30:00+01:00`);
    const open = await state();
    expect(open.state).toBe('open');
    const buyer = await shop.member();
    await buy(buyer, { slug: run }, [piece({ fabric: open.fabrics[0] })]);
    await shop.setClock(new Date(Date.parse(`${lastDay}T22:30:00+01:00`) + 2.1 * 3_600_000));
    expect(await state()).toMatchObject({ state: 'closed', nextNumber: null });
    const listed = (await shop.visitor.get('/api/runs').expect(200)).body.items;
    expect(listed.find((item: { slug: string }) => item.slug === run).state).toBe('closed');
    const late = await (await shop.member())
      .post(`/api/runs/${run}/orders`, {
        pieces: [piece({ fabric: open.fabrics[0] })],
        address: { name: 'A', line1: '1 rue', postalCode: '75001', city: 'Paris', country: 'FR' },
      })
      .set('idempotency-key', crypto.randomUUID());
    expect(late.body.code).toBe('run_not_open');
  });
});

describe('the rates', () => {
  let shop: TestShop;
  let admin: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    admin = await shop.admin();
    await shop.setClock('2026-11-22T12:00:00Z');
  });
  afterAll(() => shop.close());
  const rate = (change: object = {}) => ({
    validFrom: '2027-01-01',
    code: 'pension',
    payer: 'author',
    labelFr: 'Assurance vieillesse de base',
    labelEn: 'Basic pension',
    rateBp: 700,
    baseBp: 10_000,
    ...change,
  });

  it('are read by operators and added by administration, each from a day to come, and logged', async () => {
    const operator = await shop.operator();
    await shop.visitor.get('/api/withholding-rates').expect(401);
    await (await shop.member()).get('/api/withholding-rates').expect(403);
    await shop.visitor.post('/api/withholding-rates', rate()).expect(401);
    await operator.post('/api/withholding-rates', rate()).expect(403);
    const { body: before } = await operator.get('/api/withholding-rates').expect(200);
    expect(before.today).toBe('2026-11-22');
    expect(before.items.map((row: { code: string; standing: string }) => `${row.code} ${row.standing}`)).toEqual([
      'pension now',
      'csg now',
      'crds now',
      'training now',
      'payer now',
    ]);
    for (const validFrom of ['2026-11-22', '2026-11-01', '2023-01-01']) {
      const { body } = await admin.post('/api/withholding-rates', rate({ validFrom })).expect(422);
      expect(body).toMatchObject({ code: 'rate_too_early', reasons: [{ detail: '2026-11-22' }] });
    }
    for (const wrong of [
      { rateBp: 10_001 },
      { rateBp: -1 },
      { baseBp: 1.5 },
      { code: 'X Y' },
      { labelFr: ' ' },
      { validFrom: '2027-02-30' },
    ]) {
      expect((await admin.post('/api/withholding-rates', rate(wrong)).expect(400)).body.code).toBe('bad_input');
    }
    const { body } = await admin.post('/api/withholding-rates', rate()).expect(201);
    expect(body.items.slice(0, 2)).toMatchObject([
      { validFrom: '2027-01-01', rateBp: 700, standing: 'later', addedBy: admin.name },
      { validFrom: '2024-01-01', rateBp: 615, standing: 'now', addedBy: null },
    ]);
    // Twice, and before one that stands.
    for (const validFrom of ['2027-01-01', '2026-12-31']) {
      expect((await admin.post('/api/withholding-rates', rate({ validFrom })).expect(422)).body.code).toBe(
        'rate_too_early',
      );
    }
    const acts = await shop.deps.db.selectFrom('audit_log').select('details').where('act', '=', 'add-rate').execute();
    expect(acts.map((act) => act.details)).toEqual([rate()]);
  });

  it('added twice at the same moment is added once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => admin.post('/api/withholding-rates', rate({ code: 'new_one', validFrom: '2027-05-01' }))),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 422, 422]);
  });

  it('never change: the database refuses it', async () => {
    for (const act of [
      'update withholding_rates set rate_bp = 0',
      'delete from withholding_rates',
      'truncate withholding_rates',
    ]) {
      await expect(sql.raw(act).execute(shop.deps.db), act).rejects.toThrow(/append-only/);
    }
  });

  it('of the day hold: a bounty owed under the old ones is paid by those of the day of its transfer', async () => {
    const [one] = await winTogether(shop, 1, { slug: '2026-12' });
    await setDebtor(shop);
    const ready = await makeReady(one!);
    const pension = (bounty: { withholding: { code: string; rateBp: number }[] }) =>
      bounty.withholding.find((line) => line.code === 'pension')!.rateBp;
    expect(pension(ready)).toBe((await shop.now()) < new Date('2026-12-31T23:00:00Z') ? 615 : 700);
    await shop.setClock('2027-02-01T10:00:00Z');
    await exportAll(await shop.operator(), [one!.bounty]);
    const { body } = await one!.winner.get(`/api/bounties/${one!.bounty}`).expect(200);
    expect(pension(body)).toBe(700);
    expect(body.net.amount).toBe(100_000);
    expect((await admin.get('/api/withholding-rates').expect(200)).body.items[0].standing).toBe('now');
  });
});
