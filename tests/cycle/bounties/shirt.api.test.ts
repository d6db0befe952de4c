import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReady, payeeOf, type Won, winTogether } from '../../support/bounties.ts';
import { address } from '../../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

describe('the winner’s own shirt', () => {
  let shop: TestShop;
  let won: Won[];
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    won = await winTogether(shop, 3);
    operator = await shop.operator();
  });
  afterAll(() => shop.close());

  const shirtAt = (bounty: string) => `/api/bounties/${bounty}/shirt`;
  const fitted = { size: 'L', cut: 'fitted' };
  const shirtOf = async ({ winner, bounty }: Won) => (await winner.get(`/api/bounties/${bounty}`).expect(200)).body;
  const runOf = async (one: Won): Promise<string> => {
    const { shirt } = await shirtOf(one);
    return (await one.winner.get(`/api/orders/${shirt.order}`).expect(200)).body.run;
  };

  it('changes after the contract is accepted, and the contract, the name and the account do not', async () => {
    const one = won[0]!;
    const accepted = await makeReady(one, { shirt: { size: 'M', cut: 'straight' }, address });
    const { body } = await one.winner
      .put(shirtAt(one.bounty), { ...fitted, address: { ...address, city: 'Pantin' } })
      .expect(200);
    expect(body).toEqual({ ...accepted, shirt: { ...accepted.shirt, ...fitted } });
    expect(body.shirt.printingSince).toBeNull();
    const { body: order } = await one.winner.get(`/api/orders/${body.shirt.order}`).expect(200);
    expect(order).toMatchObject({ pieces: [{ number: 1, ...fitted }], address: { city: 'Pantin' } });
    // Without an address the one that was given stays.
    await one.winner.put(shirtAt(one.bounty), { size: 'S', cut: 'fitted' }).expect(200);
    expect((await one.winner.get(`/api/orders/${body.shirt.order}`)).body.address.city).toBe('Pantin');
    const frozen = await one.winner.put(`/api/bounties/${one.bounty}/payee`, payeeOf()).expect(409);
    expect(frozen.body.code).toBe('iban_locked');
  });

  it('is printed as it was last chosen, and stands from then on', async () => {
    const one = won[0]!;
    await one.winner.put(shirtAt(one.bounty), fitted).expect(200);
    const { body: printed } = await operator.post(`/api/runs/${await runOf(one)}/print-orders`).expect(201);
    expect(printed.matrix).toMatchObject([{ cut: 'fitted', sizes: { L: 1 }, total: 1 }]);
    const { body: refused } = await one.winner.put(shirtAt(one.bounty), { size: 'M', cut: 'fitted' }).expect(409);
    expect(refused).toMatchObject({
      code: 'shirt_printed',
      reasons: [{ code: 'shirt_printed', field: '/size', detail: '1' }],
    });
    expect((await shirtOf(one)).shirt).toMatchObject({ ...fitted, printingSince: printed.orderedAt });
    // The same choice again is no change; the address may still be put right.
    const moved = { ...address, city: 'Lille' };
    await one.winner.put(shirtAt(one.bounty), { ...fitted, address: moved }).expect(200);
  });

  it('waits for a print order that is being made, and is then refused', async () => {
    const one = won[1]!;
    await makeReady(one, { shirt: { size: 'M', cut: 'straight' }, address });
    const run = await runOf(one);
    const client = await shop.pool.connect();
    try {
      await client.query('begin');
      await client.query('select id from runs where slug = $1 for no key update', [run]);
      let answered = false;
      const asked = one.winner.put(shirtAt(one.bounty), fitted).then((answer) => {
        answered = true;
        return answer;
      });
      await expect.poll(waiting(shop), { timeout: 5000 }).toBe(1);
      expect(answered).toBe(false);
      await client.query(
        `with made as (
          insert into print_orders (run_id, number, matrix, pieces, artwork_sha256, ordered_by)
          select id, 1, '[]', 1, artwork_sha256, $2 from runs where slug = $1 returning id, run_id
        ) insert into print_order_pieces (print_order_id, run_id, number, size, cut, fabric)
          select made.id, pieces.run_id, pieces.number, pieces.size, pieces.cut, pieces.fabric
          from made join pieces using (run_id) where number = 1`,
        [run, operator.id],
      );
      await client.query('commit');
      expect((await asked).body.code).toBe('shirt_printed');
      expect((await shirtOf(one)).shirt).toMatchObject({ size: 'M', cut: 'straight' });
    } finally {
      client.release();
    }
  });

  it('comes in what its run comes in', async () => {
    const one = won[2]!;
    const run = await runOf(one);
    await shop.pool.query("update runs set cuts = '{straight}', sizes = '{S,M}' where slug = $1", [run]);
    const { body } = await one.winner.put(shirtAt(one.bounty), fitted).expect(422);
    expect(body).toMatchObject({
      code: 'option_unknown',
      reasons: [
        { field: '/size', detail: 'L' },
        { field: '/cut', detail: 'fitted' },
      ],
    });
    await one.winner.put(shirtAt(one.bounty), { size: 'XXS', cut: 'straight' }).expect(400);
    await one.winner.put(shirtAt(one.bounty), {}).expect(400);
    await one.winner.put(shirtAt(one.bounty), { size: 'S', cut: 'straight' }).expect(200);
  });

  it('is its winner’s alone to choose', async () => {
    const { bounty } = won[2]!;
    await shop.visitor.put(shirtAt(bounty), fitted).expect(401);
    for (const person of [won[0]!.winner, operator, await shop.member()]) {
      await person.put(shirtAt(bounty), fitted).expect(404);
    }
    await won[2]!.winner.put(shirtAt('0198c0de-0000-7000-8000-000000000000'), fitted).expect(404);
  });
});

/** How many sessions of this database wait for a lock. */
function waiting(shop: TestShop): () => Promise<number> {
  return async () => {
    const { rows } = await shop.pool.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows[0]!.count;
  };
}
