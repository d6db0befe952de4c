import { createDatabase } from '@fraisier/server/platform/db/database.ts';
import { toProblem } from '@fraisier/server/platform/http/problem-handler.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type TestShop } from '../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

it('who gets no connection in time is told that the shop is busy, and who comes later is served', async () => {
  const { db, pool } = createDatabase(shop.deps.config.databaseUrl, 1);
  expect(pool.options.connectionTimeoutMillis).toBe(30_000);
  const read = () => sql<{ one: number }>`select 1 as one`.execute(db);
  const held = await pool.connect();
  pool.options.connectionTimeoutMillis = 50;
  const refused = await read().catch((error: unknown) => error);
  expect(toProblem(refused).code).toBe('unavailable');
  held.release();
  expect((await read()).rows).toEqual([{ one: 1 }]);
  await db.destroy();
});
