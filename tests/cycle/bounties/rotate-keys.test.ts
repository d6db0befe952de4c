import { type ChildProcess, spawn } from 'node:child_process';
import { createCipheriv, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { rotateSeals } from '@fraisier/server/cycle/bounties/secrets/rotate-seals.ts';
import { countSeals, sealedColumns } from '@fraisier/server/cycle/bounties/secrets/seals.sql.ts';
import { createSeals } from '@fraisier/server/platform/crypto/seals.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ibans, makeReady, setDebtor, winTogether } from '../../support/bounties.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

const newKey = () => randomBytes(32).toString('base64');
const script = fileURLToPath(new URL('../../../scripts/rotate-keys.ts', import.meta.url));

/** As values were sealed before the key's name stood in them. */
function sealUnnamed(key: string, plain: string, context: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), body]);
}

describe('a sealed value', () => {
  const [first, second] = [newKey(), newKey()];

  it('opens in its own row alone, and not when a byte of it, of its key’s name or of its version is another', () => {
    const seals = createSeals([first]);
    const sealed = seals.seal('FR76', 'bounty:1:iban');
    expect(seals.open(sealed, 'bounty:1:iban')).toBe('FR76');
    expect(() => seals.open(sealed, 'bounty:2:iban')).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => seals.open(changed, 'bounty:1:iban'), `byte ${at}`).toThrow();
    }
    expect(() => seals.open(sealed.subarray(0, 20), 'bounty:1:iban')).toThrow();
  });

  it('opens under an older key that is still given, and not once it is taken out', () => {
    const old = createSeals([first]).seal('FR76', 'row');
    expect(createSeals([second, first]).open(old, 'row')).toBe('FR76');
    expect(() => createSeals([second]).open(old, 'row')).toThrow(/not given/);
    const unnamed = sealUnnamed(first, 'FR76', 'row');
    expect(createSeals([second, first]).open(unnamed, 'row')).toBe('FR76');
    expect(createSeals([first, second]).open(unnamed, 'row')).toBe('FR76');
    expect(() => createSeals([second]).open(unnamed, 'row')).toThrow();
    expect(() => createSeals([first, first])).toThrow(/twice/);
  });
});

describe('changing the key', () => {
  let shop: TestShop;
  let databaseUrl: string;
  beforeAll(async () => {
    shop = await openShop();
    databaseUrl = shop.deps.config.databaseUrl;
  });
  afterAll(() => shop.close());

  const run = (env: Record<string, string>, ...args: string[]): ChildProcess =>
    spawn(process.execPath, [script, ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
    let said = '';
    child.stdout!.on('data', (chunk) => (said += chunk));
    child.stderr!.on('data', (chunk) => (said += chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  }

  it('knows every column that holds sealed values', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea' and column_name like '%sealed%'`.execute(shop.deps.db);
    const known = sealedColumns.map(({ table, column }) => `${table}.${column}`);
    expect(known.toSorted()).toEqual(rows.map((row) => row.name).toSorted());
  });

  it('killed in the middle leaves every value readable, goes on where it was, and then proves that nothing is left', async () => {
    const { db, config } = shop.deps;
    const operator = await shop.operator();
    const [old, fresh] = [config.encryptionKey, newKey()];
    const seals = createSeals([old]);
    const ids = Array.from({ length: 4000 }, () => crypto.randomUUID());
    const sealed = ids.map((id, nth) =>
      (nth % 2 ? seals.seal.bind(seals) : (plain: string, context: string) => sealUnnamed(old, plain, context))(
        `file ${id}`,
        `payout:${id}:file`,
      ),
    );
    await sql`
      insert into payouts (id, message_id, file_sealed, sha256, total_cents, requested_for, created_by)
      select id, 'M-' || left(id::text, 30), sealed, sha256(sealed), 1, '2026-12-01', ${operator.id}
      from unnest(${ids}::uuid[], ${sealed}::bytea[]) as one (id, sealed)`.execute(db);
    const env = { ENCRYPTION_KEY: fresh, OLD_ENCRYPTION_KEYS: old };
    const { mark } = createSeals([fresh]);

    const check = await ended(run(env, '--check'));
    expect(check).toMatchObject({ code: 1 });
    expect(check.said).toContain('4000 of 4000');
    const child = run(env);
    child.stdout!.once('data', () => child.kill('SIGKILL'));
    await once(child, 'close');
    const middle = await countSeals(db, mark);
    expect(middle.old).toBeGreaterThan(0);
    expect(middle.old).toBeLessThan(middle.all);
    const both = createSeals([fresh, old]);
    const rows = await db.selectFrom('payouts').select(['id', 'file_sealed']).execute();
    for (const row of rows) expect(both.open(row.file_sealed, `payout:${row.id}:file`)).toBe(`file ${row.id}`);

    const again = await ended(run(env));
    expect(again).toMatchObject({ code: 0 });
    expect(again.said).toContain('All 4000 sealed values');
    expect(await countSeals(db, mark)).toEqual({ all: 4000, old: 0 });
    const alone = createSeals([fresh]);
    const after = await db.selectFrom('payouts').select(['id', 'file_sealed']).execute();
    for (const row of after) expect(alone.open(row.file_sealed, `payout:${row.id}:file`)).toBe(`file ${row.id}`);
    expect(await ended(run({ ENCRYPTION_KEY: fresh }))).toMatchObject({ code: 0 });
    const audited = await db.selectFrom('audit_log').select('details').where('act', '=', 'rotate-keys').execute();
    expect(audited).toHaveLength(1);
  });

  it('refuses what is no key, and says which value no key opens without leaving the others', async () => {
    expect(await ended(run({ ENCRYPTION_KEY: 'short' }))).toMatchObject({ code: 1 });
    expect(await ended(run({ ENCRYPTION_KEY: newKey(), OLD_ENCRYPTION_KEYS: 'short' }))).toMatchObject({ code: 1 });
    const lost = await ended(run({ ENCRYPTION_KEY: newKey(), OLD_ENCRYPTION_KEYS: newKey() }));
    expect(lost.code).toBe(1);
    expect(lost.said).toContain('No key given opens payouts.file_sealed');
    expect(lost.said).toContain('4000 of 4000');
  });
});

describe('a shop whose key changes while it is open', () => {
  it('goes on sealing, exporting and opening, whichever server has which key', async () => {
    const shop = await openShop();
    try {
      const { db, config, keys } = shop.deps;
      const [one, two] = await winTogether(shop, 2);
      await setDebtor(shop);
      await makeReady(one!);
      const fresh = newKey();
      const seals = createSeals([fresh, config.encryptionKey]);
      // The server here still seals under the old key, as one that was not restarted yet; it knows the new one.
      const both = createSeals([config.encryptionKey, fresh]);
      Object.assign(keys, both);
      const [done] = await Promise.all([rotateSeals({ db, seals }), makeReady(two!, { iban: ibans.de })]);
      expect(done.unopened).toEqual([]);
      const operator = await shop.operator();
      const { body: payout } = await operator.post('/api/bounties/payouts', {}).expect(201);
      expect(payout.payments).toHaveLength(2);
      const file = await operator.get(`/api/bounties/payouts/${payout.id}/file`).expect(200);
      expect(file.text ?? file.body.toString()).toContain(ibans.de);
      const last = await rotateSeals({ db, seals });
      expect(last).toMatchObject({ left: 0, unopened: [] });
      expect(last.all).toBe(3);
    } finally {
      await shop.close();
    }
  });
});
