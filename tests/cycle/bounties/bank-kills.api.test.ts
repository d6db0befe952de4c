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

  const dice = seeded(20261122);
  let armed = false;
  let killed = 0;
  async function kill(): Promise<void> {
    const { rows } = await killer.query<{ done: boolean }>(
      `select pg_terminate_backend(pid) as done from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state in ('active', 'idle in transaction')`,
    );
    killed += rows.length;
  }

  /** Does it while connections may die; an answer that is lost is unknown, and asked for again. */
  async function quietly(act: () => Promise<unknown>): Promise<void> {
    const death =
      armed && dice() < 0.4 ? new Promise((go) => setTimeout(go, dice() * 25)).then(kill) : Promise.resolve();
    await act().catch(() => undefined);
    await death;
  }

  /** What the bank carried out and did not give back, by reference. */
  function outstanding(): string[] {
    const back = new Set(bank.entries.filter(({ direction }) => direction === 'CRDT').map((one) => one.endToEndId));
    return bank.executed.map(({ endToEndId }) => endToEndId).filter((one) => !back.has(one));
  }

  async function payouts(operator: SignedIn): Promise<Payout[]> {
    const answer = await operator.get('/api/bounties/payouts');
    return answer.status === 200 ? answer.body.items : [];
  }

  /** As an operator works: noted as given first, then given. What is not noted may be cancelled. */
  async function work(operator: SignedIn): Promise<void> {
    await quietly(async () => operator.post('/api/bounties/payouts', {}));
    for (const payout of await payouts(operator)) {
      if (payout.state === 'void') continue;
      const cancel = () =>
        quietly(async () => {
          const body = { reason: 'Autre date', notSent: true };
          await operator.post(`/api/bounties/payouts/${payout.id}/cancellation`, body);
        });
      if (dice() < 0.3) await cancel();
      const sent = await operator.post(`/api/bounties/payouts/${payout.id}/sending`);
      if (sent.status !== 200) continue;
      await quietly(async () => {
        const file = await fileOf(operator, payout);
        answers.push(await bank.submit(file));
        if (dice() < 0.5) answers.push(await bank.submit(file));
      });
      // The bank has it: whoever asks to cancel it now is refused.
      if (dice() < 0.5) await cancel();
    }
    if (dice() < 0.4) answers.push(bank.execute());
    // An account is closed for a while: the money comes back, and the bounty is paid again.
    const away = outstanding();
    if (dice() < 0.4 && away.length > 0) answers.push(bank.giveBack(away[Math.floor(dice() * away.length)]!));
    if (dice() < 0.3) answers.push(bank.statement());
    // The newest, and any of the older ones again.
    const older = answers[Math.floor(dice() * answers.length)] ?? [];
    for (const answer of [...answers.slice(-3), older].flat()) {
      if (dice() < 0.6) await quietly(async () => handIn(operator, answer));
    }
  }

  it('pay each bounty once: the bank’s own list says so, and the books say the same', async () => {
    armed = true;
    for (let turn = 0; turn < 12; turn += 1) {
      await Promise.all(operators.map((operator) => work(operator).catch(() => undefined)));
    }
    armed = false;
    expect(killed).toBeGreaterThan(10);
    expect(bank.executed.length).toBeGreaterThanOrEqual(accounts.length);

    // Healed: every answer is handed in once more by each, what came back is paid again, and nothing is left.
    const [operator, second] = operators as [SignedIn, SignedIn];
    const handAllIn = async () => {
      for (const answer of new Set(answers)) {
        const both = await Promise.all([handIn(operator, answer), handIn(second, answer)]);
        expect(both.map(({ status }) => status)).toEqual([200, 200]);
      }
    };
    const finish = async () => {
      for (const payout of await payouts(operator)) {
        if (payout.state === 'void') continue;
        await operator.post(`/api/bounties/payouts/${payout.id}/sending`).expect(200);
        answers.push(await bank.submit(await fileOf(second, payout)));
      }
      answers.push(bank.execute(), bank.statement());
      await handAllIn();
    };
    await finish();
    const left = await operator.post('/api/bounties/payouts', {});
    expect([201, 409]).toContain(left.status);
    await finish();

    const standing = new Map<string | null, number>();
    for (const { iban, direction } of bank.entries) {
      standing.set(iban, (standing.get(iban) ?? 0) + (direction === 'DBIT' ? 1 : -1));
      expect([0, 1], 'a bounty is paid twice').toContain(standing.get(iban));
    }
    expect([...standing].sort()).toEqual(accounts.map((iban) => [iban, 1]).sort());
    const states = await shop.deps.db.selectFrom('bounties').select('state').execute();
    expect(states.map(({ state }) => state)).toEqual(accounts.map(() => 'paid'));
    const paid = await shop.deps.db
      .selectFrom('payout_payments')
      .select('end_to_end_id')
      .where('state', '=', 'paid')
      .execute();
    expect(paid.map((row) => row.end_to_end_id).sort()).toEqual(outstanding().sort());
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
