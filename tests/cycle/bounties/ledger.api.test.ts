import { book } from '@fraisier/server/cycle/bounties/ledger/book.ts';
import { oweBounties } from '@fraisier/server/cycle/bounties/owe-bounties.ts';
import { quoteBounty } from '@fraisier/server/cycle/bounties/quote-bounty.ts';
import { releaseReserve, reserveBounty } from '@fraisier/server/cycle/bounties/reserve-bounty.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balances, winTogether } from '../../support/bounties.ts';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

describe('the reserve of a round', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('covers 1 000 € net with its contributions to the cent, and costs the shop nothing once it is given back', async () => {
    const month = await planAndOpen(shop, { phase: 'collecting' });
    expect(await balances(shop)).toEqual({ bounty_cost: 120_401, bounty_reserved: -120_401 });
    await month.operator
      .post(`/api/rounds/${month.slug}/cancellation`, { reason: 'The workshop is flooded.' })
      .expect(200);
    expect(await balances(shop)).toEqual({});
  });

  it('is set aside once, however often it is asked for', async () => {
    const month = await planAndOpen(shop, { phase: 'collecting', slug: '2027-01' });
    const round = await shop.deps.db
      .selectFrom('rounds')
      .selectAll()
      .where('slug', '=', month.slug)
      .executeTakeFirstOrThrow();
    await Promise.all(
      [1, 2, 3].map(() => shop.deps.db.transaction().execute((trx) => reserveBounty(trx, round, null))),
    );
    expect(await balances(shop)).toEqual({ bounty_cost: 120_401, bounty_reserved: -120_401 });
    for (let again = 0; again < 2; again++) {
      await shop.deps.db.transaction().execute((trx) => releaseReserve(trx, round, null));
    }
    expect(await balances(shop)).toEqual({});
  });

  it('is given back when the round closes without a winner', async () => {
    const month = await planAndOpen(shop, { phase: 'decided', slug: '2027-02' });
    const { body } = await month.operator.post(`/api/rounds/${month.slug}/close`, {}).expect(200);
    expect(body).toEqual({ winners: [], bounties: [], runs: [] });
    expect(await balances(shop)).toEqual({});
  });
});

describe('a bounty that is owed', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('moves the reserve to what is due to the winner, to social security and to the scheme', async () => {
    const [won] = await winTogether(shop, 1);
    expect(await balances(shop)).toEqual({
      bounty_cost: 120_401,
      bounty_payable: -100_000,
      withholding_payable: -19_091,
      contribution_payable: -1_310,
    });
    const { body } = await won!.winner.get(`/api/bounties/${won!.bounty}`).expect(200);
    expect(body).toMatchObject({
      state: 'owed',
      promised: { amount: 100_000, currency: 'EUR' },
      promisedIsNet: true,
      gross: { amount: 119_091 },
      net: { amount: 100_000 },
      contribution: { amount: 1_310 },
      payee: null,
      contract: null,
      paidAt: null,
      payments: [],
    });
    expect(
      body.withholding.map((line: { code: string; base: { amount: number }; amount: { amount: number } }) => [
        line.code,
        line.base.amount,
        line.amount.amount,
      ]),
    ).toEqual([
      ['pension', 119_091, 7_324],
      ['csg', 117_007, 10_765],
      ['crds', 117_007, 585],
      ['training', 119_091, 417],
      ['payer', 119_091, 1_310],
    ]);
    expect(
      body.ledger.map((line: { cause: string; amount: { amount: number } }) => [
        line.cause.split(':').at(-1),
        line.amount.amount,
      ]),
    ).toEqual([
      ['reserve', 120_401],
      ['owe', 120_401],
    ]);
  });

  it('is due as many days of the calendar later as the shop says, at the same hour across a clock change', async () => {
    // From February to May: the clocks of Paris go forward in between.
    const admin = await shop.admin();
    const { body: settings } = await admin.get('/api/settings').expect(200);
    await admin.put('/api/settings', { ...settings, bountyDays: 100 }).expect(200);
    const [won] = await winTogether(shop, 1, { slug: '2027-01' });
    await admin.put('/api/settings', settings).expect(200);
    const { body } = await won!.winner.get(`/api/bounties/${won!.bounty}`).expect(200);
    const local = (moment: string) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' })
        .format(new Date(moment))
        .split(' ');
    const [owedDay, owedTime] = local(body.owedAt);
    const [dueDay, dueTime] = local(body.dueAt);
    expect(dueTime).toBe(owedTime);
    expect(Date.parse(dueDay!) - Date.parse(owedDay!)).toBe(100 * 86_400_000);
  });

  it('is charged as a new cost where two share the first place', async () => {
    const before = await balances(shop);
    const won = await winTogether(shop, 2, { slug: '2027-02' });
    const after = await balances(shop);
    expect(won).toHaveLength(2);
    expect(after.bounty_cost! - before.bounty_cost!).toBe(2 * 120_401);
    expect(after.bounty_payable! - before.bounty_payable!).toBe(-200_000);
    expect(after.bounty_reserved).toBeUndefined();
  });

  it('is owed once, and told once, when the winners are owed again', async () => {
    const [won] = await winTogether(shop, 1, { slug: '2027-03' });
    const before = await balances(shop);
    const round = await shop.deps.db
      .selectFrom('rounds')
      .selectAll()
      .where('slug', '=', '2027-03')
      .executeTakeFirstOrThrow();
    const design = won!.month.designs[0]!;
    const owed = await shop.deps.db.transaction().execute((trx) =>
      oweBounties(trx, {
        round,
        winners: [{ designId: design.id, designerId: design.designer.id }],
        actorId: null,
        appUrl: 'http://localhost:3000',
      }),
    );
    expect(owed.map((bounty) => bounty.id)).toEqual([won!.bounty]);
    expect(await balances(shop)).toEqual(before);
    const mails = await shop.deps.db
      .selectFrom('mails')
      .select(['subject'])
      .where('recipient', '=', design.designer.email)
      .where('template', '=', 'bounty-won')
      .execute();
    expect(mails).toHaveLength(1);
  });

  it('is announced in the winner’s language with sum, day and link', async () => {
    const alan = await shop.member({ email: 'designer-0-2027-04@fraisier.test', locale: 'en', name: 'Alan' });
    const [english] = await winTogether(shop, 1, { slug: '2027-04' });
    expect(english!.winner.id).toBe(alan.id);
    const mailTo = (email: string) =>
      shop.deps.db
        .selectFrom('mails')
        .select(['subject', 'body_text', 'locale'])
        .where('recipient', '=', email)
        .where('template', '=', 'bounty-won')
        .executeTakeFirstOrThrow();
    const inEnglish = await mailTo(english!.winner.email);
    expect(inEnglish.subject).toMatch(/^You won: €1,000, paid by \d{1,2} [A-Z][a-z]+$/);
    expect(inEnglish.body_text).toContain(`http://localhost:3000/en/bounties/${english!.bounty}`);
    const inFrench = await mailTo('designer-0-2026-12@fraisier.test');
    expect(inFrench.subject).toMatch(
      /^Vous avez gagné\u00a0: 1\u00a0000\u00a0€ versés au plus tard le (1er|\d{1,2}) \p{L}+$/u,
    );
    expect(inFrench.body_text).toMatch(/http:\/\/localhost:3000\/fr\/bounties\/[0-9a-f-]{36}/);
  });
});

