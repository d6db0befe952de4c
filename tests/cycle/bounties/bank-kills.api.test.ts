import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeBank, fileOf, handIn } from '../../support/bank.ts';
import { balances, ibans, makeReady, setDebtor, type Won, winTogether } from '../../support/bounties.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { seeded } from '../../support/voters.ts';

const accounts = [ibans.fr, ibans.de, ibans.be, ibans.nl];

describe('two operators, a bank, and connections that die under them', () => {
  let shop: TestShop;
  let won: Won[];
  let operators: SignedIn[];
  let killer: pg.Client;
  const bank = new FakeBank(ibans.shop);
  /** What the bank has written and nobody may have handed in yet. */
  const answers: string[] = [];
  beforeAll(async () => {
    shop = await openShop({ logLevel: 'silent' });
    won = await winTogether(shop, accounts.length);
    await setDebtor(shop);
    for (const [nth, iban] of accounts.entries()) await makeReady(won[nth]!, { iban });
    operators = [await shop.operator({ name: 'Ondine' }), await shop.operator({ name: 'Oscar' })];
    killer = new pg.Client({ connectionString: shop.deps.config.databaseUrl });
    await killer.connect();
  });
  afterAll(async () => {
    await killer.end();
    await shop.close();
  });

  /** Whatever comes of it: an answer that was lost is unknown, and asked for again. */
  const quietly = (act: () => Promise<unknown>) => act().catch(() => undefined);

  async function payouts(operator: SignedIn): Promise<Payout[]> {
    const answer = await operator.get('/api/bounties/payouts');
    return answer.status === 200 ? answer.body.items : [];
  }

  /** As an operator works: noted as given first, then given. What is not noted may be cancelled. */
  async function work(operator: SignedIn, dice: () => number): Promise<void> {
    await quietly(async () => operator.post('/api/bounties/payouts', {}));
    for (const payout of await payouts(operator)) {
      if (payout.state === 'void') continue;
      if (payout.state === 'made' && dice() < 0.3) {
        const body = { reason: 'Autre date', notSent: true };
        await quietly(async () => operator.post(`/api/bounties/payouts/${payout.id}/cancellation`, body));
        continue;
      }
      const sent = await operator.post(`/api/bounties/payouts/${payout.id}/sending`);
      if (sent.status !== 200) continue;
      await quietly(async () => {
        const file = await fileOf(operator, payout);
        answers.push(await bank.submit(file));
        if (dice() < 0.5) answers.push(await bank.submit(file));
      });
    }
    if (dice() < 0.5) answers.push(bank.execute());
    if (dice() < 0.3) answers.push(bank.statement());
    for (const answer of answers) if (dice() < 0.6) await quietly(async () => handIn(operator, answer));
  }

  it('pay each bounty once: the bank’s own list says so, and the books say the same', async () => {
    const dice = seeded(20261122);
    let over = false;
    let killed = 0;
    const nemesis = (async () => {
      while (!over) {
        await new Promise((go) => setTimeout(go, 2 + dice() * 18));
        const { rows } = await killer.query<{ done: boolean }>(
          `select pg_terminate_backend(pid) as done from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and state in ('active', 'idle in transaction')`,
        );
        killed += rows.length;
      }
    })();
    for (let turn = 0; turn < 6 || (killed < 30 && turn < 200); turn += 1) {
      await Promise.all(operators.map((operator) => quietly(() => work(operator, dice))));
    }
    over = true;
    await nemesis;
    expect(killed).toBeGreaterThanOrEqual(30);

    // Healed: whatever is left is finished, and every answer handed in once more by each.
    const [operator, second] = operators as [SignedIn, SignedIn];
    await operator.post('/api/bounties/payouts', {});
    for (const payout of await payouts(operator)) {
      if (payout.state === 'void') continue;
      await operator.post(`/api/bounties/payouts/${payout.id}/sending`).expect(200);
      answers.push(await bank.submit(await fileOf(second, payout)));
    }
    answers.push(bank.execute(), bank.statement());
    for (const answer of answers) {
      const both = await Promise.all([handIn(operator, answer), handIn(second, answer)]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
    }

    expect(bank.executed.map(({ iban }) => iban).sort()).toEqual([...accounts].sort());
    const states = await shop.deps.db.selectFrom('bounties').select('state').execute();
    expect(states.map(({ state }) => state)).toEqual(accounts.map(() => 'paid'));
    const paid = await shop.deps.db
      .selectFrom('payout_payments')
      .select('end_to_end_id')
      .where('state', 'not in', ['cancelled'])
      .execute();
    expect(paid.map((row) => row.end_to_end_id).sort()).toEqual(bank.executed.map((one) => one.endToEndId).sort());
    const books = await balances(shop);
    expect(books.bank).toBe(-100_000 * accounts.length);
    expect([books.bounty_payable, books.bounty_in_transit, books.bounty_claims]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect((await operator.get('/api/bounties/bank-lines').expect(200)).body.items).toEqual([]);
  }, 120_000);
});
