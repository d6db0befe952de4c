import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { expect, test } from 'vitest';
import { invalidate, keyOf, makeQueryClient, queryOf } from '../../web/src/platform/query.ts';

test('what an act makes stale stays stale when its first read, still under way, comes in later', async () => {
  let answer = (_body: unknown) => {};
  const body = new Promise<unknown>((give) => {
    answer = give;
  });
  const client = makeQueryClient(async () => ({ status: 200, body: await body }));
  const read = client.fetchQuery(queryOf(getShop));

  const done = invalidate(client, getShop);
  answer({ name: 'before the act' });
  expect(await read).toEqual({ name: 'before the act' });
  await done;
  expect(client.getQueryState(keyOf(getShop, {}))?.isInvalidated).toBe(true);
});
