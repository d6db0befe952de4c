import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, openRun, openRuns, order, piece } from '../../support/runs.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

describe('runs', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('numbers a run from 1 to N and keeps number 1 for its designer', async () => {
    const run = await openRun(shop, { size: 20 });
    const { body } = await shop.visitor.get(`/api/runs/${run.slug}`).expect(200);
    expect(body).toMatchObject({
      slug: run.slug,
      size: 20,
      sold: 1,
      held: 0,
      free: 19,
      nextNumber: 2,
      pieces: `s${'f'.repeat(19)}`,
      price: { amount: 2400, currency: 'EUR' },
      shipping: { amount: 450, currency: 'EUR' },
      vatRateBp: 2000,
      piecesPerOrder: 3,
      fabrics: ['blanc'],
      cuts: ['straight', 'fitted'],
      sizes: ['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'],
      state: 'open',
    });
    expect(body.design).toMatchObject({ id: run.design.id, designer: { id: run.designer.id, name: 'Designer 0' } });
    await expectSound(shop);
  });

  it('prints the very artwork that was voted on, and keeps its hash', async () => {
    const run = await openRun(shop);
    const row = await shop.deps.db
      .selectFrom('runs')
      .innerJoin('artworks', 'artworks.id', 'runs.artwork_id')
      .select(['artwork_sha256', 'artworks.sha256', 'artworks.id'])
      .where('runs.id', '=', run.id)
      .executeTakeFirstOrThrow();
    expect(row.id).toBe(run.design.artworkId);
    expect(row.artwork_sha256.equals(row.sha256)).toBe(true);
  });

  it('gives each of several winners a run of its own, named in order of place', async () => {
    const runs = await openRuns(shop, { winners: 11 });
    const round = runs[0]!.slug;
    expect(runs.map((run) => run.slug)).toEqual([
      round,
      ...Array.from({ length: 10 }, (_, index) => `${round}-${index + 2}`),
    ]);
    for (const run of runs) await shop.visitor.get(`/api/runs/${run.slug}`).expect(200);
  });

  it('gives the designer an order for number 1, free, paid, without a size', async () => {
    const run = await openRun(shop);
    const { body } = await run.designer.get('/api/orders').expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      run: run.slug,
      kind: 'author',
      state: 'paid',
      pieces: [{ number: 1, size: null, cut: null, fabric: 'blanc', label: null }],
      total: { amount: 0 },
      invoice: null,
      payUrl: null,
    });
  });

  it('shows what is held, and the number that comes next', async () => {
    const run = await openRun(shop, { size: 5 });
    const buyer = await shop.member();
    await order(buyer, run, { pieces: [piece(), piece()] }).expect(201);
    const { body } = await shop.visitor.get(`/api/runs/${run.slug}`).expect(200);
    expect(body).toMatchObject({ held: 2, sold: 1, free: 2, nextNumber: 4, pieces: 'shhff' });
  });

  it('has no next number once every piece is taken', async () => {
    const run = await openRun(shop, { size: 2 });
    await order(await shop.member(), run).expect(201);
    const { body } = await shop.visitor.get(`/api/runs/${run.slug}`).expect(200);
    expect(body).toMatchObject({ free: 0, nextNumber: null, pieces: 'sh' });
  });

  it('lists runs newest first, page by page', async () => {
    await openRuns(shop, { winners: 26, size: 2 });
    const first = await shop.visitor.get('/api/runs').expect(200);
    expect(first.body.items).toHaveLength(24);
    const second = await shop.visitor.get(`/api/runs?cursor=${first.body.nextCursor}`).expect(200);
    const slugs = [...first.body.items, ...second.body.items].map((run: { slug: string }) => run.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    const { rows } = { rows: await shop.deps.db.selectFrom('runs').select('slug').orderBy('id', 'desc').execute() };
    expect(slugs).toEqual(rows.map((row) => row.slug).slice(0, slugs.length));
  });

  it('refuses a cursor that is none, and a run that there is not', async () => {
    expect((await shop.visitor.get('/api/runs?cursor=nonsense').expect(400)).body.code).toBe('bad_input');
    expect((await shop.visitor.get('/api/runs/2019-01').expect(404)).body.code).toBe('not_found');
    expect((await shop.visitor.get('/api/runs/december').expect(400)).body.code).toBe('bad_input');
  });
});
