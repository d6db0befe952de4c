import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveToDecided } from '../support/month.ts';
import { expectProblem } from '../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

type Settings = Record<string, unknown>;

describe('the settings of the shop', () => {
  let shop: TestShop;
  let admin: SignedIn;
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    admin = await shop.admin();
    operator = await shop.operator();
  });
  afterAll(() => shop.close());

  const read = async (): Promise<Settings> => (await operator.get('/api/settings').expect(200)).body;
  const put = async (change: Settings, by = admin) => by.put('/api/settings', { ...(await read()), ...change });
  const acts = async () =>
    (await operator.get('/api/audit?act=set-settings').expect(200)).body.items as { details: unknown }[];

  it('are read by operators and set by admins', async () => {
    const settings = await read();
    expect(settings).toMatchObject({ shopName: 'Fraisier', timeZone: 'Europe/Paris', bountyCents: 100_000 });
    expect(expectProblem(await shop.visitor.get('/api/settings'))).toBe('not_signed_in');
    expect(expectProblem(await shop.visitor.put('/api/settings', settings))).toBe('not_signed_in');
    const member = await shop.member();
    expect(expectProblem(await member.get('/api/settings'))).toBe('not_allowed');
    expect(expectProblem(await member.put('/api/settings', settings))).toBe('not_allowed');
    expect(expectProblem(await put({}, operator))).toBe('not_allowed');
  });

  it('are kept, shown to the public where they concern it, and logged by name, once', async () => {
    const before = (await acts()).length;
    const change = {
      shopName: ' La Fraiseraie ',
      street: '3 cours des Halles',
      publisher: 'Odile Prat',
      host: ' Serveurs du Quai, 4 quai des Tests, 69000 Lyon ',
      mediator: 'Médiation Test, 75000 Paris, mediation.example',
      piecePriceCents: 2600,
      bountyIsNet: false,
      bountyDays: 10,
      debtorIban: 'fr76 3000 6000 0112 3456 7890 189',
    };
    const { body } = await put(change);
    expect(body).toMatchObject({
      ...change,
      shopName: 'La Fraiseraie',
      host: 'Serveurs du Quai, 4 quai des Tests, 69000 Lyon',
      debtorIban: 'FR7630006000011234567890189',
    });
    expect(await read()).toEqual(body);
    const { body: shown } = await shop.visitor.get('/api/shop').expect(200);
    expect(shown).toMatchObject({
      name: 'La Fraiseraie',
      imprint: {
        street: '3 cours des Halles',
        publisher: 'Odile Prat',
        host: 'Serveurs du Quai, 4 quai des Tests, 69000 Lyon',
        mediator: 'Médiation Test, 75000 Paris, mediation.example',
      },
      piecePrice: { amount: 2600, currency: 'EUR' },
      bounty: { money: { amount: 100_000, currency: 'EUR' }, isNet: false, days: 10, changeWaitHours: 72 },
    });
    expect(JSON.stringify(shown)).not.toMatch(/debtor|IBAN|FR76/i);
    expect((await put({})).body).toEqual(body);
    const logged = await acts();
    expect(logged).toHaveLength(before + 1);
    expect(logged[0]).toMatchObject({ details: { changed: expect.arrayContaining(['shopName', 'debtorIban']) } });
    expect(JSON.stringify(logged)).not.toContain('FR76');
  });

  it('refuse what cannot be, and stay as they are', async () => {
    const before = await read();
    for (const [change, code] of [
      [{ debtorIban: 'FR7630006000011234567890188' }, 'iban_invalid'],
      [{ debtorIban: 'FR76' }, 'iban_invalid'],
      [{ timeZone: 'Europe/Fraise' }, 'settings_invalid'],
      // Postgres knows it, and no date can be written in it.
      [{ timeZone: 'Factory' }, 'settings_invalid'],
      [{ timeZone: '' }, 'settings_invalid'],
      [{ shopName: ' ' }, 'bad_input'],
      [{ country: 'France' }, 'bad_input'],
      [{ debtorBic: 'agrifrpp' }, 'bad_input'],
      [{ email: 'shop' }, 'bad_input'],
      [{ monthEndHour: 24 }, 'bad_input'],
      [{ vatRateBp: 10_001 }, 'bad_input'],
      [{ piecePriceCents: 0 }, 'bad_input'],
      [{ runSize: 1 }, 'bad_input'],
      [{ runSize: 20.5 }, 'bad_input'],
      [{ bountyCents: '1000' }, 'bad_input'],
      [{ maxInks: null }, 'bad_input'],
      [{ printMethod: 'embroidery' }, 'bad_input'],
      [{ leastLineHundredths: 4 }, 'bad_input'],
      [{ goodDpi: 200, leastDpi: 201 }, 'settings_invalid'],
    ] as const) {
      expect(expectProblem(await put(change)), JSON.stringify(change)).toBe(code);
    }
    const { shopName: _, ...partial } = before;
    expect(expectProblem(await admin.put('/api/settings', partial))).toBe('bad_input');
    expect(await read()).toEqual(before);
  });

  it('change nothing of what a round has promised', async () => {
    const { body: round } = await operator.post('/api/rounds', { slug: '2026-12' }).expect(201);
    await put({ piecePriceCents: 9900, bountyCents: 5, runSize: 7 });
    expect((await shop.visitor.get('/api/rounds/2026-12').expect(200)).body.promise).toEqual(round.promise);
  });

  it('move the shop’s day with its time zone', async () => {
    await put({ timeZone: 'Pacific/Auckland', monthEndHour: 20 });
    const { body } = await operator.post('/api/rounds', { slug: '2027-06' }).expect(201);
    expect(body.planned.freeze).toBe('2027-06-30T08:00:00.000Z');
  });
});

