import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let operator: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  operator = await shop.operator();
  await shop.setClock('2026-11-02T10:00:00Z');
});
afterAll(() => shop.close());

/** The reasons of a refusal, as `code field`. */
const reasonsOf = ({ body }: { body: { reasons: { code: string; field?: string }[] } }) =>
  body.reasons.map(({ code, field }) => `${code} ${field}`).sort();

describe('planning a round', () => {
  it('takes its moments from the month and its promise from the settings', async () => {
    const { body } = await operator.post('/api/rounds', { slug: '2026-12' }).expect(201);
    expect(body).toMatchObject({
      slug: '2026-12',
      number: 1,
      month: 12,
      phase: 'planned',
      planned: {
        collecting: '2026-10-31T19:00:00.000Z',
        voting: '2026-11-30T19:00:00.000Z',
        final: '2026-12-19T09:00:00.000Z',
        freeze: '2026-12-31T19:00:00.000Z',
      },
      actual: { collecting: null, voting: null, final: null, frozen: null, counted: null, decided: null },
      promise: {
        bounty: { amount: 100_000, currency: 'EUR' },
        bountyIsNet: true,
        runSize: 300,
        piecePrice: { amount: 2400, currency: 'EUR' },
        printArea: { widthMm: 300, heightMm: 360 },
        appealHours: 48,
      },
      counts: { designs: 0, capacity: 300, voters: 0, ratings: 0 },
      handSize: 10,
      runs: [],
    });
    expect(body.promise.rulesVersion).toMatch(/^\d{4}-\d{2}$/);
  });

  it('keeps the promise when the settings change later', async () => {
    await shop.deps.db.updateTable('shop_settings').set({ bounty_cents: 50_000 }).execute();
    const { body } = await operator.get('/api/rounds/2026-12').expect(200);
    expect(body.promise.bounty.amount).toBe(100_000);
    await shop.deps.db.updateTable('shop_settings').set({ bounty_cents: 100_000 }).execute();
  });

  it('is refused a second time for the same month, and once when two ask at once', async () => {
    const again = await operator.post('/api/rounds', { slug: '2026-12' }).expect(409);
    expect(again.body.code).toBe('round_exists');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => operator.post('/api/rounds', { slug: '2027-01' })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('numbers rounds by their month, also one that is planned late', async () => {
    const later = await operator.post('/api/rounds', { slug: '2027-04' }).expect(201);
    expect(later.body.number).toBe(5);
    const between = await operator.post('/api/rounds', { slug: '2027-02' }).expect(201);
    expect(between.body.number).toBe(3);
    const refused = await operator.post('/api/rounds', { slug: '2026-11' }).expect(422);
    expect(reasonsOf(refused)).toEqual(['before_first_round slug']);
  });

  it('touches its neighbours when its moments are left out, and must when they are given', async () => {
    const march = await operator
      .post('/api/rounds', { slug: '2027-03', votingAt: '2027-02-28T19:00:01Z', freezeAt: '2027-03-31T17:59:59Z' })
      .expect(422);
    expect(march.body.code).toBe('dates_out_of_order');
    expect(reasonsOf(march)).toEqual(['does_not_touch freezeAt', 'does_not_touch votingAt']);
    const fits = await operator.post('/api/rounds', { slug: '2027-03' }).expect(201);
    expect(fits.body.planned).toMatchObject({ voting: '2027-02-28T19:00:00.000Z', freeze: '2027-03-31T18:00:00.000Z' });

    // A month that stops early: the next one fills the gap.
    await operator.post('/api/rounds', { slug: '2028-01', freezeAt: '2028-01-20T12:00:00+01:00' }).expect(201);
    const february = await operator.post('/api/rounds', { slug: '2028-02' }).expect(201);
    expect(february.body.planned.voting).toBe('2028-01-20T11:00:00.000Z');
  });

  it('tells everything that is wrong with its moments at once', async () => {
    const { body } = await operator
      .post('/api/rounds', {
        slug: '2028-06',
        collectingAt: '2028-06-01T00:00:00Z',
        votingAt: '2028-05-31T00:00:00Z',
        finalAt: '2028-05-30T00:00:00Z',
        freezeAt: '2028-05-29T00:00:00Z',
      })
      .expect(422);
    expect(body.reasons).toEqual([
      { code: 'out_of_order', field: 'votingAt', detail: 'collecting 2028-06-01T00:00:00.000Z' },
      { code: 'out_of_order', field: 'finalAt', detail: 'voting 2028-05-31T00:00:00.000Z' },
      { code: 'out_of_order', field: 'freezeAt', detail: 'final 2028-05-30T00:00:00.000Z' },
    ]);
    await operator.get('/api/rounds/2028-06').expect(404);
  });

  it('never reaches over a month that is left out into the next vote, planned or moved', async () => {
    await operator.post('/api/rounds', { slug: '2041-01' }).expect(201);
    await operator.post('/api/rounds', { slug: '2041-03' }).expect(201);
    const early = await operator
      .post('/api/rounds', { slug: '2041-05', votingAt: '2041-03-20T19:00:00Z', collectingAt: '2041-03-01T19:00:00Z' })
      .expect(422);
    expect(reasonsOf(early)).toEqual(['overlaps votingAt']);
    const late = await operator.patch('/api/rounds/2041-01', { freezeAt: '2041-03-10T19:00:00Z' }).expect(422);
    expect(reasonsOf(late)).toEqual(['overlaps freezeAt']);
  });

  it('takes a promise and rules of its own', async () => {
    const { body } = await operator
      .post('/api/rounds', {
        slug: '2028-08',
        bountyCents: 123_456,
        runSize: 50,
        piecePriceCents: 3000,
        expectedRatings: 200,
        handCap: 20,
        appealHours: 0,
      })
      .expect(201);
    expect(body.promise).toMatchObject({ bounty: { amount: 123_456 }, runSize: 50, piecePrice: { amount: 3000 } });
    expect(body).toMatchObject({ counts: { capacity: 10 }, handCap: 20 });
  });

  it.each([
    [{}],
    [{ slug: '2026-13' }],
    [{ slug: '0000-01' }],
    [{ slug: '2029-01', votingAt: 'tomorrow' }],
    [{ slug: '2029-01', runSize: 1 }],
    [{ slug: '2029-01', bountyCents: 10.5 }],
    [{ slug: '2029-01', colour: 'red' }],
  ])('refuses %j as bad input', async (body) => {
    const answer = await operator.post('/api/rounds', body).expect(400);
    expect(answer.body.code).toBe('bad_input');
  });

  it('is for operators', async () => {
    await shop.visitor.post('/api/rounds', { slug: '2029-01' }).expect(401);
    await (await shop.member()).post('/api/rounds', { slug: '2029-01' }).expect(403);
  });

  it('leaves a trace', async () => {
    const { body } = await operator.get('/api/audit?act=plan-round&subject=2026-12').expect(200);
    expect(body.items).toMatchObject([{ actorName: operator.name, details: { slug: '2026-12', number: 1 } }]);
  });
});

describe('planning a round again', () => {
  it('changes what is given and nothing else', async () => {
    await operator.post('/api/rounds', { slug: '2031-05' }).expect(201);
    const { body: before } = await operator.get('/api/rounds/2031-05').expect(200);
    const { body } = await operator
      .patch('/api/rounds/2031-05', { runSize: 77, finalAt: '2031-05-20T10:00:00Z' })
      .expect(200);
    expect(body).toEqual({
      ...before,
      promise: { ...before.promise, runSize: 77 },
      planned: { ...before.planned, final: '2031-05-20T10:00:00.000Z' },
    });
    const again = await operator.patch('/api/rounds/2031-05', { runSize: 77 }).expect(200);
    expect(again.body).toEqual(body);
    const { body: log } = await operator.get('/api/audit?act=replan-round&subject=2031-05').expect(200);
    expect(log.items).toHaveLength(1);
    expect(log.items[0].details).toMatchObject({ runSize: { before: 300, after: 77 } });
  });

  it('moves the moment where two months touch for both of them', async () => {
    await operator.post('/api/rounds', { slug: '2032-01' }).expect(201);
    await operator.post('/api/rounds', { slug: '2032-02' }).expect(201);
    const edge = '2032-01-28T12:00:00.000Z';
    await operator.patch('/api/rounds/2032-01', { freezeAt: edge }).expect(200);
    const { body: next } = await operator.get('/api/rounds/2032-02').expect(200);
    expect(next.planned.voting).toBe(edge);
    const back = '2032-01-31T19:00:00.000Z';
    await operator.patch('/api/rounds/2032-02', { votingAt: back }).expect(200);
    const { body: previous } = await operator.get('/api/rounds/2032-01').expect(200);
    expect(previous.planned.freeze).toBe(back);
    // Past the neighbour's own final.
    const refused = await operator.patch('/api/rounds/2032-01', { freezeAt: '2032-02-28T12:00:00Z' }).expect(422);
    expect(refused.body.reasons).toMatchObject([{ code: 'out_of_order', field: '2032-02' }]);
  });

  it('refuses moments that are over or out of order', async () => {
    const past = await operator.patch('/api/rounds/2031-05', { collectingAt: '2026-11-01T10:00:00Z' }).expect(422);
    expect(reasonsOf(past)).toEqual(['in_the_past collectingAt']);
    const order = await operator.patch('/api/rounds/2031-05', { finalAt: '2031-06-20T10:00:00Z' }).expect(422);
    expect(reasonsOf(order)).toEqual(['out_of_order freezeAt']);
  });

  it('refuses what the round has begun, each part by name, and takes what it has not', async () => {
    await operator.post('/api/rounds/2026-12/advance', { to: 'collecting' }).expect(200);
    const refused = await operator
      .patch('/api/rounds/2026-12', {
        collectingAt: '2026-11-20T00:00:00Z',
        bountyCents: 1,
        runSize: 2,
        piecePriceCents: 1,
        expectedRatings: 100,
      })
      .expect(409);
    expect(refused.body.code).toBe('round_not_changeable');
    expect(reasonsOf(refused)).toEqual([
      'already_begun bountyCents',
      'already_begun collectingAt',
      'already_begun piecePriceCents',
      'already_begun runSize',
    ]);
    const { body } = await operator.patch('/api/rounds/2026-12', { expectedRatings: 100 }).expect(200);
    expect(body.counts.capacity).toBe(5);
    // What is the same already is no change.
    await operator.patch('/api/rounds/2026-12', { bountyCents: 100_000 }).expect(200);
  });

  it('changes nothing in a cancelled round', async () => {
    await operator.post('/api/rounds', { slug: '2033-01' }).expect(201);
    await operator.post('/api/rounds/2033-01/cancellation', { reason: 'The shop moves house.' }).expect(200);
    await operator.patch('/api/rounds/2033-01', { runSize: 10 }).expect(409);
    // Its month is taken, and its moments bind nobody.
    await operator.post('/api/rounds', { slug: '2033-01' }).expect(409);
    await operator.post('/api/rounds', { slug: '2033-02', votingAt: '2033-01-15T12:00:00Z' }).expect(201);
  });

  it('is for operators, and for rounds that exist', async () => {
    await shop.visitor.patch('/api/rounds/2026-12', { runSize: 10 }).expect(401);
    await (await shop.member()).patch('/api/rounds/2026-12', { runSize: 10 }).expect(403);
    await operator.patch('/api/rounds/2040-01', { runSize: 10 }).expect(404);
    await operator.patch('/api/rounds/2026-12', { runSize: '10' }).expect(400);
    await operator.patch('/api/rounds/december', { runSize: 10 }).expect(400);
  });
});
