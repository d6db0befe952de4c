import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { sql } from 'kysely';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ibans, listenTo, payeeOf, setDebtor, winTogether } from '../../support/bounties.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

describe("a winner's IBAN", () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('stands in the bank file alone: in no answer, log line, mail, audit entry or readable column', async () => {
    const [won] = await winTogether(shop, 1);
    const { winner, bounty } = won!;
    const operator = await shop.operator();
    await setDebtor(shop);
    const { app, lines } = await listenTo(shop);
    const answers: string[] = [];
    const call = async (who: { cookie: string }, method: 'get' | 'put' | 'post', path: string, body?: object) => {
      const request = supertest(app.server)[method](path).set('cookie', who.cookie);
      const answer = await (body ? request.send(body) : request);
      if (!path.endsWith('/file')) answers.push(JSON.stringify(answer.body));
      return answer;
    };
    const base = `/api/bounties/${bounty}`;
    const typed = 'FR76 3000 1007 9412 3456 7890 185';
    const wrong = 'FR7630001007941234567890186';
    await call(winner, 'put', `${base}/payee`, payeeOf({ iban: wrong }));
    await call(winner, 'put', `${base}/payee`, payeeOf({ iban: typed, unknown: ibans.fr }));
    const given = await call(winner, 'put', `${base}/payee`, payeeOf({ iban: typed }));
    await call(winner, 'post', `${base}/contract`, { sha256: given.body.contract.sha256 });
    const payout = (await call(operator, 'post', '/api/bounties/payouts', {})).body as Payout;
    expect(payout.payments).toHaveLength(1);
    const file = await call(operator, 'get', `/api/bounties/payouts/${payout.id}/file`);
    expect(file.status).toBe(200);
    await call(operator, 'post', `/api/bounties/payouts/${payout.id}/payments/${payout.payments[0]!.id}/settlement`, {
      outcome: 'failed',
      reason: `AC01 ${typed} unknown`,
    });
    // A sealed account that does not open breaks the export: what is logged then is no more than that.
    await sql`update bounties set iban_sealed = set_byte(iban_sealed, 30, get_byte(iban_sealed, 30) # 1)
      where id = ${bounty}`.execute(shop.deps.db);
    expect((await call(operator, 'post', '/api/bounties/payouts', {})).status).toBe(500);
    expect(lines.join()).toContain('request failed');
    await call(winner, 'put', `${base}/payee`, payeeOf({ iban: ibans.de }));
    for (const path of [base, '/api/bounties', '/api/bounties/payouts', '/api/ledger', '/api/audit']) {
      expect((await call(operator, 'get', path)).status, path).toBe(200);
    }
    await shop.runJobs();
    await app.close();

    expect(answers.length).toBeGreaterThan(10);
    expect(answers.join()).toContain('FR•• … 0185');
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'shop_settings'`.execute(
      shop.deps.db,
    );
    const stored: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
        shop.deps.db,
      );
      stored.push(...rows.map((row) => row.row));
    }
    const { rows: jobs } = await sql<{
      row: string;
    }>`select t::text as row from graphile_worker._private_jobs t`.execute(shop.deps.db);
    stored.push(...jobs.map((row) => row.row));
    expect(stored.join()).toContain('0185');
    for (const secret of [ibans.fr, ibans.de, wrong]) {
      const core = secret.slice(4, -4);
      for (const [where, texts] of Object.entries({ answers, lines, stored })) {
        const found = texts.filter((text) => text.replace(/[\s.-]/g, '').includes(core));
        expect(found, where).toEqual([]);
      }
    }
  });
});
