import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorsSize, buy, expectSound, openRun, openRuns, order, piece } from '../../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

describe('ordering prints', () => {
  let shop: TestShop;
  let operator: SignedIn;
  let buyer: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator();
    buyer = await shop.member();
  });
  afterAll(() => shop.close());

  const print = (run: { slug: string }) => operator.post(`/api/runs/${run.slug}/print-orders`);
  const need = async (run: { slug: string }) =>
    (await operator.get(`/api/runs/${run.slug}/print-need`).expect(200)).body;

  it('needs what is sold, by fabric, cut and size, and nothing that is only held', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run, { size: 'L', cut: 'straight' });
    await buy(buyer, run, [piece({ size: 'M' }), piece({ size: 'M' }), piece({ size: 'XS', cut: 'fitted' })]);
    await order(buyer, run, { pieces: [piece({ size: 'S' })] }).expect(201);
    const none = { XS: 0, S: 0, M: 0, L: 0, XL: 0, '2XL': 0, '3XL': 0 };
    expect(await need(run)).toEqual({
      run: run.slug,
      title: run.design.title,
      matrix: [
        { fabric: 'blanc', cut: 'straight', sizes: { ...none, M: 2, L: 1 }, total: 3 },
        { fabric: 'blanc', cut: 'fitted', sizes: { ...none, XS: 1 }, total: 1 },
      ],
      pieces: 4,
      wished: {},
      leftOut: [],
      blockers: [],
    });
  });

  const unsized = { code: 'size_missing', field: 'pieces', detail: '1' };

  it('goes without a piece that has no size, says so, and takes it alone later', async () => {
    const run = await openRun(shop);
    await buy(buyer, run, [piece({ size: 'S' }), piece({ size: 'XL' })]);
    expect(await need(run)).toMatchObject({ pieces: 2, leftOut: [unsized], blockers: [] });
    const { body: first } = await print(run).expect(201);
    expect(first).toMatchObject({ number: 1, pieces: 2, leftOut: [unsized] });
    const numbersOf = (id: string) =>
      shop.deps.db.selectFrom('print_order_pieces').select('number').where('print_order_id', '=', id).execute();
    expect(await numbersOf(first.id)).toEqual([{ number: 2 }, { number: 3 }]);
    const acts = await shop.deps.db.selectFrom('audit_log').selectAll().where('subject_id', '=', first.id).execute();
    expect(acts).toMatchObject([{ act: 'order-print', details: { pieces: 2, leftOut: [1] } }]);

    // What waits is told as long as it waits; nothing else is left to order.
    expect(await need(run)).toMatchObject({ pieces: 0, leftOut: [unsized], blockers: [unsized] });
    const { body: refused } = await print(run).expect(409);
    expect(refused).toMatchObject({ code: 'sizes_missing', reasons: [unsized] });

    await authorsSize(shop, run);
    expect(await need(run)).toMatchObject({ pieces: 1, leftOut: [], blockers: [] });
    const { body: second } = await print(run).expect(201);
    expect(second).toMatchObject({ number: 2, pieces: 1, leftOut: [] });
    expect(await numbersOf(second.id)).toEqual([{ number: 1 }]);
  });

  it('is not what the desk waits for while no size is known', async () => {
    const waiting = async () => (await operator.get('/api/desk').expect(200)).body.piecesToPrint as number;
    const before = await waiting();
    const run = await openRun(shop);
    expect(await waiting()).toBe(before);
    await authorsSize(shop, run);
    expect(await waiting()).toBe(before + 1);
    await print(run).expect(201);
    expect(await waiting()).toBe(before);
  });

  it('tells each buyer since when their pieces are being printed', async () => {
    const run = await openRun(shop);
    const { id } = await buy(buyer, run, [piece(), piece()]);
    const shown = async () => (await buyer.get(`/api/orders/${id}`).expect(200)).body;
    expect((await shown()).printingSince).toBeNull();
    const { body: printed } = await print(run).expect(201);
    expect(await shown()).toMatchObject({ state: 'paid', printingSince: printed.orderedAt });
    const later = await buy(buyer, run);
    const { body } = await buyer.get('/api/orders').expect(200);
    const since = new Map(
      body.items.map((one: { id: string; printingSince: string | null }) => [one.id, one.printingSince]),
    );
    expect([since.get(id), since.get(later.id)]).toEqual([printed.orderedAt, null]);

    // Both come back defective: nothing of the order is being printed until it is ordered anew.
    await operator
      .post(`/api/print-orders/${printed.id}/deliveries`, { ordered: 2, good: 0, defective: 2 })
      .expect(201);
    expect((await shown()).printingSince).toBeNull();
    const { body: again } = await print(run).expect(201);
    expect(again).toMatchObject({ number: 2, pieces: 3 });
    expect((await shown()).printingSince).toBe(again.orderedAt);
  });

  it('orders all that is needed, once; what is sold later goes into the next order', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run);
    await buy(buyer, run, [piece({ size: 'S' }), piece({ size: '3XL' })]);
    const { body } = await print(run).expect(201);
    expect(body).toMatchObject({
      run: run.slug,
      number: 1,
      title: run.design.title,
      state: 'ordered',
      pieces: 3,
      good: 0,
      defective: 0,
      packet: { state: 'preparing', url: null, sha256: null, bytes: null },
      deliveries: [],
    });
    const again = await print(run).expect(409);
    expect(again.body).toMatchObject({ code: 'nothing_to_print', reasons: [{ code: 'nothing_to_print' }] });
    await buy(buyer, run);
    expect((await print(run).expect(201)).body).toMatchObject({ number: 2, pieces: 1 });
    expect(await need(run)).toMatchObject({ pieces: 0, blockers: [{ code: 'nothing_to_print' }] });
  });

  it('makes one order when eight operators ask at once', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run);
    const answers = await Promise.all(Array.from({ length: 8 }, () => print(run)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(7).fill(409)]);
    for (const answer of answers) {
      if (answer.status === 409) expect(answer.body.code).toBe('nothing_to_print');
    }
    const rows = await shop.deps.db.selectFrom('print_orders').select('number').where('run_id', '=', run.id).execute();
    expect(rows).toEqual([{ number: 1 }]);
  });

  it('covers every sold piece once while buyers pay and operators order', async () => {
    const run = await openRun(shop, { size: 40 });
    await authorsSize(shop, run);
    const buyers = Promise.all(Array.from({ length: 20 }, async () => buy(await shop.member(), run)));
    const operators = Promise.all(Array.from({ length: 6 }, () => print(run)));
    await Promise.all([buyers, operators]);
    const last = await print(run);
    expect([201, 409]).toContain(last.status);
    expect(await need(run)).toMatchObject({ pieces: 0 });
    const rows = await shop.deps.db
      .selectFrom('print_order_pieces')
      .select('number')
      .where('run_id', '=', run.id)
      .orderBy('number')
      .execute();
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    await expectSound(shop);
  });

  it('writes who ordered what into the audit log', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run);
    const { body } = await print(run).expect(201);
    const acts = await shop.deps.db.selectFrom('audit_log').selectAll().where('subject_id', '=', body.id).execute();
    expect(acts).toMatchObject([
      { act: 'order-print', actor_id: operator.id, details: { run: run.slug, number: 1, pieces: 1 } },
    ]);
  });

  it('lists print orders newest first, of one run or of all, page by page', async () => {
    const runs = await openRuns(shop, { winners: 26, size: 2 });
    for (const run of runs) {
      await authorsSize(shop, run);
      await print(run).expect(201);
    }
    const first = (await operator.get('/api/print-orders').expect(200)).body;
    expect(first.items).toHaveLength(24);
    expect(first.items[0].run).toBe(runs.at(-1)?.slug);
    const second = (await operator.get(`/api/print-orders?cursor=${first.nextCursor}`).expect(200)).body;
    expect(second.items[1].run).toBe(runs[0]?.slug);
    const one = (await operator.get(`/api/print-orders?run=${runs[3]?.slug}`).expect(200)).body;
    expect(one.items.map((item: { run: string }) => item.run)).toEqual([runs[3]?.slug]);
    await operator.get('/api/print-orders?cursor=9').expect(400);
  });

  it('is for operators', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run);
    const { body } = await print(run).expect(201);
    const calls = [
      ['get', `/api/runs/${run.slug}/print-need`],
      ['post', `/api/runs/${run.slug}/print-orders`],
      ['get', '/api/print-orders'],
      ['get', `/api/print-orders/${body.id}/packet`],
      ['post', `/api/print-orders/${body.id}/deliveries`],
    ] as const;
    for (const [method, path] of calls) {
      expect((await shop.visitor[method](path).expect(401)).body.code).toBe('not_signed_in');
      expect((await run.designer[method](path).expect(403)).body.code).toBe('not_allowed');
    }
    await operator.get('/api/runs/2019-01/print-need').expect(404);
    await operator.post('/api/runs/2019-01/print-orders').expect(404);
    await operator.post('/api/runs/first/print-orders').expect(400);
  });

  it('does not let the designer change a size that is being printed', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run, { size: 'M', cut: 'straight' });
    await authorsSize(shop, run, { size: 'L', cut: 'fitted' });
    await print(run).expect(201);
    await authorsSize(shop, run, { size: 'L', cut: 'fitted' });
    await expect(authorsSize(shop, run, { size: 'S', cut: 'fitted' })).rejects.toMatchObject({ code: 'shirt_printed' });
  });
});
