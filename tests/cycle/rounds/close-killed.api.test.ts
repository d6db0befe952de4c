import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveToCounted, type Month } from '../../support/month.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let month: Month;
/** Its database is the shop's; its connection is not one of the shop's, so it lives when they are killed. */
let keeper: Client;
beforeAll(async () => {
  shop = await openShop();
  month = await liveToCounted(shop, { designs: 3, plan: { runSize: 5 } });
  keeper = new Client({ connectionString: shop.deps.config.databaseUrl });
  await keeper.connect();
  await keeper.query(`
    create function wait_here() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(4242);
      return null;
    end
    $$`);
});
afterAll(async () => {
  await keeper.end();
  await shop.close();
});

/** Every step of the close that writes, in its order, with what is done there. */
const steps: readonly (readonly [step: string, event: string, table: string])[] = [
  ['the closing', 'insert', 'round_closings'],
  ['the winners', 'insert', 'round_winners'],
  ['the bounty', 'insert', 'bounties'],
  ['the ledger', 'insert', 'ledger_transactions'],
  ['its entries', 'insert', 'ledger_entries'],
  ['the mail to the winner', 'insert', 'mails'],
  ['the run', 'insert', 'runs'],
  ['the pieces', 'insert', 'pieces'],
  ['the designer’s own shirt', 'insert', 'orders'],
  ['the letters', 'insert', 'letters'],
  ['the line of the log', 'insert', 'ballot_log'],
  ['the phase', 'update', 'rounds'],
  ['the audit', 'insert', 'audit_log'],
  ['the jobs that follow', 'insert', 'graphile_worker._private_jobs'],
];

/** All that a close leaves behind, anywhere. */
async function traces(): Promise<Record<string, number>> {
  const { rows } = await keeper.query(
    `select
      (select count(*) from round_closings)::int as closings,
      (select count(*) from round_winners)::int as winners,
      (select count(*) from bounties)::int as bounties,
      (select count(*) from ledger_transactions where cause like 'bounty:%')::int as booked,
      (select count(*) from runs)::int as runs,
      (select count(*) from pieces)::int as pieces,
      (select count(*) from orders)::int as orders,
      (select count(*) from ballot_log where kind = 'close')::int as lines,
      (select count(*) from audit_log where act = 'close-round')::int as audited,
      (select count(*) from letters)::int as letters,
      (select count(*) from mails where template = 'bounty-won')::int as mails,
      (select count(*) from graphile_worker.jobs where task_identifier in ('write-letters', 'make-bundle'))::int as jobs,
      (select coalesce(sum(amount_cents), 0) from ledger_entries)::int as "outOfBalance"`,
  );
  return rows[0];
}
const nothing = {
  closings: 0,
  winners: 0,
  bounties: 0,
  booked: 0,
  runs: 0,
  pieces: 0,
  orders: 0,
  lines: 0,
  audited: 0,
  letters: 0,
  mails: 0,
  jobs: 0,
  outOfBalance: 0,
};
const once = { ...nothing, closings: 1, winners: 1, bounties: 1, booked: 1, runs: 1, pieces: 5, orders: 1 };

const phase = async () => (await shop.visitor.get(`/api/rounds/${month.slug}`).expect(200)).body.phase;
const close = () => month.operator.post(`/api/rounds/${month.slug}/close`, {});

