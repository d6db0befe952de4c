import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorsSize, buy, type OpenedRun, openRun, order, piece } from '../../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

describe('counting a delivery, and sending', () => {
  let shop: TestShop;
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator();
  });
  afterAll(() => shop.close());

  /** A run with `count` pieces being printed: number 1 and what one buyer took. */
  async function printing(count: number) {
    const run = await openRun(shop, { size: 40 });
    await authorsSize(shop, run);
    const buyer = await shop.member();
    const orders: { id: string; pieces: { number: number }[] }[] = [];
    for (let left = count - 1; left > 0; left -= 3) {
      orders.push(await buy(buyer, run, Array(Math.min(3, left)).fill(piece())));
    }
    const { body } = await operator.post(`/api/runs/${run.slug}/print-orders`).expect(201);
    return { run, buyer, orders, id: body.id as string };
  }
  const count = (id: string, delivery: object) => operator.post(`/api/print-orders/${id}/deliveries`, delivery);
  const send = (id: string, body: object = {}) => operator.post(`/api/orders/${id}/shipment`, body);
  const states = async (id: string) => {
    const rows = await shop.deps.db
      .selectFrom('print_order_pieces')
      .select(['number', 'state'])
      .where('print_order_id', '=', id)
      .orderBy('number')
      .execute();
    return rows.map((row) => `${row.number} ${row.state}`);
  };

  it('is delivered when every piece is counted, in one delivery or in several', async () => {
    const { id } = await printing(7);
    const first = await count(id, { ordered: 7, good: 4, defective: 0 }).expect(201);
    expect(first.body).toMatchObject({ state: 'ordered', good: 4, defective: 0, deliveredAt: null });
    expect(await states(id)).toEqual(['1 good', '2 good', '3 good', '4 good', '5 ordered', '6 ordered', '7 ordered']);
    const second = await count(id, { ordered: 3, good: 3, defective: 0 }).expect(201);
    expect(second.body).toMatchObject({ state: 'delivered', good: 7 });
    expect(second.body.deliveredAt).not.toBeNull();
    expect(second.body.deliveries.map((one: { good: number }) => one.good)).toEqual([4, 3]);
    expect((await count(id, { ordered: 1, good: 1, defective: 0 }).expect(409)).body.code).toBe('delivery_settled');
  });

  it('takes the same count twice as two deliveries, until there is more than was ordered', async () => {
    const { id } = await printing(7);
    const delivery = { ordered: 3, good: 3, defective: 0 };
    await count(id, delivery).expect(201);
    expect((await count(id, delivery).expect(201)).body.deliveries).toHaveLength(2);
    const { body } = await count(id, delivery).expect(422);
    expect(body).toMatchObject({
      code: 'over_delivered',
      reasons: [{ code: 'outstanding', field: '/good', detail: '1' }],
    });
  });

  it('counts one of eight deliveries that together are too many', async () => {
    for (let round = 0; round < 3; round++) {
      const { id } = await printing(4);
      const all = await Promise.all(Array.from({ length: 8 }, () => count(id, { ordered: 4, good: 3, defective: 0 })));
      expect(all.map((answer) => answer.status).sort()).toEqual([201, ...Array(7).fill(422)]);
    }
  });

  it('orders defective pieces again under their own numbers: those named', async () => {
    const { id, run } = await printing(4);
    const delivery = { ordered: 4, good: 2, defective: 2, defectiveNumbers: [1, 3] };
    expect((await count(id, delivery).expect(201)).body).toMatchObject({ state: 'delivered', good: 2, defective: 2 });
    expect(await states(id)).toEqual(['1 defective', '2 good', '3 defective', '4 good']);
    const { body } = await operator.post(`/api/runs/${run.slug}/print-orders`).expect(201);
    expect(body).toMatchObject({ number: 2, pieces: 2 });
    expect(await states(body.id)).toEqual(['1 ordered', '3 ordered']);
    await count(body.id, { ordered: 2, good: 2, defective: 0 }).expect(201);
    await operator.post(`/api/runs/${run.slug}/print-orders`).expect(409);
  });

  it('takes the highest numbers for defective when none is named', async () => {
    const { id } = await printing(4);
    await count(id, { ordered: 4, good: 2, defective: 1 }).expect(201);
    expect(await states(id)).toEqual(['1 good', '2 good', '3 ordered', '4 defective']);
  });

  it('says all that is wrong with a count', async () => {
    const { id } = await printing(4);
    const cases = [
      [{ ordered: 4, good: 0, defective: 0 }, 400, ['nothing_counted']],
      [{ ordered: 4, good: 1, defective: 2, defectiveNumbers: [1] }, 400, ['numbers_do_not_match']],
      [{ ordered: 4, good: 1, defective: 2, defectiveNumbers: [1, 1] }, 400, ['numbers_do_not_match']],
      [{ ordered: 4, good: 1, defective: 1, defectiveNumbers: [39] }, 400, ['numbers_not_awaited']],
      [{ ordered: 4, good: 3, defective: 2 }, 422, ['more_than_ordered', 'outstanding']],
      [{ ordered: 9, good: 1, defective: 0 }, 422, ['ordered']],
      [{ ordered: 4, good: -1, defective: 0 }, 400, null],
      [{ ordered: 4, good: '4', defective: 0 }, 400, null],
      [{ good: 4 }, 400, null],
    ] as const;
    for (const [delivery, status, codes] of cases) {
      const { body } = await count(id, delivery).expect(status);
      if (codes) expect(body.reasons.map((reason: { code: string }) => reason.code)).toEqual(codes);
    }
    expect(await states(id)).toEqual(['1 ordered', '2 ordered', '3 ordered', '4 ordered']);
    await count('0193e5a0-0000-7000-8000-000000000000', { ordered: 1, good: 1, defective: 0 }).expect(404);
    await count('one', { ordered: 1, good: 1, defective: 0 }).expect(400);
  });

  it('keeps deliveries as they were counted, and who counted them', async () => {
    const { id } = await printing(2);
    await count(id, { ordered: 2, good: 2, defective: 0 }).expect(201);
    await expect(shop.deps.db.deleteFrom('print_deliveries').execute()).rejects.toThrow('append-only');
    const acts = await shop.deps.db
      .selectFrom('audit_log')
      .selectAll()
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    expect(acts.at(-1)).toMatchObject({ act: 'count-delivery', actor_id: operator.id, details: { good: 2 } });
  });

  it('sends an order once all its pieces are good, tells the buyer, and does it once', async () => {
    const { id, orders, run, buyer } = await printing(4);
    const order = orders[0]!;
    const early = await send(order.id).expect(409);
    expect(early.body).toMatchObject({
      code: 'order_not_sendable',
      reasons: [{ code: 'not_printed', field: 'pieces', detail: '2, 3, 4' }],
    });
    await count(id, { ordered: 4, good: 3, defective: 1, defectiveNumbers: [3] }).expect(201);
    expect((await send(order.id).expect(409)).body.reasons[0].detail).toBe('3');
    const again = await operator.post(`/api/runs/${run.slug}/print-orders`).expect(201);
    await count(again.body.id, { ordered: 1, good: 1, defective: 0 }).expect(201);

    const sent = await send(order.id, { tracking: ' 6A1234 ' }).expect(200);
    expect(sent.body).toMatchObject({ state: 'sent', tracking: '6A1234', buyer: { email: buyer.email } });
    expect((await send(order.id, { tracking: '6A1234' }).expect(200)).body).toEqual(sent.body);
    const other = await send(order.id, { tracking: 'another' }).expect(409);
    expect(other.body.reasons).toEqual([{ code: 'not_paid', field: 'state', detail: 'sent' }]);

    const { body } = await shop.visitor.get(`/api/demo/mail?to=${encodeURIComponent(buyer.email)}`);
    const mails = body.items.filter((mail: { template: string }) => mail.template === 'order-sent');
    expect(mails).toHaveLength(1);
    expect(mails[0].subject).toBe('Les pièces 2, 3 et 4 sur 40 sont parties');
    expect(mails[0].text).toContain('Suivi\u00a0: 6A1234');
    const acts = await shop.deps.db.selectFrom('audit_log').selectAll().where('subject_id', '=', order.id).execute();
    expect(acts).toHaveLength(1);
    expect((await buyer.get(`/api/orders/${order.id}`)).body).toMatchObject({ state: 'sent', tracking: '6A1234' });
  });

  it('says “La pièce 1 sur 40 est partie” to its designer, once the address is known', async () => {
    const { id, run } = await printing(1);
    await count(id, { ordered: 1, good: 1, defective: 0 }).expect(201);
    const mine = (await run.designer.get('/api/orders')).body.items[0];
    expect(mine.pieces[0]).toMatchObject({ number: 1, size: 'M', cut: 'straight' });
    await shop.deps.db.updateTable('orders').set({ address: null }).where('id', '=', mine.id).execute();
    expect((await send(mine.id).expect(409)).body.reasons).toEqual([{ code: 'address_missing', field: 'address' }]);
    await authorsSize(shop, run);
    await send(mine.id).expect(200);
    const { body } = await shop.visitor.get(`/api/demo/mail?to=${encodeURIComponent(run.designer.email)}`);
    expect(body.items[0].subject).toBe('La pièce 1 sur 40 est partie');
  });

  it('lets only operators send, and only what is paid', async () => {
    const { orders, buyer, run } = await printing(4);
    const path = `/api/orders/${orders[0]?.id}/shipment`;
    await shop.visitor.post(path, {}).expect(401);
    await buyer.post(path, {}).expect(403);
    const held = (await order(buyer, run as OpenedRun).expect(201)).body.order;
    expect((await send(held.id).expect(409)).body.reasons).toEqual([
      { code: 'not_paid', field: 'state', detail: 'held' },
    ]);
    await send('0193e5a0-0000-7000-8000-000000000000').expect(404);
    await send(orders[0]!.id, { tracking: 7 }).expect(400);
  });
});
