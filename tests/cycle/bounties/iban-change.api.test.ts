import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
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

const HOURS = 3_600_000;

describe('another account', () => {
  let shop: TestShop;
  let operator: SignedIn;
  let stranger: SignedIn;
  let won: Won[];
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator();
    stranger = await shop.member();
    won = await winTogether(shop, 9);
    await setDebtor(shop);
    for (const one of won.slice(0, 8)) await makeReady(one);
  });
  afterAll(() => shop.close());
  let turn = 0;
  let one: Won;
  beforeEach(() => {
    one = won[turn]!;
  });

  const base = () => `/api/bounties/${one.bounty}`;
  const ask = (iban: string = ibans.de, who: SignedIn = one.winner) => who.post(`${base()}/iban-changes`, { iban });
  const read = async () => (await one.winner.get(base()).expect(200)).body;
  const later = async (hours: number) => shop.setClock(new Date((await shop.now()).getTime() + hours * HOURS));
  /** The token in the newest mail that calls a change off. */
  async function tokenOf(person: SignedIn): Promise<string> {
    const mail = await shop.deps.db
      .selectFrom('mails')
      .select('body_text')
      .where('template', '=', 'bounty-iban-asked')
      .where('recipient', '=', person.email)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return /keep-account\?token=([\w-]{43})/.exec(mail.body_text)![1]!;
  }
  const waits = (hours: number) =>
    sql`update sessions set created_at = created_at - make_interval(mins => ${hours * 60}::int) where member_id = ${one.winner.id}`.execute(
      shop.deps.db,
    );

  it('waits the shop’s hours, is told to its owner by mail, and keeps the bounty from being paid meanwhile', async () => {
    const { body } = await ask().expect(200);
    expect(body).toMatchObject({ state: 'owed', payee: { ibanMasked: 'FR•• … 0185' } });
    const [change] = body.ibanChanges;
    expect(change).toMatchObject({ state: 'waiting', ibanMasked: 'DE•• … 3000', decidedAt: null });
    expect(Date.parse(change.readyAt) - Date.parse(change.askedAt)).toBeGreaterThan(72 * HOURS - 60_000);
    const mail = await shop.deps.db
      .selectFrom('mails')
      .selectAll()
      .where('template', '=', 'bounty-iban-asked')
      .executeTakeFirstOrThrow();
    expect(mail.recipient).toBe(one.winner.email);
    expect(mail.body_text).toContain('DE•• … 3000');
    expect(mail.body_text).toContain('FR•• … 0185');
    expect(mail.body_text).toContain('72 heures');
    const named = await operator.post('/api/bounties/payouts', { bounties: [one.bounty] }).expect(409);
    expect(named.body.reasons).toEqual([{ code: 'iban_change_pending', field: one.bounty }]);
    const audit = await shop.deps.db
      .selectFrom('audit_log')
      .select('act')
      .where('subject_id', '=', one.bounty)
      .execute();
    expect(audit.map((row) => row.act)).toContain('ask-iban-change');
    // The database itself: whoever writes the file.
    const transfer = sql`insert into payout_payments (payout_id, bounty_id, end_to_end_id, amount_cents, payee, iban_masked)
      values (gen_random_uuid(), ${one.bounty}, 'X', 1, 'x', 'x')`;
    await expect(transfer.execute(shop.deps.db)).rejects.toThrow(/waits for an account/);
  });

  it('asked for again is one change; another one replaces it and waits anew', async () => {
    const [first] = (await read()).ibanChanges;
    await ask().expect(200);
    expect((await read()).ibanChanges).toEqual([first]);
    await later(10);
    const { body } = await ask(ibans.be).expect(200);
    expect(body.ibanChanges.map((change: { state: string }) => change.state)).toEqual(['waiting', 'replaced']);
    expect(Date.parse(body.ibanChanges[0].readyAt)).toBeGreaterThan(Date.parse(first.readyAt) + 9 * HOURS);
    const gone = await operator.post(`${base()}/iban-changes/${first.id}/approval`).expect(409);
    expect(gone.body.code).toBe('iban_change_decided');
  });

  it('is confirmed by a second person after its time, and by nobody before', async () => {
    const [change] = (await read()).ibanChanges;
    const approval = `${base()}/iban-changes/${change.id}/approval`;
    await shop.visitor.post(approval).expect(401);
    await stranger.post(approval).expect(403);
    await one.winner.post(approval).expect(403);
    expect((await operator.post(approval).expect(409)).body.code).toBe('iban_change_waits');
    await later(73);
    // An operator who has won is no second person for their own account.
    await sql`update members set role = 'operator' where id = ${one.winner.id}`.execute(shop.deps.db);
    expect((await one.winner.post(approval).expect(403)).body.code).toBe('second_person');
    expect(
      (await one.winner.post(`${base()}/iban-changes/${change.id}/refusal`, { reason: 'Because.' }).expect(403)).body
        .code,
    ).toBe('second_person');
    await sql`update members set role = 'member' where id = ${one.winner.id}`.execute(shop.deps.db);
    const answers = await Promise.all([1, 2, 3].map(() => operator.post(approval).expect(200)));
    expect(answers[0]!.body).toMatchObject({ payee: { ibanMasked: 'BE•• … 7034' } });
    expect(answers[0]!.body.ibanChanges[0]).toMatchObject({ state: 'approved' });
    const acts = await shop.deps.db
      .selectFrom('audit_log')
      .select('actor_name')
      .where('act', '=', 'approve-iban-change')
      .where('subject_id', '=', one.bounty)
      .execute();
    expect(acts).toHaveLength(1);
    expect(
      (await operator.post(`${base()}/iban-changes/${change.id}/refusal`, { reason: 'Too late.' }).expect(409)).body
        .code,
    ).toBe('iban_change_decided');
    expect((await one.winner.delete(`${base()}/iban-changes/${change.id}`).expect(409)).body.code).toBe(
      'iban_change_decided',
    );
    const payout = await exportAll(operator, [one.bounty]);
    expect(payout.payments[0]!.ibanMasked).toBe('BE•• … 7034');
    const file = await operator.get(`/api/bounties/payouts/${payout.id}/file`).expect(200);
    expect(file.text ?? file.body.toString()).toContain(ibans.be);
    expect((await ask(ibans.nl).expect(409)).body.code).toBe('iban_locked');
    turn += 1;
  });

  it('is called off by the link in the mail, without a sign-in, once, and that signs the winner out everywhere', async () => {
    await ask().expect(200);
    const token = await tokenOf(one.winner);
    const callOff = (body: object) => shop.visitor.post('/api/iban-changes/cancellation', body);
    await callOff({ token: 'short' }).expect(400);
    await callOff({ token: 'A'.repeat(43) }).expect(404);
    const { body } = await callOff({ token }).expect(200);
    expect(body.ibanKept).toBe('FR•• … 0185');
    await callOff({ token }).expect(200);
    await one.winner.get(base()).expect(401);
    const again = await shop.member({ email: one.winner.email, name: one.winner.name });
    const after = (await again.get(base()).expect(200)).body;
    expect(after).toMatchObject({ payee: { ibanMasked: 'FR•• … 0185' } });
    expect(after.ibanChanges[0].state).toBe('cancelled');
    // The second copy of the link did not end the new session.
    const payout = await exportAll(operator, [one.bounty]);
    expect(payout.payments[0]!.ibanMasked).toBe('FR•• … 0185');
    turn += 1;
  });

  it('is called off by the winner on the page, and the account on file is paid', async () => {
    const { body } = await ask().expect(200);
    const path = `${base()}/iban-changes/${body.ibanChanges[0].id}`;
    await shop.visitor.delete(path).expect(401);
    await stranger.delete(path).expect(404);
    await operator.delete(path).expect(404);
    await one.winner.delete(path).expect(200);
    await one.winner.delete(path).expect(200);
    await one.winner.delete(`${base()}/iban-changes/${crypto.randomUUID()}`).expect(404);
    // A link of a change that someone else decided says so.
    await ask(ibans.nl).expect(200);
    const token = await tokenOf(one.winner);
    const [waiting] = (await read()).ibanChanges;
    const refusal = `${base()}/iban-changes/${waiting.id}/refusal`;
    await shop.visitor.post(refusal, { reason: 'No.' }).expect(401);
    await stranger.post(refusal, { reason: 'No.' }).expect(403);
    await operator.post(refusal, { reason: '' }).expect(400);
    await operator.post(refusal, { reason: 'The account is not in your name.' }).expect(200);
    await operator.post(refusal, { reason: 'The account is not in your name.' }).expect(200);
    expect((await shop.visitor.post('/api/iban-changes/cancellation', { token }).expect(409)).body.code).toBe(
      'iban_change_decided',
    );
    expect((await read()).ibanChanges[0]).toMatchObject({
      state: 'refused',
      reason: 'The account is not in your name.',
    });
    const mail = await shop.deps.db
      .selectFrom('mails')
      .select('body_text')
      .where('template', '=', 'bounty-iban-refused')
      .executeTakeFirstOrThrow();
    expect(mail.body_text).toContain('The account is not in your name.');
    const payout = await exportAll(operator, [one.bounty]);
    expect(payout.payments[0]!.ibanMasked).toBe('FR•• … 0185');
    turn += 1;
  });

  it('asks for a fresh sign-in: an older session is refused, however long it lasts', async () => {
    await waits(0.2);
    await ask().expect(200);
    await one.winner.delete(`${base()}/iban-changes/${(await read()).ibanChanges[0].id}`).expect(200);
    await waits(0.1);
    const { body } = await ask().expect(403);
    expect(body).toMatchObject({ code: 'sign_in_again', reasons: [{ code: 'sign_in_again', detail: '15' }] });
    await sql`update sessions set updated_at = now() where member_id = ${one.winner.id}`.execute(shop.deps.db);
    await ask().expect(403);
    const again = await shop.member({ email: one.winner.email, name: one.winner.name });
    await ask(ibans.de, again).expect(200);
    expect((await read()).ibanChanges[0].state).toBe('waiting');
    turn += 1;
  });

  it('is for its winner alone, and is checked', async () => {
    await shop.visitor.post(`${base()}/iban-changes`, { iban: ibans.de }).expect(401);
    for (const person of [stranger, operator, won[0]!.winner]) await ask(ibans.de, person).expect(404);
    await one.winner.post(`/api/bounties/${crypto.randomUUID()}/iban-changes`, { iban: ibans.de }).expect(404);
    expect((await ask('FR7630001007941234567890186').expect(422)).body.code).toBe('iban_invalid');
    expect((await ask('x').expect(400)).body.code).toBe('bad_input');
    expect((await ask(ibans.fr).expect(409)).body.code).toBe('iban_unchanged');
    expect((await one.winner.put(`${base()}/payee`, payeeOf({ iban: ibans.de })).expect(409)).body.code).toBe(
      'iban_locked',
    );
    const unready = won[8]!;
    const early = await unready.winner
      .post(`/api/bounties/${unready.bounty}/iban-changes`, { iban: ibans.de })
      .expect(409);
    expect(early.body.code).toBe('contract_open');
    turn += 1;
  });

  it('and a bank file at the same moment end in one of the two, never in a transfer to an account that waits', async () => {
    const ways = new Set<string>();
    for (const racing of won.slice(5, 8)) {
      const [asked, exported] = await Promise.all([
        racing.winner.post(`/api/bounties/${racing.bounty}/iban-changes`, { iban: ibans.de }),
        operator.post('/api/bounties/payouts', { bounties: [racing.bounty] }),
      ]);
      const { body } = await racing.winner.get(`/api/bounties/${racing.bounty}`).expect(200);
      if (exported.status === 201) {
        expect(asked.body.code).toBe('iban_locked');
        expect(body).toMatchObject({ state: 'exported', ibanChanges: [] });
        expect(exported.body.payments[0].ibanMasked).toBe('FR•• … 0185');
      } else {
        expect(exported.body.reasons).toEqual([{ code: 'iban_change_pending', field: racing.bounty }]);
        expect(asked.status).toBe(200);
        expect(body.state).toBe('owed');
      }
      ways.add(String(exported.status));
    }
    expect(ways.size).toBeGreaterThan(0);
  });

  it('is decided once, whoever of the winner and two operators is first', async () => {
    const racing = won[4]!;
    one = racing;
    const current = (await read()).ibanChanges.find((change: { state: string }) => change.state === 'waiting');
    const id = current?.id ?? (await ask(ibans.nl).expect(200)).body.ibanChanges[0].id;
    await later(73);
    const other = await shop.operator();
    const path = `${base()}/iban-changes/${id}`;
    const answers = await Promise.all([
      operator.post(`${path}/approval`),
      other.post(`${path}/refusal`, { reason: 'A race.' }),
      racing.winner.delete(path),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409]);
    const decided = await shop.deps.db
      .selectFrom('iban_changes')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(decided.iban_sealed).toBeNull();
    expect(['approved', 'refused', 'cancelled']).toContain(decided.state);
  });

  it('is held by the database: no other account, no hurried approval, no second decision', async () => {
    const { db } = shop.deps;
    const bounty = won[8]!;
    await makeReady(bounty);
    await expect(sql`update bounties set iban_last4 = '9999' where id = ${bounty.bounty}`.execute(db)).rejects.toThrow(
      /frozen/,
    );
    await expect(sql`update bounties set iban_sealed = null where id = ${bounty.bounty}`.execute(db)).rejects.toThrow(
      /frozen/,
    );
    const { body } = await bounty.winner
      .post(`/api/bounties/${bounty.bounty}/iban-changes`, { iban: ibans.de })
      .expect(200);
    const [change] = body.ibanChanges;
    const approve = (by: string, at: string) =>
      sql`update iban_changes set state = 'approved', iban_sealed = null, decided_by = ${by}, decided_at = ${at} where id = ${change.id}`.execute(
        db,
      );
    await expect(approve(operator.id, new Date(Date.parse(change.readyAt) - 1000).toISOString())).rejects.toThrow(
      /check/,
    );
    await expect(approve(bounty.winner.id, new Date(Date.parse(change.readyAt) + 1000).toISOString())).rejects.toThrow(
      /check/,
    );
    await expect(sql`update iban_changes set ready_at = now() where id = ${change.id}`.execute(db)).rejects.toThrow(
      /decided once/,
    );
    await expect(sql`delete from iban_changes`.execute(db)).rejects.toThrow(/append-only/);
    await bounty.winner.delete(`/api/bounties/${bounty.bounty}/iban-changes/${change.id}`).expect(200);
    await expect(
      sql`update iban_changes set state = 'waiting', decided_at = null where id = ${change.id}`.execute(db),
    ).rejects.toThrow(/decided once/);
  });
});

