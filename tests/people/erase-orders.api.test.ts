import { forgetLapsedOrders } from '@fraisier/server/cycle/orders/forget-orders.ts';
import { lapseHolds } from '@fraisier/server/cycle/orders/lapse-holds.job.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, buy, openRun, order, piece } from '../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

const erase = (person: SignedIn) => person.delete('/api/me').send({ email: person.email });

describe('erasing an account that has bought and drawn', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('takes addresses, labels and file names with it; an order that lapsed loses them after thirty days by itself', async () => {
    const run = await openRun(shop);
    const buyer = await shop.member({ name: 'Ombeline Quatresous' });
    const to = { ...address, name: 'Ombeline Quatresous', line1: '7 impasse des Quatresous' };
    const pieces = [piece({ label: 'Quatresous' })];
    const soon = (await order(buyer, run, { pieces, to }).expect(201)).body.order.id;
    const orderOf = (id: string) =>
      shop.deps.db
        .selectFrom('orders')
        .select(['state', 'address', 'items'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    const later = async (minutes: number) => shop.setClock(new Date((await shop.now()).getTime() + minutes * 60_000));
    await later(16);
    await lapseHolds(shop.deps);
    await forgetLapsedOrders(shop.deps);
    expect(await orderOf(soon)).toMatchObject({ state: 'lapsed', address: { line1: to.line1 } });
    await later(31 * 24 * 60);
    await forgetLapsedOrders(shop.deps);
    expect(await orderOf(soon)).toMatchObject({ address: null, items: [{ number: 2, size: 'M', label: null }] });

    await order(buyer, run, { pieces, to }).expect(201);
    await later(16);
    await lapseHolds(shop.deps);
    const { id } = await buy(buyer, run, pieces);
    await shop.deps.db.updateTable('orders').set({ state: 'sent' }).where('state', '=', 'paid').execute();
    const designer = await shop.deps.db
      .updateTable('artworks')
      .set({ file_name: 'quatresous-final.png' })
      .where('design_id', '=', run.design.id)
      .returning('id')
      .executeTakeFirstOrThrow();
    await erase(buyer).expect(204);
    const { rows } = await shop.pool.query(
      'select (select count(*) from orders where member_id = $1 and address is not null) + (select count(*) from pieces where label is not null) as left',
      [buyer.id],
    );
    expect(Number(rows[0].left)).toBe(0);
    expect((await orderOf(id)).items).toMatchObject([{ label: null }]);
    await erase(run.designer).expect(204);
    const file = await shop.deps.db
      .selectFrom('artworks')
      .select('file_name')
      .where('id', '=', designer.id)
      .executeTakeFirstOrThrow();
    expect(file.file_name).toBe('');
  });
});
