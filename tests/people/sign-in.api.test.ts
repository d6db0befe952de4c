import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type TestShop } from '../support/shop.ts';

describe('signing in', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const ask = (email: string) =>
    shop.visitor.post('/api/auth/sign-in/magic-link', { email, metadata: { locale: 'en' } });
  const tokenMailedTo = async (email: string) => {
    await shop.runJobs();
    const { body } = await shop.visitor.get(`/api/demo/mail?to=${encodeURIComponent(email)}`).expect(200);
    return new URL(body.items[0].links[0]).searchParams.get('token')!;
  };

  it('answers the same whether the account exists or not', async () => {
    const known = await shop.member();
    const first = await ask(known.email).expect(200);
    const second = await ask('nobody-yet@fraisier.test').expect(200);
    expect(second.body).toEqual(first.body);
  });

  it('mails a link that works once', async () => {
    await ask('maud@fraisier.test').expect(200);
    const token = await tokenMailedTo('maud@fraisier.test');
    const { headers, body } = await shop.visitor.post('/api/sign-in', { token }).expect(200);
    expect(body).toMatchObject({ email: 'maud@fraisier.test', role: 'member' });
    const cookie = (headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]).join('; ');
    const me = await shop.visitor.get('/api/me').set('cookie', cookie).expect(200);
    expect(me.body.email).toBe('maud@fraisier.test');
    const again = await shop.visitor.post('/api/sign-in', { token }).expect(410);
    expect(again.body.code).toBe('link_used');
  });

  it('keeps who comes back within the session’s time, however long ago they signed in', async () => {
    await ask('elodie@fraisier.test').expect(200);
    const token = await tokenMailedTo('elodie@fraisier.test');
    const { headers } = await shop.visitor.post('/api/sign-in', { token }).expect(200);
    const [cookie] = headers['set-cookie'] as unknown as string[];
    // The longest that a browser keeps one; the session itself ends in the database.
    expect(cookie).toMatch(/Max-Age=34560000(;|$)/);
    const days = async () => {
      const { rows } = await shop.pool.query(
        `select round(extract(epoch from expires_at - clock_timestamp()) / 86400)::int as days from sessions
         join members on members.id = member_id where email = 'elodie@fraisier.test'`,
      );
      return rows[0].days;
    };
    expect(await days()).toBe(60);

    const pair = cookie!.split(';')[0]!;
    await shop.pool.query("update sessions set expires_at = expires_at - interval '40 days'");
    await shop.visitor.get('/api/me/address').set('cookie', pair).expect(200);
    expect(await days()).toBe(60);
    await shop.pool.query("update sessions set expires_at = expires_at - interval '61 days'");
    await shop.visitor.get('/api/me/address').set('cookie', pair).expect(401);
  });

  it('takes the cookie away with the session', async () => {
    const person = await shop.member();
    const { headers } = await shop.visitor.post('/api/auth/sign-out', {}).set('cookie', person.cookie).expect(200);
    expect((headers['set-cookie'] as unknown as string[])[0]).toMatch(/session_token=;.*Max-Age=0/);
  });

  it('signs out at once', async () => {
    const person = await shop.member();
    await person.get('/api/me/address').expect(200);
    await shop.visitor.post('/api/auth/sign-out', {}).set('cookie', person.cookie).expect(200);
    await person.get('/api/me/address').expect(401);
  });

  it('refuses a write that another site makes', async () => {
    const person = await shop.member();
    const answer = await person.patch('/api/me', { name: 'x' }).set('origin', 'https://evil.example').expect(403);
    expect(answer.body.code).toBe('cross_site');
    await person.patch('/api/me', { name: 'x' }).set('sec-fetch-site', 'cross-site').expect(403);
  });

  it('tells what is wrong with a body', async () => {
    const person = await shop.member();
    const answer = await person.patch('/api/me', { name: null, colour: 'red' }).expect(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: '/name' }),
        expect.objectContaining({ field: '/colour' }),
      ]),
    );
  });

  it('names the methods of an address', async () => {
    const answer = await shop.visitor.put('/api/me').expect(405);
    expect(answer.headers.allow).toBe('GET, PATCH, DELETE');
  });
});
