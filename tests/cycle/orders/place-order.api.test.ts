import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  address,
  buy,
  expectSound,
  newKey,
  type OpenedRun,
  openRun,
  order,
  piece,
  settle,
} from '../../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

describe('placing an order', () => {
  let shop: TestShop;
  let run: OpenedRun;
  let buyer: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    run = await openRun(shop, { size: 60 });
    buyer = await shop.member({ name: 'Élodie' });
  });
  afterAll(() => shop.close());

  const pieceRow = (number: number, of = run) =>
    shop.deps.db
      .selectFrom('pieces')
      .selectAll()
      .where('run_id', '=', of.id)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();

  it('holds the lowest numbers for 15 minutes and says where to pay', async () => {
    const pieces = [piece({ size: 'S', label: 'Anne-Gaëlle' }), piece({ size: 'XL', cut: 'fitted' })];
    const { body } = await order(buyer, run, { pieces }).expect(201);
    expect(body.order).toMatchObject({
      run: run.slug,
      runSize: 60,
      kind: 'sale',
      state: 'held',
      pieces: [
        { number: 2, size: 'S', cut: 'straight', fabric: 'blanc', label: 'Anne-Gaëlle' },
        { number: 3, size: 'XL', cut: 'fitted', fabric: 'blanc', label: null },
      ],
      piecesPrice: { amount: 4800, currency: 'EUR' },
      shipping: { amount: 450 },
      vat: { amount: 875 },
      total: { amount: 5250 },
      address: { ...address, line2: '' },
      invoice: null,
      paidAt: null,
      buyer: null,
    });
    expect(body.order.payUrl).toBe(body.payUrl);
    expect(body.payUrl).toMatch(/^http:\/\/localhost:3000\/fr\/pay\/[0-9a-f-]{36}$/);
    expect(Date.parse(body.heldUntil) - Date.parse(body.order.placedAt)).toBeCloseTo(15 * 60_000, -2);
    expect(await pieceRow(2)).toMatchObject({ state: 'held', order_id: body.order.id, label: 'Anne-Gaëlle' });
  });

  it('answers the same request under the same key with the same order', async () => {
    const key = newKey();
    const first = await order(buyer, run, { key }).expect(201);
    const again = await order(buyer, run, { key }).expect(201);
    expect(again.body).toEqual(first.body);
    const fieldsTurned = Object.fromEntries(Object.entries(address).reverse());
    const turned = await order(buyer, run, { key, to: fieldsTurned }).expect(201);
    expect(turned.body.order.id).toBe(first.body.order.id);
  });

  it('answers the same key after the payment too', async () => {
    const key = newKey();
    const first = await order(buyer, run, { key }).expect(201);
    await settle(buyer, first.body.payUrl, 'success').expect(200);
    const again = await order(buyer, run, { key }).expect(201);
    expect(again.body.order).toMatchObject({ id: first.body.order.id, state: 'paid', pieces: first.body.order.pieces });
    expect(again.body).toMatchObject({ payUrl: first.body.payUrl, heldUntil: first.body.heldUntil });
  });

  it('refuses a key that was used for something else, in this run or another', async () => {
    const key = newKey();
    await order(buyer, run, { key }).expect(201);
    const changed = await order(buyer, run, { key, pieces: [piece({ size: 'L' })] }).expect(422);
    expect(changed.body.code).toBe('key_reused');
    const elsewhere = await openRun(shop);
    expect((await order(buyer, elsewhere, { key }).expect(422)).body.code).toBe('key_reused');
  });

  it('lets two members use the same key', async () => {
    const key = newKey();
    const mine = await order(buyer, run, { key }).expect(201);
    const theirs = await order(await shop.member(), run, { key }).expect(201);
    expect(theirs.body.order.id).not.toBe(mine.body.order.id);
  });

  it('makes one order of ten requests with one key at once', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 10 }, () => order(buyer, run, { key })));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map((answer) => answer.body.order.id)).size).toBe(1);
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    await expectSound(shop);
  });

  it('asks for a key', async () => {
    const { body } = await buyer.post(`/api/runs/${run.slug}/orders`, { pieces: [piece()], address }).expect(400);
    expect(body.code).toBe('key_missing');
    expect((await order(buyer, run, { key: 'short' }).expect(400)).body.code).toBe('bad_input');
  });

  it('asks who buys, and for a run that exists', async () => {
    await shop.visitor.post(`/api/runs/${run.slug}/orders`, {}).set('idempotency-key', newKey()).expect(401);
    await order(buyer, { slug: '2099-01' }).expect(404);
  });

  it('names every size, cut and fabric that the run does not come in', async () => {
    const pieces = [piece({ fabric: 'noir' }), piece(), piece({ fabric: 'ciel' })];
    const { body } = await order(buyer, run, { pieces }).expect(422);
    expect(body).toMatchObject({
      code: 'option_unknown',
      reasons: [
        { code: 'option_unknown', field: '/pieces/0/fabric', detail: 'noir' },
        { code: 'option_unknown', field: '/pieces/2/fabric', detail: 'ciel' },
      ],
    });
    await order(buyer, run, { pieces: [piece({ size: '4XL' })] }).expect(400);
  });

  it.each([
    ['🍓', 'character', '🍓'],
    ['Ольга', 'character', 'О'],
    ['Anne\u0000', 'character', '\u0000'],
    ['une étiquette trop longue', 'too_long', 't'],
    ['   ', 'empty', '0'],
  ])('refuses to sew %j', async (label, code, detail) => {
    const { body } = await order(buyer, run, { pieces: [piece({ label })] }).expect(422);
    expect(body).toMatchObject({ code: 'label_not_sewable', reasons: [{ code, field: '/pieces/0/label', detail }] });
  });

  it('keeps a label letter by letter, in the one form that Unicode gives it', async () => {
    const pieces = [piece({ label: 'Zoe\u0301 & Łuk' }), piece({ label: '-Léo’s!' }), piece({ label: '' })];
    const { body } = await order(buyer, run, { pieces }).expect(201);
    expect(body.order.pieces.map((one: { label: string }) => one.label)).toEqual(['Zoé & Łuk', '-Léo’s!', null]);
  });

  it('refuses half a letter and control characters in an address', async () => {
    const half = await order(buyer, run, { to: { ...address, name: 'A\ud83c' } }).expect(400);
    expect(half.body).toMatchObject({ code: 'bad_input', reasons: [{ field: '/address/name' }] });
    await order(buyer, run, { to: { ...address, city: 'a\u0000b' } }).expect(400);
    await order(buyer, run, { to: { ...address, country: 'France' } }).expect(400);
    await order(buyer, run, { to: { ...address, name: '   ' } }).expect(400);
  });

  it('takes no more pieces in one order than the run allows', async () => {
    const { body } = await order(buyer, run, { pieces: Array(4).fill(piece()) }).expect(400);
    expect(body).toMatchObject({ code: 'bad_input', reasons: [{ code: 'quantity', field: 'pieces', detail: '3' }] });
    await order(buyer, run, { pieces: [] }).expect(400);
  });

  it('sells nothing of a closed run', async () => {
    const closed = await openRun(shop);
    await shop.deps.db.updateTable('runs').set({ state: 'closed' }).where('id', '=', closed.id).execute();
    expect((await order(buyer, closed).expect(409)).body.code).toBe('run_not_open');
  });

  it('takes nothing when fewer are left than wanted, and lets the same key try again', async () => {
    const small = await openRun(shop, { size: 3 });
    const key = newKey();
    const wanted = { key, pieces: Array(3).fill(piece()) };
    const { body } = await order(buyer, small, wanted).expect(409);
    expect(body).toMatchObject({ code: 'sold_out', reasons: [{ code: 'too_few_left', detail: '2' }] });
    expect((await shop.visitor.get(`/api/runs/${small.slug}`)).body).toMatchObject({ free: 2, held: 0 });
    await order(buyer, small, { key, pieces: [piece(), piece()] }).expect(201);
    const none = await order(buyer, small).expect(409);
    expect(none.body).toMatchObject({ code: 'sold_out', reasons: [{ code: 'sold_out' }] });
  });

  it('sells 20 pieces to 100 buyers at once: 19 each get one number, nobody the same', async () => {
    const hot = await openRun(shop, { size: 20 });
    const buyers = await Promise.all(Array.from({ length: 100 }, () => shop.member()));
    const answers = await Promise.all(buyers.map((one) => order(one, hot)));
    const numbers = answers
      .filter((answer) => answer.status === 201)
      .map((answer) => answer.body.order.pieces[0].number)
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 19 }, (_, index) => index + 2));
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(refused.map((answer) => answer.body.code)).toEqual(Array(81).fill('sold_out'));
    const { body } = await shop.visitor.get(`/api/runs/${hot.slug}`);
    expect(body).toMatchObject({ held: 19, sold: 1, free: 0 });
    await expectSound(shop);
  });

  it('serves everybody at once while there is enough', async () => {
    const enough = await openRun(shop, { size: 41 });
    const buyers = await Promise.all(Array.from({ length: 40 }, () => shop.member()));
    const answers = await Promise.all(buyers.map((one) => order(one, enough)));
    const numbers = answers.map((answer) => answer.body.order?.pieces[0].number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
  });

  it('refuses nobody a piece that a larger order could not have', async () => {
    // Four orders of three for a run with two pieces fail; whoever wants one or two of them must get them.
    for (let round = 0; round < 5; round++) {
      const last = await openRun(shop, { size: 3 });
      const large = Array.from({ length: 4 }, async () =>
        order(await shop.member(), last, { pieces: Array(3).fill(piece()) }),
      );
      const small = Array.from({ length: 2 }, async () => order(await shop.member(), last));
      const statuses = (await Promise.all([...large, ...small])).map((answer) => answer.status);
      expect(statuses).toEqual([409, 409, 409, 409, 201, 201]);
    }
  });

  it('keeps free + held + sold whole while orders are placed, paid and lapse at once', async () => {
    const busy = await openRun(shop, { size: 30 });
    const buyers = await Promise.all(Array.from({ length: 24 }, () => shop.member()));
    await Promise.all(
      buyers.map(async (one, index) => {
        const { status, body } = await order(one, busy, { pieces: Array((index % 3) + 1).fill(piece()) });
        if (status === 201 && index % 2 === 0) await settle(one, body.payUrl, 'success');
      }),
    );
    await expectSound(shop);
    const { body } = await shop.visitor.get(`/api/runs/${busy.slug}`);
    expect(body.free + body.held + body.sold).toBe(30);
  });

  it('shows orders to their owner and to operators, and to nobody else', async () => {
    const mine = await buy(buyer, run);
    const operator = await shop.operator();
    await buyer.get(`/api/orders/${mine.id}`).expect(200);
    await (await shop.member()).get(`/api/orders/${mine.id}`).expect(404);
    await shop.visitor.get(`/api/orders/${mine.id}`).expect(401);
    await buyer.get('/api/orders/0193e5a0-0000-7000-8000-000000000000').expect(404);
    await buyer.get('/api/orders/first').expect(400);
    const seen = await operator.get(`/api/orders/${mine.id}`).expect(200);
    expect(seen.body.buyer).toEqual({ name: 'Élodie', email: buyer.email });
    expect((await buyer.get(`/api/orders/${mine.id}`)).body.buyer).toBeNull();
  });

  it('lists my orders, and all of them only for operators', async () => {
    const someone = await shop.member();
    const first = await buy(someone, run);
    const second = (await order(someone, run).expect(201)).body.order;
    const { body } = await someone.get('/api/orders').expect(200);
    expect(body.items.map((one: { id: string }) => one.id)).toEqual([second.id, first.id]);
    const held = await someone.get('/api/orders?state=held').expect(200);
    expect(held.body.items.map((one: { id: string }) => one.id)).toEqual([second.id]);

    expect((await someone.get('/api/orders?all=true').expect(403)).body.code).toBe('not_allowed');
    await shop.visitor.get('/api/orders').expect(401);
    await someone.get('/api/orders?cursor=x').expect(400);
    const operator = await shop.operator();
    expect((await operator.get('/api/orders').expect(200)).body.items).toEqual([]);
    const all = await operator.get(`/api/orders?all=true&run=${run.slug}&state=paid`).expect(200);
    expect(all.body.items.length).toBeGreaterThan(2);
    expect(all.body.items.every((one: { state: string }) => one.state === 'paid')).toBe(true);
  });
});
