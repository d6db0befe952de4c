import { nameRole } from '@fraisier/server/people/name-role.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type TestShop } from '../support/shop.ts';

describe('naming an operator', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('opens the desk to who has signed in, at once and until it is taken back', async () => {
    const person = await shop.member();
    await person.get('/api/desk').expect(403);
    expect(await nameRole(shop.deps.db, person.email.toUpperCase(), 'operator')).toMatchObject({ role: 'operator' });
    await person.get('/api/desk').expect(200);
    await nameRole(shop.deps.db, person.email, 'member');
    await person.get('/api/desk').expect(403);
  });

  it('stands in the log', async () => {
    const person = await shop.member();
    await nameRole(shop.deps.db, person.email, 'admin');
    const { body } = await person.get(`/api/audit?subject=${person.id}`).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ act: 'name-role', details: { role: 'admin' } })]);
  });

  it('names nobody who never came', async () => {
    expect(await nameRole(shop.deps.db, 'nobody@fraisier.test', 'admin')).toBeNull();
  });
});