/** Lets the close come to that step, where it waits; gives the backend that waits, and the answer to come. */
async function comeTo(event: string, table: string) {
  await keeper.query('select pg_advisory_lock(4242)');
  await keeper.query(
    `create trigger wait_here after ${event} on ${table} for each statement execute function wait_here()`,
  );
  const answer = close().then((response) => response);
  const waiting = async (): Promise<number | undefined> => {
    const { rows } = await keeper.query(
      `select pid from pg_locks where locktype = 'advisory' and objid = 4242 and not granted`,
    );
    return rows[0]?.pid;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBeDefined();
  return { pid: await waiting(), answer };
}

async function goOn(table: string): Promise<void> {
  await keeper.query('select pg_advisory_unlock(4242)');
  await keeper.query(`drop trigger wait_here on ${table}`);
}

describe('a close whose connection is killed', () => {
  it.each(steps)(
    'after %s leaves nothing, says that it is not done, and can be asked again',
    async (_, event, table) => {
      const { pid, answer } = await comeTo(event, table);
      await keeper.query('select pg_terminate_backend($1)', [pid]);
      const { status, body } = await answer;
      expect([status, body.code]).toEqual([503, 'unavailable']);
      await goOn(table);
      expect(await traces()).toEqual(nothing);
      expect(await phase()).toBe('counted');
      const { body: dryRun } = await month.operator.get(`/api/rounds/${month.slug}/count`).expect(200);
      expect(dryRun.blockers).toEqual([]);
    },
  );

  it('is closed once by the second of two operators, when the first one’s connection dies in the middle', async () => {
    const { pid, answer } = await comeTo('insert', 'runs');
    const colleague = await shop.operator();
    const second = colleague.post(`/api/rounds/${month.slug}/close`, {}).then((response) => response);
    await keeper.query('select pg_terminate_backend($1)', [pid]);
    await goOn('runs').catch(async () => {
      // The second one writes runs by now: the trigger goes once it is done.
      await second;
      await keeper.query('drop trigger if exists wait_here on runs');
    });
    expect((await answer).status).toBe(503);
    const done = await second;
    expect(done.status).toBe(200);
    expect(await phase()).toBe('decided');
    expect(await traces()).toMatchObject({ ...once, lines: 1, audited: 1, letters: 3, mails: 1, jobs: 2 });
    // The first one asks again, and gets the second one's answer.
    expect((await close().expect(200)).body).toEqual(done.body);
    expect(await traces()).toMatchObject({ ...once, lines: 1, audited: 1, letters: 3, mails: 1, jobs: 2 });
  });

  it('keeps what it made: nothing of it is changed, deleted or emptied', async () => {
    const tables = [
      'round_closings',
      'round_winners',
      'round_counts',
      'finalists',
      'passed_over',
      'ballot_log',
      'ledger_transactions',
      'ledger_entries',
      'audit_log',
      'letters',
    ];
    for (const table of tables) {
      const { rows } = await keeper.query(
        `select column_name as name from information_schema.columns where table_name = $1 limit 1`,
        [table],
      );
      for (const change of [
        `update ${table} set ${rows[0].name} = ${rows[0].name}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(keeper.query(change), change).rejects.toThrow(/append-only/);
      }
    }
    for (const change of [
      'update runs set size = size + 1',
      `update runs set design_id = (select id from designs where id not in (select design_id from runs) limit 1)`,
      `update runs set artwork_sha256 = sha256('another')`,
      'update pieces set number = number + 100',
      'delete from runs',
      'delete from pieces where number = 2',
      'truncate runs cascade',
      'truncate pieces cascade',
    ]) {
      await expect(keeper.query(change), change).rejects.toThrow(/keeps what the close made/);
    }
    for (const change of [
      `update rounds set decided_at = now()`,
      `update rounds set bounty_cents = bounty_cents + 1`,
      `update rounds set phase = 'counted', decided_at = null`,
      'delete from rounds',
      'truncate rounds cascade',
    ]) {
      await expect(keeper.query(change), change).rejects.toThrow(/decided|append-only/);
    }
  });
});

describe('a counted round', () => {
  it('goes to no phase before, nor to a cancellation, whoever writes it', async () => {
    const later = await liveToCounted(shop, { slug: '2029-03', designs: 2, voters: 1 });
    for (const wrong of ['planned', 'voting', 'frozen', 'cancelled']) {
      const change = `update rounds set phase = '${wrong}' where slug = '${later.slug}'`;
      await expect(keeper.query(change), change).rejects.toThrow(/2029-03/);
    }
  });
});