describe('the log of operators’ acts', () => {
  let shop: TestShop;
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator({ name: 'Odile' });
  });
  afterAll(() => shop.close());

  it('is read by operators, newest first, a page at a time, by act and by subject', async () => {
    expect(expectProblem(await shop.visitor.get('/api/audit'))).toBe('not_signed_in');
    expect(expectProblem(await (await shop.member()).get('/api/audit'))).toBe('not_allowed');
    expect((await operator.get('/api/audit').expect(200)).body).toEqual({ items: [], nextCursor: null });
    await operator.post('/api/rounds', { slug: '2027-01' }).expect(201);
    for (let hours = 1; hours <= 52; hours++) {
      await operator.patch('/api/rounds/2027-01', { appealHours: hours + 100 }).expect(200);
    }
    const { body: first } = await operator.get('/api/audit').expect(200);
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toEqual({
      id: expect.any(String),
      happenedAt: expect.stringMatching(/Z$/),
      actorId: operator.id,
      actorName: 'Odile',
      things: [],
      act: 'replan-round',
      subjectType: 'round',
      subjectId: '2027-01',
      details: { appealHours: { before: 151, after: 152 } },
    });
    const { body: second } = await operator.get(`/api/audit?cursor=${first.nextCursor}`).expect(200);
    expect(second.items.map((one: { act: string }) => one.act)).toEqual(['replan-round', 'replan-round', 'plan-round']);
    expect(second.nextCursor).toBeNull();
    expect((await operator.get('/api/audit?act=plan-round').expect(200)).body.items).toHaveLength(1);
    expect((await operator.get('/api/audit?subject=2027-02').expect(200)).body.items).toEqual([]);
    expect((await operator.get('/api/audit?act=plan-round&subject=2027-01').expect(200)).body.items).toHaveLength(1);
    for (const query of ['cursor=1', `act=${'x'.repeat(61)}`, 'by=odile']) {
      expect(expectProblem(await operator.get(`/api/audit?${query}`))).toBe('bad_input');
    }
  });

  it('is changed and emptied by nobody', async () => {
    await expect(shop.pool.query("update audit_log set act = 'nothing'")).rejects.toThrow('append-only');
    await expect(shop.pool.query('delete from audit_log')).rejects.toThrow('append-only');
    await expect(shop.pool.query('truncate audit_log')).rejects.toThrow();
  });

  it('keeps the name of who acted when they change it', async () => {
    const other = await shop.operator({ name: 'Omar' });
    await other.post('/api/rounds', { slug: '2027-02' }).expect(201);
    await other.patch('/api/me', { name: 'Somebody Else' }).expect(200);
    const { body } = await operator.get('/api/audit?subject=2027-02').expect(200);
    expect(body.items[0].actorName).toBe('Omar');
  });
});

