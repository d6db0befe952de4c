import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../support/routes.ts';
import { openShop, type TestShop } from '../support/shop.ts';

describe('an address that asks too often', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop({ rateLimits: true });
  });
  afterAll(() => shop.close());

  const ask = (url: string, remoteAddress: string) => shop.app.inject({ url, remoteAddress });
  const picture = `/pictures/${'0'.repeat(64)}.webp`;

  it('waits, and nobody else with it', async () => {
    for (let nth = 0; nth < 1200; nth++) await ask('/api/me', '198.51.100.7');
    const refused = await ask('/api/me', '198.51.100.7');
    expect(expectProblem({ status: refused.statusCode, headers: refused.headers, body: refused.json() })).toBe(
      'too_many_requests',
    );
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('/api/me', '198.51.100.8')).statusCode).toBe(200);
  });

  it('still gets the files of a page, which are counted apart', async () => {
    for (let nth = 0; nth < 1300; nth++) await ask(picture, '198.51.100.9');
    expect((await ask(picture, '198.51.100.9')).statusCode).toBe(404);
    expect((await ask(picture, '198.51.100.7')).statusCode).toBe(404);
    expect((await ask('/api/me', '198.51.100.9')).statusCode).toBe(200);
  });

  it('writes ten messages in ten minutes, for each sends a mail to whom it names, and may go on reading', async () => {
    const write = (remoteAddress: string) =>
      shop.app.inject({
        method: 'POST',
        url: '/api/contact',
        remoteAddress,
        payload: {
          kind: 'question',
          name: 'Ana',
          email: `${crypto.randomUUID()}@fraisier.test`,
          message: 'Bonjour à vous',
        },
      });
    for (let nth = 0; nth < 10; nth++) expect((await write('198.51.100.20')).statusCode).toBe(202);
    const refused = await write('198.51.100.20');
    expect(refused.json().code).toBe('too_many_requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
    expect((await ask('/api/me', '198.51.100.20')).statusCode).toBe(200);
    expect((await write('198.51.100.21')).statusCode).toBe(202);
    // One home has as many addresses of IPv6 as it likes, all of one network; the next home has another.
    for (let nth = 1; nth <= 10; nth++) expect((await write(`2001:db8:1:2::${nth}`)).statusCode).toBe(202);
    expect((await write('2001:db8:1:2:ffff::1')).statusCode).toBe(429);
    expect((await write('2001:db8:1:3::1')).statusCode).toBe(202);
  });
});
