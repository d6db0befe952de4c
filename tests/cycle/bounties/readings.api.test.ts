import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAll, ibans, makeReady, setDebtor, type Won, winTogether } from '../../support/bounties.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

const NUMBER = '2 69 05 49 588 157 80';

describe('a secret of a winner', () => {
  let shop: TestShop;
  let admin: SignedIn;
  let operator: SignedIn;
  let won: Won;
  let other: Won;
  beforeAll(async () => {
    shop = await openShop();
    admin = await shop.admin();
    operator = await shop.operator();
    [won, other] = (await winTogether(shop, 2)) as [Won, Won];
    await setDebtor(shop);
    await makeReady(won);
  });
  afterAll(() => shop.close());
  const at = (path: string, { bounty } = won) => `/api/bounties/${bounty}/${path}`;

  it('the social-security number is given by the winner, checked, sealed and shown by its key alone', async () => {
    const put = (who: SignedIn, number: string) => who.put(at('social-security'), { number });
    await shop.visitor.put(at('social-security'), { number: NUMBER }).expect(401);
    for (const who of [await shop.member(), operator, admin, other.winner]) await put(who, NUMBER).expect(404);
    for (const [typed, code] of [
      ['2 69 05 49 588 157 81', 'key'],
      ['9 69 05 49 588 157 80', 'characters'],
      ['2690549588157', 'length'],
    ] as const) {
      const { body } = await put(won.winner, typed).expect(422);
      expect(body).toMatchObject({ code: 'social_security_invalid', reasons: [{ code }] });
    }
    await put(won.winner, '1').expect(400);
    for (let twice = 0; twice < 2; twice++) {
      const { body } = await put(won.winner, NUMBER).expect(200);
      expect(body.payee.socialSecurityMasked).toBe('• •• •• •• ••• ••• 80');
    }
    const row = await shop.deps.db
      .selectFrom('bounties')
      .selectAll()
      .where('id', '=', won.bounty)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('49588157');
    expect(shop.deps.keys.open(row.social_security_sealed!, `bounty:${won.bounty}:social-security`)).toBe(
      '269054958815780',
    );
    expect(() => shop.deps.keys.open(row.social_security_sealed!, `bounty:${other.bounty}:social-security`)).toThrow();
    // The contract that was accepted stands; the number may still be mended.
    await put(won.winner, '1 85 05 78 006 084 91').expect(200);
    await put(won.winner, NUMBER).expect(200);
  });

  it('is opened by administration alone, with a reason and a fresh sign-in, and every reading is kept', async () => {
    const asked = { field: 'social_security', purpose: 'Déclaration Urssaf du 4e trimestre' };
    await shop.visitor.post(at('readings'), asked).expect(401);
    for (const who of [won.winner, operator]) await who.post(at('readings'), asked).expect(403);
    await admin.post(at('readings'), { field: 'social_security' }).expect(400);
    await admin.post(at('readings'), { ...asked, purpose: '  ' }).expect(400);
    await admin.post(at('readings'), { ...asked, field: 'password' }).expect(400);
    await admin.post(at('readings', other), asked).expect(404);
    const answer = await admin.post(at('readings'), asked).expect(200);
    expect(answer.body).toEqual({ value: '269054958815780' });
    expect(answer.headers['cache-control']).toContain('no-store');
    expect((await admin.post(at('readings'), { ...asked, field: 'iban' }).expect(200)).body.value).toBe(ibans.fr);
    await exportAll(operator, [won.bounty]);
    await sql`update sessions set created_at = created_at - interval '16 minutes' where member_id = ${admin.id}`.execute(
      shop.deps.db,
    );
    expect((await admin.post(at('readings'), asked).expect(403)).body.code).toBe('sign_in_again');

    const { body } = await admin.get('/api/secret-readings').expect(200);
    const lines = body.items.map((one: { readBy: string; field: string; purpose: string; name: string }) => [
      one.readBy,
      one.field,
      one.purpose,
      one.name,
    ]);
    expect(lines[0]).toEqual([operator.name, 'iban', expect.stringContaining('payout FRAISIER-'), won.month.slug]);
    expect(lines.slice(1)).toEqual([
      [admin.name, 'iban', asked.purpose, won.month.slug],
      [admin.name, 'social_security', asked.purpose, won.month.slug],
    ]);
    const audited = await shop.deps.db.selectFrom('audit_log').select('act').where('act', '=', 'read-secret').execute();
    expect(audited).toHaveLength(2);
  });

  it('that nobody could open was read all the same: the reading is kept before the value is opened', async () => {
    const before = (await sql<{ n: number }>`select count(*) as n from secret_readings`.execute(shop.deps.db)).rows[0]!
      .n;
    await sql`update bounties set social_security_sealed = set_byte(social_security_sealed, 40, get_byte(social_security_sealed, 40) # 1) where id = ${won.bounty}`.execute(
      shop.deps.db,
    );
    const again = await shop.member({ email: admin.email, name: admin.name });
    const broken = await again.post(at('readings'), { field: 'social_security', purpose: 'A look' });
    expect(broken.status).toBe(500);
    expect(JSON.stringify(broken.body)).not.toContain('2690549');
    const after = (await sql<{ n: number }>`select count(*) as n from secret_readings`.execute(shop.deps.db)).rows[0]!
      .n;
    expect(after).toBe(before + 1);
  });

  it('the list of readings is for administration', async () => {
    await shop.visitor.get('/api/secret-readings').expect(401);
    await operator.get('/api/secret-readings').expect(403);
    await won.winner.get('/api/secret-readings').expect(403);
    await admin.get('/api/secret-readings?cursor=x').expect(400);
  });
});