describe('the desk', () => {
  let shop: TestShop;
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator();
  });
  afterAll(() => shop.close());

  const desk = async () => (await operator.get('/api/desk').expect(200)).body;

  it('is an operator’s', async () => {
    expect(expectProblem(await shop.visitor.get('/api/desk'))).toBe('not_signed_in');
    expect(expectProblem(await (await shop.member()).get('/api/desk'))).toBe('not_allowed');
  });

  it('counts what waits for a person, and no longer once it is done', async () => {
    const nothing = {
      designsToReview: 0,
      oldestReviewSince: null,
      notesToReview: 0,
      bountiesToPay: 0,
      payoutsToSettle: 0,
      bankLinesToSolve: 0,
      piecesToPrint: 0,
      ordersToSend: 0,
      messagesToAnswer: 0,
      mailsUnsent: 0,
      mailsFailed: 0,
      clustersToDecide: 0,
      appealsToAnswer: 0,
    };
    expect(await desk()).toEqual(nothing);
    const month = await liveToDecided(shop, {
      designs: 3,
      voters: 2,
      taste: (design, voter) => ({
        stars: design === 0 ? 5 : 2,
        wouldWear: false,
        ...(design === 1 && voter === 0 ? { note: 'Joli.' } : {}),
      }),
    });
    await shop.runJobs();
    const message = await shop.visitor
      .post('/api/contact', { kind: 'question', name: 'Ana', email: 'a@b.fr', message: 'Une question, donc.' })
      .expect(202);
    // The winner's own shirt waits for its size, not for an operator; the acknowledgement waits in the outbox.
    expect(await desk()).toEqual({
      ...nothing,
      notesToReview: 1,
      messagesToAnswer: 1,
      mailsUnsent: 1,
    });
    await shop.runJobs();
    await operator.post(`/api/contact/${message.body.id}/answer`, { answer: 'Oui.' }).expect(200);
    await shop.runJobs();
    const { body: notes } = await operator.get('/api/notes').expect(200);
    await operator.put(`/api/notes/${notes.items[0].id}/state`, { state: 'hidden' }).expect(200);
    expect(await desk()).toEqual(nothing);

    const [bounty] = month.closing.bounties;
    const winner = month.designers[0]!;
    const { body: given } = await winner
      .put(`/api/bounties/${bounty!.id}/payee`, {
        legalName: 'Camille Petit',
        iban: 'FR7630001007941234567890185',
        shirt: { size: 'M', cut: 'straight' },
        address: { name: 'Camille', line1: '1 rue', postalCode: '75011', city: 'Paris', country: 'FR' },
      })
      .expect(200);
    await winner.post(`/api/bounties/${bounty!.id}/contract`, { sha256: given.contract.sha256 }).expect(200);
    expect(await desk()).toMatchObject({ bountiesToPay: 1, payoutsToSettle: 0, piecesToPrint: 1 });
    const admin = await shop.admin();
    const { body: settings } = await admin.get('/api/settings').expect(200);
    const debtor = { debtorName: 'Fraisier', debtorIban: 'FR7630006000011234567890189', debtorBic: '' };
    await admin.put('/api/settings', { ...settings, ...debtor }).expect(200);
    const { body: payout } = await operator.post('/api/bounties/payouts', {}).expect(201);
    expect(await desk()).toMatchObject({ bountiesToPay: 0, payoutsToSettle: 1 });
    await operator
      .post(`/api/bounties/payouts/${payout.id}/payments/${payout.payments[0].id}/settlement`, { outcome: 'paid' })
      .expect(200);

    const { body: printed } = await operator.post(`/api/runs/${month.slug}/print-orders`).expect(201);
    expect(await desk()).toMatchObject({ payoutsToSettle: 0, piecesToPrint: 0, ordersToSend: 0 });
    await operator
      .post(`/api/print-orders/${printed.id}/deliveries`, { ordered: 1, good: 1, defective: 0 })
      .expect(201);
    expect(await desk()).toMatchObject({ ordersToSend: 1 });
    await operator.post(`/api/orders/${given.shirt.order}/shipment`, {}).expect(200);
    await shop.runJobs();
    expect(await desk()).toEqual(nothing);
  });

  it('counts the designs that wait, since the first of them', async () => {
    const before = await desk();
    await shop.pool.query("update designs set state = 'checked' where title in ('Design 1', 'Design 2')");
    const { rows } = await shop.pool.query(
      "select min(checked_at) as at from artworks join designs on designs.artwork_id = artworks.id where state = 'checked'",
    );
    expect(await desk()).toEqual({ ...before, designsToReview: 2, oldestReviewSince: rows[0].at.toISOString() });
  });
});

