import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../support/routes.ts';
import { openShop, type TestShop } from '../support/shop.ts';

describe('asking for sign-in links', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop({ rateLimits: true });
  });
  afterAll(() => shop.close());

  let asked = 0;
  const ask = (remoteAddress: string, headers: Record<string, string> = {}) =>
    shop.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/magic-link',
      remoteAddress,
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ email: `limited-${++asked}@fraisier.test` }),
    });

  it('is limited for each address, whatever it says of itself, and leaves others alone', async () => {
    for (let nth = 0; nth < 10; nth++) expect((await ask('198.51.100.7')).statusCode).toBe(200);
    const refused = await ask('198.51.100.7');
    const said = { status: refused.statusCode, headers: refused.headers, body: refused.json() };
    expect(expectProblem(said)).toBe('too_many_requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('198.51.100.7', { 'x-forwarded-for': '203.0.113.9' })).statusCode).toBe(429);
    expect((await ask('198.51.100.8')).statusCode).toBe(200);
    expect((await ask('2001:db8::1')).statusCode).toBe(200);
  });

  it('notes the address that a session came from, not the one it claims', async () => {
    await shop.runJobs();
    const mails = await shop.app.inject('/api/demo/mail?to=limited-1@fraisier.test');
    const token = new URL(mails.json().items[0].links[0]).searchParams.get('token');
    const answer = await shop.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      remoteAddress: '198.51.100.7',
      headers: { 'x-forwarded-for': '203.0.113.9' },
      payload: { token },
    });
    expect(answer.statusCode).toBe(200);
    const { rows } = await shop.pool.query('select ip_address from sessions');
    expect(rows).toEqual([{ ip_address: '198.51.100.7' }]);
  });
});

describe('a sign-in link', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('is too old after a quarter of an hour', async () => {
    const token = await shop.deps.accounts.issueToken('slow@fraisier.test');
    await shop.pool.query("update verifications set expires_at = expires_at - interval '15 minutes 1 second'");
    expect(expectProblem(await shop.visitor.post('/api/sign-in', { token }))).toBe('link_used');
  });

  it('is no guess', async () => {
    expect(expectProblem(await shop.visitor.post('/api/sign-in', { token: 'x'.repeat(32) }))).toBe('link_used');
    expect(expectProblem(await shop.visitor.post('/api/sign-in', { token: 'short' }))).toBe('bad_input');
    expect(expectProblem(await shop.visitor.post('/api/sign-in', {}))).toBe('bad_input');
  });

  it('signs one in of many who use it at once', async () => {
    const token = await shop.deps.accounts.issueToken('race@fraisier.test');
    const answers = await Promise.all([1, 2, 3, 4].map(() => shop.visitor.post('/api/sign-in', { token })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410, 410, 410]);
  });

  it('makes a passkey possible, once one is signed in', async () => {
    await shop.visitor.get('/api/auth/passkey/generate-register-options').expect(401);
    const maud = await shop.member();
    const { body } = await maud.get('/api/auth/passkey/generate-register-options').expect(200);
    expect(body).toMatchObject({ rp: { id: 'localhost', name: 'Fraisier' }, challenge: expect.any(String) });
  });
});
