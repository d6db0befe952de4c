import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChaosShop, openChaosShop } from '../../scripts/chaos/shop.ts';

describe('the jobs of a shop whose database falls', () => {
  let shop: ChaosShop;
  beforeAll(async () => {
    shop = await openChaosShop({});
  }, 90_000);
  afterAll(() => shop?.close(), 30_000);

  const add = () => shop.ask(`select graphile_worker.add_job('expire-deals', '{}'::json) from generate_series(1, 4)`);
  const left = async () =>
    (await shop.ask(`select from graphile_worker.jobs where task_identifier = 'expire-deals'`)).length;

  it('go on by themselves, in the same process, when it falls as one is written down as done', async () => {
    await shop.ask(`
      create function wait_for_the_fall() returns trigger language plpgsql as $$
      begin
        perform pg_sleep(60);
        return null;
      end $$;
      create trigger wait_for_the_fall after delete on graphile_worker._private_jobs
      for each statement execute function wait_for_the_fall()`);
    await add();
    const ending = () => shop.ask(`select from pg_stat_activity where wait_event = 'PgSleep'`);
    await expect.poll(async () => (await ending()).length, { timeout: 20_000 }).toBeGreaterThan(0);
    await shop.killPostgres(100);
    await shop.ask('drop trigger wait_for_the_fall on graphile_worker._private_jobs');
    await add();
    await expect.poll(left, { timeout: 45_000, interval: 200 }).toBe(0);
    expect(shop.worker.fell()).toBe(0);
    expect(shop.api.fell()).toBe(0);
  }, 90_000);
});
