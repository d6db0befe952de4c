import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type TestShop } from '../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const expected = {
  'content-security-policy': expect.stringContaining("default-src 'self'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};

it('every answer has them: what is well, not there, refused, or from another site', async () => {
  const member = await shop.member();
  const answers = await Promise.all([
    shop.visitor.get('/api/health').expect(200),
    shop.visitor.get('/api/nothing-here').expect(404),
    shop.visitor.get('/api/me/ballots').expect(401),
    member.put('/api/rounds/2031-01/ballot', { ratings: 'none' }).expect(400),
    shop.visitor.post('/api/contact', {}).set('origin', 'https://elsewhere.test').expect(403),
  ]);
  for (const { headers } of answers) expect(headers).toMatchObject(expected);
});

it('a page with a policy of its own keeps it', async () => {
  const { headers } = await shop.visitor.get('/api/docs/').expect(200);
  expect(headers['content-security-policy']).toContain('validator.swagger.io');
});