describe('the shop itself', () => {
  it('says to anyone what it is, and what time it has', async () => {
    const shop = await openShop();
    await shop.setClock('2026-12-24T20:00:00Z');
    const { body } = await shop.visitor.get('/api/shop').expect(200);
    expect(body).toMatchObject({ name: 'Fraisier', demo: true, averageDaysToPay: null });
    expect(body.now).toMatch(/^2026-12-24T20:00:/);
    await shop.close();
  });

  it('is ready while its parts are, and else says which one is down', async () => {
    const shop = await openShop({ logLevel: 'silent' });
    expect((await shop.visitor.get('/api/ready').expect(200)).body).toEqual({
      database: true,
      storage: true,
      jobs: true,
    });
    await shop.pool.query('alter schema graphile_worker rename to away');
    const jobs = await shop.visitor.get('/api/ready').expect(503);
    expect(expectProblem(jobs)).toBe('unavailable');
    expect(jobs.body).toMatchObject({ detail: 'Down: jobs.', reasons: [{ code: 'down', field: 'jobs' }] });
    expect(jobs.headers['retry-after']).toBe('5');
    await shop.pool.query('alter schema away rename to graphile_worker');
    await shop.visitor.get('/api/ready').expect(200);
    await shop.deps.db.destroy();
    const all = await shop.visitor.get('/api/ready').expect(503);
    expect(all.body.reasons.map((one: { field: string }) => one.field)).toEqual(['database', 'jobs']);
    // Alive is another question.
    await shop.visitor.get('/api/health').expect(200);
    await shop.close();
  });

  it('says that its storage is down', async () => {
    const shop = await openShop({ logLevel: 'silent', storage: 'file:/dev/null/storage' });
    const { body } = await shop.visitor.get('/api/ready').expect(503);
    expect(body.reasons).toEqual([{ code: 'down', field: 'storage' }]);
    await shop.close();
  });
});

describe('demo mode', () => {
  it('signs in as one of the cast, by their key', async () => {
    const shop = await openShop();
    const maud = await shop.member({ name: 'Maud' });
    await shop.pool.query(
      "insert into demo_people (key, place, member_id, what_fr, what_en) values ('maud', 1, $1, 'Dessine', 'Draws')",
      [maud.id],
    );
    expect((await shop.visitor.get('/api/demo/people').expect(200)).body).toEqual({
      items: [{ key: 'maud', name: 'Maud', role: 'member', whatFr: 'Dessine', whatEn: 'Draws' }],
    });
    for (let twice = 0; twice < 2; twice++) {
      const { headers, body } = await shop.visitor.post('/api/demo/sign-in', { key: 'maud' }).expect(200);
      expect(body).toMatchObject({ id: maud.id, name: 'Maud' });
      const cookie = (headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]).join('; ');
      expect((await shop.visitor.get('/api/me').set('cookie', cookie)).body.id).toBe(maud.id);
      expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/i);
    }
    expect(expectProblem(await shop.visitor.post('/api/demo/sign-in', { key: 'nobody' }))).toBe('not_found');
    expect(expectProblem(await shop.visitor.post('/api/demo/sign-in', { email: maud.email }))).toBe('bad_input');
    await shop.close();
  });

  it('shows the mails sent, newest first, with their links', async () => {
    const shop = await openShop();
    for (const email of ['maud@fraisier.test', 'theo@fraisier.test', 'maud@fraisier.test']) {
      await shop.visitor.post('/api/auth/sign-in/magic-link', { email }).expect(200);
    }
    const { body: unsent } = await shop.visitor.get('/api/demo/mail').expect(200);
    expect(unsent.items.map((one: { sentAt: unknown }) => one.sentAt)).toEqual([null, null, null]);
    await shop.runJobs();
    const { body } = await shop.visitor.get('/api/demo/mail?to=Maud@Fraisier.test').expect(200);
    expect(body.items.map((one: { to: string }) => one.to)).toEqual(['maud@fraisier.test', 'maud@fraisier.test']);
    expect(body.items[0].createdAt >= body.items[1].createdAt).toBe(true);
    expect(body.items[0]).toMatchObject({ template: 'sign-in', sentAt: expect.stringMatching(/Z$/) });
    expect(body.items[0].links[0]).toMatch(/^http:\/\/localhost:3000\/fr\/sign-in\/confirm\?token=/);
    expect(body.items[0].text).toContain(body.items[0].links[0]);
    expect(body.items[0].html).toContain('</html>');
    expect((await shop.visitor.get('/api/demo/mail?to=nobody@fraisier.test')).body.items).toEqual([]);
    await shop.close();
  });

  it('does not exist outside demo mode', async () => {
    const shop = await openShop({ demo: false });
    expect((await shop.visitor.get('/api/shop').expect(200)).body.demo).toBe(false);
    expect(expectProblem(await shop.visitor.get('/api/demo/mail'))).toBe('not_found');
    expect(expectProblem(await shop.visitor.get('/api/demo/people'))).toBe('not_found');
    expect(expectProblem(await shop.visitor.post('/api/demo/sign-in', { key: 'maud' }))).toBe('not_found');
    const { body } = await shop.visitor.get('/api/openapi.json').expect(200);
    expect(Object.keys(body.paths).filter((path) => path.includes('demo'))).toEqual([]);
    await shop.close();
  });
});
