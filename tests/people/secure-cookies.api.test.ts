import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type TestShop } from '../support/shop.ts';

describe('behind TLS', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop({ appUrl: 'https://fraisier.test' });
  });
  afterAll(() => shop.close());

  it('the session’s cookie can come from this host alone, over TLS, and is out of reach of scripts', async () => {
    const nina = await shop.member({ name: 'Nina' });
    expect(nina.cookie).toMatch(/^__Host-fraisier\.session_token=/);
    expect((await nina.get('/api/me').expect(200)).body).toMatchObject({ name: 'Nina' });
    const signedOut = await nina.post('/api/auth/sign-out').set('origin', 'https://fraisier.test').expect(200);
    const cookies = ([] as string[]).concat(signedOut.headers['set-cookie'] ?? []);
    const session = cookies.find((cookie) => cookie.startsWith('__Host-fraisier.session_token='));
    expect(session).toMatch(/; Path=\/(;|$)/);
    expect(session).toMatch(/; Secure(;|$)/);
    expect(session).toMatch(/; HttpOnly(;|$)/);
    expect(session).toMatch(/; SameSite=Lax(;|$)/i);
    expect(session).not.toMatch(/Domain/i);
    await nina.put('/api/me/address').expect(401);
  });

  it('a browser is told to come over TLS only, and what scripts may be', async () => {
    const { headers } = await shop.visitor.get('/api/shop').expect(200);
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });
});
