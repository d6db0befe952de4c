import { book } from '@fraisier/server/cycle/bounties/ledger/book.ts';
import { checkLedgerNightly } from '@fraisier/server/cycle/bounties/ledger/keep-check.ts';
import type { LedgerCheck } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAll, makeReady, setDebtor, settle, type Won, winTogether } from '../../support/bounties.ts';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

interface AccountPage {
  readonly items: { readonly id: string; readonly balanceAfter: { readonly amount: number } }[];
  readonly nextCursor: string | null;
}

const sale = (cents: number) => [
  { account: 'payments_clearing', amountCents: cents },
  { account: 'sales', amountCents: -cents },
];

describe('the database itself', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
    await shop.deps.db
      .transaction()
      .execute((trx) => book(trx, { cause: 'test:1', description: 'x', entries: sale(5) }));
  });
  afterAll(() => shop.close());
  const run = (text: string) => sql.raw(text).execute(shop.deps.db);
  const insert = `insert into ledger_transactions (id, cause, description)`;
  const entry = `insert into ledger_entries (transaction_id, account, amount_cents) values`;

  it('refuses to change, delete or truncate what is booked', async () => {
    for (const table of ['ledger_transactions', 'ledger_entries']) {
      const column = table === 'ledger_entries' ? 'amount_cents = 0' : `cause = 'other'`;
      await expect(run(`update ${table} set ${column}`), table).rejects.toThrow(/append-only/);
      await expect(run(`delete from ${table}`), table).rejects.toThrow(/append-only/);
      await expect(run(`truncate ${table} cascade`), table).rejects.toThrow(/append-only/);
    }
  });

  it('refuses a transaction that is not zero, one without entries, and one whose cause was booked', async () => {
    const id = (nth: number) => `00000000-0000-7000-8000-00000000000${nth}`;
    const lame = `${insert} values ('${id(1)}', 'test:lame', 'x'); ${entry} ('${id(1)}', 'sales', 7)`;
    await expect(run(`begin; ${lame}; commit`)).rejects.toThrow(/does not balance/);
    await run('rollback').catch(() => {});
    await expect(run(`${insert} values ('${id(2)}', 'test:empty', 'x')`)).rejects.toThrow(/has no entries/);
    await expect(run(`${insert} values ('${id(3)}', 'test:1', 'x')`)).rejects.toThrow(/duplicate key/);
    const { rows } = await sql<{ count: number }>`select count(*) from ledger_transactions`.execute(shop.deps.db);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('takes no later entries into a booked transaction, even such that balance', async () => {
    const { rows } = await sql<{ id: string }>`select id from ledger_transactions`.execute(shop.deps.db);
    const { id } = rows[0]!;
    await expect(run(`${entry} ('${id}', 'sales', 7), ('${id}', 'bank', -7)`)).rejects.toThrow(/takes no more entries/);
  });

  it('keeps an account what it is, and lets its name be mended and others be added', async () => {
    await expect(run(`update ledger_accounts set kind = 'income' where code = 'bank'`)).rejects.toThrow(
      /code and kind/,
    );
    await expect(run(`update ledger_accounts set code = 'banque' where code = 'bank'`)).rejects.toThrow(
      /code and kind/,
    );
    await expect(run(`delete from ledger_accounts where code = 'bank'`)).rejects.toThrow(/append-only/);
    await run(`update ledger_accounts set name_en = 'Bank account' where code = 'bank'`);
    await run(`insert into ledger_accounts values ('gifts', 'expense', 'Cadeaux', 'Gifts')`);
    const operator = await shop.operator();
    const { body } = await operator.get('/api/ledger').expect(200);
    const account = (code: string) => body.balances.find((row: { account: string }) => row.account === code);
    expect(account('gifts')).toMatchObject({ kind: 'expense', nameFr: 'Cadeaux', balance: { amount: 0 } });
    expect(account('bank').nameEn).toBe('Bank account');
  });
});

