import { Readable } from 'node:stream';
import { importBankFile } from '@fraisier/server/cycle/bounties/bank/import-bank-file.ts';
import type { Member } from '@fraisier/server/people/accounts.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeBank, fileOf, moneyOf } from '../../support/bank.ts';
import { balances, exportAll, ibans, makeReady, setDebtor, type Won, winTogether } from '../../support/bounties.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

/** Undoes a whole story, so that the next one starts from the same shop. */
class Undo extends Error {}

describe('the answers of the bank, in any order and number of copies', () => {
  let shop: TestShop;
  let won: Won[];
  let operator: SignedIn;
  let actor: Member;
  const bank = new FakeBank();
  /** Status, entries, statement; one refused, one come back, one wrong. */
  let answers: string[];
  beforeAll(async () => {
    shop = await openShop();
    won = await winTogether(shop, 4);
    await setDebtor(shop);
    for (const [nth, iban] of [ibans.fr, ibans.de, ibans.be, ibans.nl].entries()) await makeReady(won[nth]!, { iban });
    operator = await shop.operator({ name: 'Ondine' });
    actor = { id: operator.id, name: operator.name, email: operator.email, role: 'operator' } as Member;
    const payout = await exportAll(operator);
    const file = await fileOf(operator, payout);
    bank.close(ibans.de, 'AC04');
    const report = await bank.submit(file);
    const copy = await bank.submit(file);
    const notification = bank.execute();
    const back = bank.giveBack(bank.executed.find(({ iban }) => iban === ibans.be)!.endToEndId, 'AC06');
    const wrong = notification.replace('1000.00', '999.99').replace(/BANK-\d+/, 'BANK-WRONG');
    answers = [report, copy, notification, back, bank.statement(), bank.statement('02'), wrong];
  });
  afterAll(() => shop.close());

  /** Takes the answers in one transaction that is undone, and gives what came of them. */
  async function endOf(order: readonly number[]): Promise<object> {
    let end: object = {};
    const story = shop.deps.db.transaction().execute(async (trx) => {
      // The import's own transaction becomes a part of this one.
      const db = Object.assign(Object.create(trx), {
        transaction: () => ({ execute: (act: (one: unknown) => unknown) => act(trx) }),
      });
      for (const [copy, nth] of order.entries()) {
        // Every other copy has other bytes and says the same.
        const bytes = Buffer.from(copy % 2 === 0 ? answers[nth]! : `${answers[nth]!}\n`);
        const stored = await shop.deps.storage.writeTemp(Readable.from([bytes]), { maxBytes: 1e7 });
        await importBankFile({ ...shop.deps, db }, { file: { ...stored, fileName: 'a.xml' }, actor, plan: undefined });
      }
      const desk = await trx
        .selectFrom('bank_lines')
        .select(['kind', 'source', 'reference', 'end_to_end_id', 'amount_cents', 'verdict'])
        .where('verdict', 'not in', ['matched', 'known'])
        .orderBy('reference')
        .execute();
      end = {
        ...(await moneyOf({ ...shop, deps: { ...shop.deps, db: trx as never } })),
        desk,
      };
      throw new Undo();
    });
    await story.catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
    return end;
  }

  it('end in the same money, the same books and the same desk', async () => {
    const wanted = await endOf(answers.map((_, nth) => nth));
    expect(wanted).toMatchObject({ desk: [{ verdict: 'amount_differs', amount_cents: 99_999 }] });
    const states = (wanted as { payments: { state: string }[] }).payments.map(({ state }) => state).sort();
    expect(states).toEqual(['failed', 'failed', 'paid', 'paid']);
    const copies = fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: answers.length, maxLength: answers.length })
      .chain((counts) => {
        const all = counts.flatMap((count, nth) => Array<number>(count).fill(nth));
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      });
    await fc.assert(
      fc.asyncProperty(copies, async (order) => {
        expect(await endOf(order)).toEqual(wanted);
      }),
      { numRuns: 12, seed: 20261122 },
    );
  }, 120_000);

  it('say what the bank’s own list says', async () => {
    for (const [nth, xml] of answers.entries()) {
      await operator.post('/api/bounties/bank-files').attach('file', Buffer.from(xml), `${nth}.xml`).expect(200);
    }
    const out = bank.executed.length - bank.entries.filter(({ direction }) => direction === 'CRDT').length;
    expect((await balances(shop)).bank).toBe(-100_000 * out);
    const paid = await shop.deps.db
      .selectFrom('payout_payments')
      .select('end_to_end_id')
      .where('state', '=', 'paid')
      .execute();
    expect(paid).toHaveLength(out);
  });

  it('handed in by two at once are taken once', async () => {
    const again = await exportAll(operator);
    const second = await shop.operator({ name: 'Oscar' });
    bank.open(ibans.de);
    await bank.submit(await fileOf(operator, again));
    const xml = bank.execute();
    const before = (await balances(shop)).bank!;
    const statement = bank.statement();
    const all = await Promise.all(
      [operator, second, operator, second].map((who, nth) =>
        who.post('/api/bounties/bank-files').attach('file', Buffer.from(nth === 3 ? statement : xml), 'a.xml'),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(all[0]!.body.id).toBe(all[1]!.body.id);
    expect((await balances(shop)).bank).toBe(before - again.total.amount);
    const twice = await shop.deps.db
      .selectFrom('bank_files')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(twice.count).toBe(answers.length + 2);
  });
});