describe('an account that the bank refused', () => {
  let shop: TestShop;
  let won: Won;
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    [won] = (await winTogether(shop, 1)) as [Won];
    operator = await shop.operator();
    await setDebtor(shop);
    await makeReady(won);
    await settle(operator, await exportAll(operator), { outcome: 'failed', reason: 'AC04: closed account' }).expect(
      200,
    );
  });
  afterAll(() => shop.close());

  it('may be replaced with the payee by another one of the same payee: it waits like any other', async () => {
    const path = `/api/bounties/${won.bounty}/payee`;
    const renamed = await won.winner.put(path, payeeOf({ iban: ibans.de, legalName: 'Other' })).expect(409);
    expect(renamed.body.reasons).toEqual([{ code: 'contract_accepted', field: '/legalName' }]);
    await sql`update sessions set created_at = created_at - interval '1 hour' where member_id = ${won.winner.id}`.execute(
      shop.deps.db,
    );
    expect((await won.winner.put(path, payeeOf({ iban: ibans.de })).expect(403)).body.code).toBe('sign_in_again');
    const again = await shop.member({ email: won.winner.email, name: won.winner.name });
    const { body } = await again.put(path, payeeOf({ iban: ibans.de })).expect(200);
    expect(body).toMatchObject({ state: 'failed', payee: { ibanMasked: 'FR•• … 0185' } });
    expect(body.ibanChanges[0]).toMatchObject({ state: 'waiting', ibanMasked: 'DE•• … 3000' });
    const early = await operator.post('/api/bounties/payouts', { bounties: [won.bounty] }).expect(409);
    expect(early.body.reasons).toEqual([{ code: 'iban_change_pending', field: won.bounty }]);
    await shop.setClock(new Date((await shop.now()).getTime() + 73 * HOURS));
    await operator.post(`/api/bounties/${won.bounty}/iban-changes/${body.ibanChanges[0].id}/approval`).expect(200);
    const payout = await exportAll(operator);
    expect(payout.payments[0]!.ibanMasked).toBe('DE•• … 3000');
    const { body: all } = await operator.get('/api/bounties/payouts').expect(200);
    // The refused payment still shows the account that it went to.
    expect(all.items[1].payments[0]).toMatchObject({ ibanMasked: 'FR•• … 0185', state: 'failed' });
  });
});