describe('the trial balance', () => {
  let shop: TestShop;
  let operator: SignedIn;
  let won: Won;
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator({ name: '=HYPERLINK("http://evil.example")' });
    [won] = (await winTogether(shop, 1)) as [Won];
    // The day after, by the shop's calendar.
    await shop.setClock(new Date((await shop.now()).getTime() + 86_400_000));
    await shop.deps.db
      .transaction()
      .execute((trx) =>
        book(trx, { cause: 'test:formula', description: '=1+1', entries: sale(2_450), actorId: operator.id }),
      );
  });
  afterAll(() => shop.close());

  const dayOf = (moment: Date) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(moment);
  const daysAgo = async (days: number) => dayOf(new Date((await shop.now()).getTime() - days * 86_400_000));

  it('has the same debits and credits in all, and per account its balance', async () => {
    const { body } = await operator.get('/api/ledger').expect(200);
    expect(body.on).toBeNull();
    expect(body.sums.debit).toEqual(body.sums.credit);
    const sum = (side: 'debit' | 'credit' | 'balance') =>
      body.balances.reduce((total: number, row: Record<string, { amount: number }>) => total + row[side]!.amount, 0);
    expect([sum('debit'), sum('credit'), sum('balance')]).toEqual([body.sums.debit.amount, body.sums.credit.amount, 0]);
    const reserved = body.balances.find((row: { account: string }) => row.account === 'bounty_reserved');
    expect(reserved).toMatchObject({ debit: { amount: 120_401 }, credit: { amount: 120_401 }, balance: { amount: 0 } });
  });

  it('is that of the end of the day asked for: before it, nothing later counts', async () => {
    const [today, yesterday] = [await daysAgo(0), await daysAgo(1)];
    const { body: then } = await operator.get(`/api/ledger?on=${yesterday}`).expect(200);
    const { body: now } = await operator.get(`/api/ledger?on=${today}`).expect(200);
    const clearing = (body: { balances: { account: string; balance: { amount: number } }[] }) =>
      body.balances.find((row) => row.account === 'payments_clearing')!.balance.amount;
    expect([clearing(then), clearing(now)]).toEqual([0, 2_450]);
    expect(then.items).toHaveLength(2);
    expect(now.items).toHaveLength(3);
    const { body: long } = await operator.get('/api/ledger?on=2001-01-01').expect(200);
    expect(long.sums).toEqual({ debit: { amount: 0, currency: 'EUR' }, credit: { amount: 0, currency: 'EUR' } });
    for (const wrong of ['2026-02-30', 'yesterday', '']) {
      expect((await operator.get(`/api/ledger?on=${wrong}`).expect(400)).body.code).toBe('bad_input');
    }
  });

  it('leads from an account to its entries, with the balance after each, and from an entry to what it is about', async () => {
    const { body } = await operator.get('/api/ledger/accounts/bounty_reserved').expect(200);
    expect(body).toMatchObject({ account: 'bounty_reserved', kind: 'liability', balance: { amount: 0 }, on: null });
    expect(
      body.items.map((item: { amount: { amount: number }; balanceAfter: { amount: number } }) => [
        item.amount.amount,
        item.balanceAfter.amount,
      ]),
    ).toEqual([
      [120_401, 0],
      [-120_401, -120_401],
    ]);
    const { slug } = won.month;
    expect(body.items[0].about).toMatchObject({ act: 'owe', round: slug, bounty: won.bounty });
    expect(body.items[1].about).toMatchObject({ act: 'reserve', round: slug, bounty: null });
    await operator.get('/api/ledger/accounts/nothing').expect(404);
    await operator.get('/api/ledger/accounts/NO-SUCH').expect(400);
    await operator.get('/api/ledger/accounts/bank?cursor=1').expect(400);
  });

  it('goes on by pages that neither repeat nor leave out an entry', async () => {
    await shop.deps.db.transaction().execute(async (trx) => {
      for (let nth = 0; nth < 101; nth++) {
        await book(trx, { cause: `test:page:${nth}`, description: 'x', entries: sale(1) });
      }
    });
    const seen: { id: string; balanceAfter: { amount: number } }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: AccountPage } = await operator
        .get(`/api/ledger/accounts/sales${cursor && `?cursor=${cursor}`}`)
        .expect(200);
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(new Set(seen.map((item) => item.id)).size).toBe(102);
    expect(seen.map((item) => item.balanceAfter.amount)).toEqual(
      Array.from({ length: 102 }, (_, nth) => -2_450 - 101 + nth),
    );
  });

  it('comes as a file in which no cell is a formula', async () => {
    const balance = await operator.get('/api/ledger/balance').expect(200);
    expect(balance.headers['content-type']).toContain('text/csv');
    expect(balance.headers['content-disposition']).toMatch(/balance-\d{4}-\d\d-\d\d\.csv/);
    expect(balance.text.startsWith('\ufeff')).toBe(true);
    const lines = balance.text.trim().split('\r\n');
    const [, , , debit, credit, left] = lines.at(-1)!.split(',');
    expect(debit).toBe(credit);
    expect(left).toBe('0');
    const entries = await operator.get(`/api/ledger/entries?account=sales`).expect(200);
    const rows = entries.text.trim().split('\r\n');
    expect(rows).toHaveLength(103);
    expect(entries.text).toContain(`'=1+1`);
    expect(entries.text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(rows[1]).toContain(',24.5,');
    const cells = rows.flatMap((row) => row.split(','));
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
    const english = await shop.operator({ locale: 'en' });
    expect((await english.get('/api/ledger/entries?on=2001-01-01').expect(200)).text).toBe(
      '\ufeffDate,Transaction,Cause,Description,Account,Account name,Debit,Credit,Booked by\r\n',
    );
  });

  it('is for operators alone', async () => {
    const member = await shop.member();
    for (const path of ['', '/accounts/bank', '/balance', '/entries', '/checks']) {
      await shop.visitor.get(`/api/ledger${path}`).expect(401);
      await member.get(`/api/ledger${path}`).expect(403);
      await won.winner.get(`/api/ledger${path}`).expect(403);
    }
    await shop.visitor.post('/api/ledger/checks').expect(401);
    await member.post('/api/ledger/checks').expect(403);
  });
});

