import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balances, ibans, makeReady, payeeOf, type Won, winTogether } from '../../support/bounties.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

const address = { name: 'Camille Œuvrard', line1: '3 rue du Bac', postalCode: '75007', city: 'Paris', country: 'FR' };
const nobodys = '0198c0de-0000-7000-8000-000000000000';

describe('the winner of a bounty', () => {
  let shop: TestShop;
  let won: Won[];
  let stranger: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    won = await winTogether(shop, 5);
    stranger = await shop.member();
  });
  afterAll(() => shop.close());

  const payeeAt = (bounty: string) => `/api/bounties/${bounty}/payee`;
  const contractAt = (bounty: string) => `/api/bounties/${bounty}/contract`;

  it('alone sees it, with the operators', async () => {
    const [mine, theirs] = won as [Won, Won];
    await shop.visitor.get('/api/bounties').expect(401);
    await shop.visitor.get(`/api/bounties/${mine.bounty}`).expect(401);
    const operator = await shop.operator();
    await operator.get(`/api/bounties/${mine.bounty}`).expect(200);
    await mine.winner.get(`/api/bounties/${mine.bounty}`).expect(200);
    await mine.winner.get(`/api/bounties/${theirs.bounty}`).expect(404);
    await mine.winner.get(`/api/bounties/${nobodys}`).expect(404);
    expect((await mine.winner.get('/api/bounties/17').expect(400)).body.code).toBe('bad_input');
    const idsOf = async (person: SignedIn) =>
      (await person.get('/api/bounties').expect(200)).body.items.map((item: { id: string }) => item.id);
    expect(await idsOf(mine.winner)).toEqual([mine.bounty]);
    expect(await idsOf(stranger)).toEqual([]);
    expect(await idsOf(operator)).toEqual(
      won
        .map((one) => one.bounty)
        .sort()
        .reverse(),
    );
    await operator.get('/api/bounties?cursor=x').expect(400);
  });

  it('gives name and IBAN, sees the IBAN masked only, and gets a contract to read', async () => {
    const { winner, bounty } = won[0]!;
    const { body } = await winner
      .put(payeeAt(bounty), {
        ...payeeOf({ iban: 'fr76 3000 1007 9412 3456 7890 185' }),
        shirt: { size: 'L', cut: 'fitted' },
        address,
      })
      .expect(200);
    expect(body.payee).toMatchObject({ legalName: 'Camille Œuvrard', ibanMasked: 'FR•• … 0185', exempt: false });
    expect(body.shirt).toMatchObject({ size: 'L', cut: 'fitted' });
    expect((await winner.get('/api/me/address').expect(200)).body).toMatchObject({ city: 'Paris' });
    expect((await winner.get(`/api/orders/${body.shirt.order}`).expect(200)).body.address).toMatchObject(address);
    expect(body.contract.acceptedAt).toBeNull();
    expect(body.contract.sha256).toBe(createHash('sha256').update(body.contract.text).digest('hex'));
    const row = await shop.deps.db
      .selectFrom('bounties')
      .select(['iban_sealed', 'iban_last4'])
      .where('id', '=', bounty)
      .executeTakeFirstOrThrow();
    expect(row.iban_last4).toBe('0185');
    expect(shop.deps.keys.open(row.iban_sealed!, `bounty:${bounty}:iban`)).toBe(ibans.fr);
    expect(() => shop.deps.keys.open(row.iban_sealed!, `bounty:${won[1]!.bounty}:iban`)).toThrow();
  });

  it('reads a contract that names each right, its extent, purpose, place, duration and price', async () => {
    const { winner, bounty } = won[0]!;
    const { body } = await winner.get(`/api/bounties/${bounty}`).expect(200);
    const { text } = body.contract as { text: string };
    for (const named of [
      'Camille Œuvrard',
      `« ${body.title} »`.replace('« ', '«\u00a0').replace(' »', '\u00a0»'),
      'L131-3',
      'imprimer le dessin sur 300 tee-shirts',
      'Représentation',
      'Le monde entier',
      'Somme forfaitaire\u00a0: 1\u00a0000\u00a0€ nets',
      'Part proportionnelle aux ventes\u00a0: 0\u00a0%',
      'COURTESY TRANSLATION',
      '€1,000 net',
    ]) {
      expect(text).toContain(named);
    }
    expect(text).toMatch(/Du \d{1,2}(er)? \p{L}+ \d{4} au \d{1,2}(er)? \p{L}+ \d{4}\./u);
    expect(text).not.toContain('undefined');
  });

  it('gets the same contract for the same facts, and another one for another name', async () => {
    const { winner, bounty } = won[0]!;
    const put = async (body: object) =>
      (await winner.put(payeeAt(bounty), body).expect(200)).body.contract.sha256 as string;
    const first = await put(payeeOf());
    expect(await put(payeeOf())).toBe(first);
    const other = await put(payeeOf({ legalName: 'Camille Martin' }));
    expect(other).not.toBe(first);
    expect(await put(payeeOf())).toBe(first);
  });

  it.each([
    ['a wrong check digit', { iban: 'FR7630001007941234567890186' }, 422, 'iban_invalid', 'checksum'],
    ['a country outside SEPA', { iban: 'US7630001007941234567890185' }, 422, 'iban_invalid', 'country'],
    ['a short IBAN', { iban: 'FR76300010079412345678901' }, 422, 'iban_invalid', 'length'],
    ['a name that no bank can write', { legalName: '漢字' }, 400, 'bad_input', 'not_latin'],
  ])('is told what is wrong with %s', async (_what, change, status, code, reason) => {
    const { winner, bounty } = won[1]!;
    const { body } = await winner.put(payeeAt(bounty), payeeOf(change)).expect(status);
    expect(body.code).toBe(code);
    expect(body.reasons[0].code).toBe(reason);
    expect((await winner.get(`/api/bounties/${bounty}`).expect(200)).body.payee).toBeNull();
  });

  it('cannot leave a field out, blank, or add one', async () => {
    const { winner, bounty } = won[1]!;
    for (const body of [
      {},
      { iban: ibans.fr },
      payeeOf({ legalName: ' ' }),
      payeeOf({ bonus: 1 }),
      payeeOf({ shirt: { size: 'XXS', cut: 'straight' } }),
    ]) {
      expect((await winner.put(payeeAt(bounty), body).expect(400)).body.code).toBe('bad_input');
    }
  });

  it('is the only one who may give a payee or accept', async () => {
    const { bounty } = won[1]!;
    const sha256 = '0'.repeat(64);
    await shop.visitor.put(payeeAt(bounty), payeeOf()).expect(401);
    await shop.visitor.post(contractAt(bounty), { sha256 }).expect(401);
    for (const person of [stranger, won[0]!.winner, await shop.operator()]) {
      await person.put(payeeAt(bounty), payeeOf()).expect(404);
      await person.post(contractAt(bounty), { sha256 }).expect(404);
    }
    await won[1]!.winner.put(payeeAt(nobodys), payeeOf()).expect(404);
  });

  it('cannot accept before giving a payee, nor a text that they did not read', async () => {
    const { winner, bounty } = won[2]!;
    const sha256 = 'a'.repeat(64);
    expect((await winner.post(contractAt(bounty), { sha256 }).expect(409)).body.code).toBe('payee_missing');
    const { body } = await winner.put(payeeAt(bounty), payeeOf()).expect(200);
    expect((await winner.post(contractAt(bounty), { sha256 }).expect(409)).body.code).toBe('contract_changed');
    await winner.put(payeeAt(bounty), payeeOf({ legalName: 'Camille Martin' })).expect(200);
    const stale = { sha256: body.contract.sha256 };
    expect((await winner.post(contractAt(bounty), stale).expect(409)).body.code).toBe('contract_changed');
    expect((await winner.post(contractAt(bounty), { sha256: 'zz' }).expect(400)).body.code).toBe('bad_input');
  });

  it('accepts once: the date stands, and IBAN, name and text are frozen', async () => {
    const one = won[2]!;
    const accepted = await makeReady(one);
    expect(accepted.contract!.acceptedAt).not.toBeNull();
    const again = await one.winner.post(contractAt(one.bounty), { sha256: accepted.contract!.sha256 }).expect(200);
    expect(again.body).toEqual(accepted);
    for (const change of [{ iban: ibans.de }, { legalName: 'Someone Else' }, {}]) {
      const { body } = await one.winner.put(payeeAt(one.bounty), payeeOf(change)).expect(409);
      expect(body.code).toBe('iban_locked');
    }
    const admin = await shop.admin();
    const { body: settings } = await admin.get('/api/settings').expect(200);
    await admin.put('/api/settings', { ...settings, legalName: 'Another Owner SAS' }).expect(200);
    expect((await one.winner.get(`/api/bounties/${one.bounty}`).expect(200)).body.contract).toEqual(accepted.contract);
    const { db } = shop.deps;
    for (const change of [
      `contract_text = 'other'`,
      'contract_accepted_at = null',
      `legal_name = 'x'`,
      'exempt = true',
    ]) {
      const update = sql`update bounties set ${sql.raw(change)} where id = ${one.bounty}`;
      await expect(update.execute(db), change).rejects.toThrow(/does not change/);
    }
  });

  it('accepts once when both tabs accept at the same time', async () => {
    const one = won[3]!;
    const { body } = await one.winner.put(payeeAt(one.bounty), payeeOf()).expect(200);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        one.winner.post(contractAt(one.bounty), { sha256: body.contract.sha256 }).expect(200),
      ),
    );
    expect(new Set(answers.map((answer) => answer.body.contract.acceptedAt)).size).toBe(1);
  });

  it('who is exempt has nothing kept back, and the books follow, there and back', async () => {
    const { winner, bounty } = won[4]!;
    const before = await balances(shop);
    const moved = async () => {
      const after = await balances(shop);
      const accounts = ['bounty_cost', 'bounty_payable', 'withholding_payable', 'contribution_payable'];
      return accounts.map((account) => (after[account] ?? 0) - (before[account] ?? 0));
    };
    const { body } = await winner.put(payeeAt(bounty), payeeOf({ exempt: true })).expect(200);
    expect(body).toMatchObject({
      gross: { amount: 100_000 },
      net: { amount: 100_000 },
      contribution: { amount: 1_100 },
      payee: { exempt: true },
    });
    expect(body.withholding.map((line: { code: string }) => line.code)).toEqual(['payer']);
    expect(body.contract.text).toContain('dispense de précompte');
    expect(await moved()).toEqual([-19_301, 0, 19_091, 210]);
    await winner.put(payeeAt(bounty), payeeOf({ exempt: true })).expect(200);
    expect(await moved()).toEqual([-19_301, 0, 19_091, 210]);
    const back = await winner.put(payeeAt(bounty), payeeOf({ exempt: false })).expect(200);
    expect(back.body).toMatchObject({ gross: { amount: 119_091 }, contribution: { amount: 1_310 } });
    expect(await moved()).toEqual([0, 0, 0, 0]);
    await winner.put(payeeAt(bounty), payeeOf({ exempt: true })).expect(200);
    expect(await moved()).toEqual([-19_301, 0, 19_091, 210]);
    const causes = (await winner.get(`/api/bounties/${bounty}`).expect(200)).body.ledger.map(
      (line: { cause: string }) => line.cause.replace(bounty, ''),
    );
    expect(causes.slice(2)).toEqual(['bounty::reprice:1', 'bounty::reprice:2', 'bounty::reprice:3']);
  });
});