describe('the ledger', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const booking = (cause: string, cents: number) =>
    shop.deps.db.transaction().execute((trx) =>
      book(trx, {
        cause,
        description: 'Test',
        entries: [
          { account: 'bank', amountCents: cents },
          { account: 'sales', amountCents: -cents },
        ],
      }),
    );

  it('refuses what does not balance, in the code and in the database', async () => {
    const { db } = shop.deps;
    await expect(
      db
        .transaction()
        .execute((trx) =>
          book(trx, { cause: 'test:odd', description: 'Test', entries: [{ account: 'bank', amountCents: 5 }] }),
        ),
    ).rejects.toThrow(/does not balance/);
    await expect(
      db.transaction().execute(async (trx) => {
        const { id } = await trx
          .insertInto('ledger_transactions')
          .values({ cause: 'test:raw', description: 'Test' })
          .returning('id')
          .executeTakeFirstOrThrow();
        await trx
          .insertInto('ledger_entries')
          .values({ transaction_id: id, account: 'bank', amount_cents: 5 })
          .execute();
      }),
    ).rejects.toThrow(/does not balance/);
    expect(await balances(shop)).toEqual({});
  });

  it('books a cause once, also when ten book it at the same time', async () => {
    await Promise.all(Array.from({ length: 10 }, () => booking('test:once', 2_400)));
    expect(await balances(shop)).toEqual({ bank: 2_400, sales: -2_400 });
  });

  it('can only be added to', async () => {
    const { db } = shop.deps;
    for (const table of ['ledger_transactions', 'ledger_entries', 'payouts', 'secret_readings']) {
      // A payout may be sealed anew, row by row; of none nothing is changed.
      const update = table === 'payouts' ? [] : [`update ${table} set id = id`];
      for (const change of [...update, `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(sql.raw(change).execute(db), change).rejects.toThrow(/append-only/);
      }
    }
  });

  it('is for operators, and pages through its transactions', async () => {
    await shop.visitor.get('/api/ledger').expect(401);
    await (await shop.member()).get('/api/ledger').expect(403);
    const operator = await shop.operator();
    expect((await operator.get('/api/ledger?cursor=nonsense').expect(400)).body.code).toBe('bad_input');
    for (let nth = 0; nth < 51; nth++) await booking(`test:page:${nth}`, 100);
    const { body: first } = await operator.get('/api/ledger').expect(200);
    expect(first.items).toHaveLength(50);
    expect(first.items[0].cause).toBe('test:page:50');
    expect(first.items[0].entries).toEqual([
      { account: 'bank', amount: { amount: 100, currency: 'EUR' } },
      { account: 'sales', amount: { amount: -100, currency: 'EUR' } },
    ]);
    const { body: second } = await operator.get(`/api/ledger?cursor=${first.nextCursor}`).expect(200);
    expect(second.items.map((item: { cause: string }) => item.cause)).toEqual(['test:page:0', 'test:once']);
    expect(second.nextCursor).toBeNull();
  });

  it('quotes by the rates of the day, which are data', async () => {
    const { db } = shop.deps;
    await sql`insert into withholding_rates (valid_from, code, payer, label_fr, label_en, rate_bp, base_bp) values
      ('2030-01-01', 'pension', 'author', 'Assurance vieillesse de base', 'Basic pension', 700, 10000),
      ('2030-01-01', 'training', 'author', 'Formation professionnelle', 'Vocational training', 0, 10000)`.execute(db);
    const quote = (day: string) =>
      quoteBounty(db, { promisedCents: 100_000, isNet: false, on: new Date(`${day}T12:00:00+01:00`) });
    expect(await quote('2029-12-31')).toMatchObject({
      grossCents: 100_000,
      withheldCents: 16_030,
      netCents: 83_970,
      contributionCents: 1_100,
      totalCents: 101_100,
    });
    const later = await quote('2030-01-01');
    expect(later.withheldCents).toBe(7_000 + 9_039 + 491);
    expect(later.lines.map((line) => line.code)).toEqual(['pension', 'csg', 'crds', 'payer']);
  });
});