describe('the check of the books', () => {
  let shop: TestShop;
  let operator: SignedIn;
  let won: Won[];
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator();
    won = await winTogether(shop, 3);
    await planAndOpen(shop, { phase: 'collecting', slug: '2027-03' });
    await setDebtor(shop);
    await makeReady(won[0]!);
    await makeReady(won[1]!);
    const payout = await exportAll(operator);
    await settle(operator, payout, { outcome: 'paid' }, 0).expect(200);
    await settle(operator, payout, { outcome: 'failed', reason: 'AC04' }, 1).expect(200);
  });
  afterAll(() => shop.close());

  const check = async (): Promise<LedgerCheck> => (await operator.post('/api/ledger/checks').expect(201)).body;
  const found = async () =>
    (await check()).findings.map(({ rule, code, account }) => [rule, code, account].filter(Boolean).join(' '));

  /** Does something that the database refuses, and undoes it: the check must see it meanwhile. */
  async function planted(fault: string): Promise<string[]> {
    const backup = ['ledger_transactions', 'ledger_entries', 'bounties', 'payouts', 'payout_payments'];
    const { db } = shop.deps;
    await db.connection().execute(async (one) => {
      for (const table of backup) await sql.raw(`create temp table kept_${table} as table ${table}`).execute(one);
      await sql
        .raw(`set session_replication_role = replica; ${fault}; set session_replication_role = origin`)
        .execute(one);
    });
    try {
      return await found();
    } finally {
      await db.connection().execute(async (one) => {
        await sql`set session_replication_role = replica`.execute(one);
        for (const table of backup.toReversed()) await sql.raw(`delete from ${table}`).execute(one);
        for (const table of backup) {
          const kept = await sql<{
            exists: boolean;
          }>`select to_regclass(${`pg_temp.kept_${table}`}) is not null as exists`.execute(one);
          if (!kept.rows[0]!.exists) throw new Error('another connection');
          await sql.raw(`insert into ${table} select * from kept_${table}; drop table kept_${table}`).execute(one);
        }
        await sql`set session_replication_role = origin`.execute(one);
      });
    }
  }

  it('finds nothing in books that were only written by the shop, and says what it looked at', async () => {
    const { body } = await operator.post('/api/ledger/checks').expect(201);
    expect(body).toMatchObject({ isNightly: false, findingsCount: 0, findings: [] });
    const looked = Object.fromEntries(
      body.rules.map(({ rule, looked: count }: { rule: string; looked: number }) => [rule, count]),
    );
    expect(looked).toMatchObject({ winners_owed: 3, bounties_agree: 3, payouts_sum: 1, reserves_cover: 2 });
    expect(looked.transactions_balance).toBeGreaterThan(8);
    expect(looked.books_balance).toBeGreaterThan(20);
    const { body: list } = await operator.get('/api/ledger/checks').expect(200);
    expect(list.items[0]).toEqual(body);
  });

  it('is kept as it was: the database refuses to change or delete one', async () => {
    for (const act of [
      `update ledger_checks set findings_count = 0`,
      'delete from ledger_checks',
      'truncate ledger_checks',
    ]) {
      await expect(sql.raw(act).execute(shop.deps.db), act).rejects.toThrow(/append-only/);
    }
  });

  it.each([
    [
      'an entry that was changed',
      `update ledger_entries set amount_cents = amount_cents + 1 where account = 'contribution_payable' and id = (select min(id::text)::uuid from ledger_entries where account = 'contribution_payable')`,
      ['transactions_balance unbalanced', 'books_balance unbalanced', 'bounties_agree account contribution_payable'],
    ],
    [
      'an entry that was deleted',
      `delete from ledger_entries where account = 'bank'`,
      ['transactions_balance unbalanced', 'books_balance unbalanced', 'bounties_agree account bank'],
    ],
    [
      'two entries added to an old transaction',
      `insert into ledger_entries (transaction_id, account, amount_cents) select id, account, cents from ledger_transactions, (values ('bank', -100), ('bounty_cost', 100)) more (account, cents) where cause like 'bounty:%:owe' and cause = (select min(cause) from ledger_transactions where cause like 'bounty:%:owe')`,
      ['bounties_agree account bank'],
    ],
    [
      'a transaction without entries',
      `insert into ledger_transactions (cause, description) values ('round:' || (select id from rounds limit 1) || ':x', 'x')`,
      ['transactions_balance empty'],
    ],
    [
      'a payment booked twice',
      `insert into ledger_transactions (id, cause, description) select '00000000-0000-7000-8000-000000000001', cause || ':2', 'x' from ledger_transactions where cause like 'payment:%:paid'; insert into ledger_entries (transaction_id, account, amount_cents) values ('00000000-0000-7000-8000-000000000001', 'bounty_in_transit', 100000), ('00000000-0000-7000-8000-000000000001', 'bank', -100000)`,
      ['bounties_agree account bank', 'bounties_agree account bounty_in_transit'],
    ],
    [
      'a cause that is of nothing',
      `insert into ledger_transactions (id, cause, description) values ('00000000-0000-7000-8000-000000000002', 'bounty:00000000-0000-7000-8000-000000000003:owe', 'x'), ('00000000-0000-7000-8000-000000000004', 'bounty:garbage:owe', 'x'), ('00000000-0000-7000-8000-000000000005', 'payment::', 'x'); insert into ledger_entries (transaction_id, account, amount_cents) values ('00000000-0000-7000-8000-000000000002', 'bank', 1), ('00000000-0000-7000-8000-000000000002', 'sales', -1)`,
      ['causes_known unknown'],
    ],
    [
      'a reserve that was never booked',
      `delete from ledger_entries where transaction_id = (select id from ledger_transactions where cause = (select 'round:' || id || ':reserve' from rounds where slug = '2027-03')); delete from ledger_transactions where cause = (select 'round:' || id || ':reserve' from rounds where slug = '2027-03')`,
      ['reserves_cover too_little bounty_reserved'],
    ],
    [
      'a bounty said to be paid',
      `update bounties set state = 'paid', paid_at = now() where state = 'owed'`,
      ['bounties_agree state'],
    ],
    [
      'a bounty said to be owed again once it is paid',
      `update bounties set state = 'owed' where state = 'paid'`,
      ['bounties_agree state'],
    ],
    [
      'a net that was raised',
      `update bounties set net_cents = net_cents + 1 where state = 'owed'`,
      [
        'bounties_agree statement',
        'bounties_agree account bounty_payable',
        'bounties_agree account withholding_payable',
      ],
    ],
    [
      'a winner without a bounty',
      `delete from bounties where state = 'owed'`,
      ['causes_known unknown', 'winners_owed no_bounty'],
    ],
    [
      'a file whose total is another',
      `update payouts set total_cents = total_cents + 1`,
      ['payouts_sum total', 'payouts_sum exported bounty_in_transit'],
    ],
    [
      'a transfer added to a file',
      `insert into payout_payments (payout_id, bounty_id, end_to_end_id, amount_cents, payee, iban_masked) select payout_id, (select id from bounties where state = 'owed'), 'X', 100000, payee, iban_masked from payout_payments limit 1`,
      [
        'payouts_sum total',
        'bounties_agree state',
        'bounties_agree account bounty_payable',
        'bounties_agree account bounty_in_transit',
      ],
    ],
  ])('finds %s', async (_, fault, expected) => {
    const differs = await planted(fault);
    for (const one of expected) expect(differs.join('\n')).toContain(one);
    expect(await found()).toEqual([]);
  });

  it('finds a cause that stands twice where the constraint was dropped', async () => {
    const fault = `
      alter table ledger_transactions drop constraint ledger_transactions_cause_key;
      insert into ledger_transactions (id, cause, description)
        select '00000000-0000-7000-8000-000000000009', cause, 'x' from ledger_transactions where cause like 'round:%:reserve' limit 1;
      insert into ledger_entries (transaction_id, account, amount_cents)
        values ('00000000-0000-7000-8000-000000000009', 'bank', 1), ('00000000-0000-7000-8000-000000000009', 'sales', -1)`;
    const differs = await planted(fault);
    await sql`alter table ledger_transactions add constraint ledger_transactions_cause_key unique (cause)`.execute(
      shop.deps.db,
    );
    expect(differs).toContain('causes_once twice');
    expect(await found()).toEqual([]);
  });

  it('is made once a night, from three o’clock on, also after a night of downtime, and mails only what differs', async () => {
    const admin = await shop.admin();
    const { db } = shop.deps;
    const nights = async () =>
      (await operator.get('/api/ledger/checks').expect(200)).body.items.filter((one: LedgerCheck) => one.isNightly);
    const mails = () =>
      db
        .selectFrom('mails')
        .select(['recipient', 'subject', 'body_text'])
        .where('template', '=', 'ledger-differs')
        .execute();
    const night = async (moment: string) => {
      await shop.setClock(moment);
      await Promise.allSettled([checkLedgerNightly(shop.deps), checkLedgerNightly(shop.deps)]);
      await checkLedgerNightly(shop.deps);
    };
    await night('2027-06-10T00:30:00Z');
    expect(await nights()).toHaveLength(0);
    await night('2027-06-10T01:05:00Z');
    expect(await nights()).toHaveLength(1);
    // Two days nobody was there; the next start is in the evening.
    await night('2027-06-13T19:00:00Z');
    expect(await nights()).toHaveLength(2);
    expect(await mails()).toEqual([]);
    await db.connection().execute(async (one) => {
      await sql`set session_replication_role = replica`.execute(one);
      await sql`update payouts set total_cents = total_cents + 1`.execute(one);
      await sql`set session_replication_role = origin`.execute(one);
    });
    await night('2027-06-14T06:00:00Z');
    const written = await mails();
    const mail = written.find((one) => one.recipient === admin.email);
    expect(new Set(written.map((one) => one.recipient)).size).toBe(written.length);
    expect(mail!.body_text).toContain('/ops/ledger');
    expect(mail!.body_text).toContain('Un fichier de virement ne tombe pas juste');
    expect(await nights()).toHaveLength(3);
    await db.connection().execute(async (one) => {
      await sql`set session_replication_role = replica`.execute(one);
      await sql`update payouts set total_cents = total_cents - 1`.execute(one);
      await sql`set session_replication_role = origin`.execute(one);
    });
  });
});
