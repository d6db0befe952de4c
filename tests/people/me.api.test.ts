import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../support/routes.ts';
import { openShop, type TestShop } from '../support/shop.ts';

const address = {
  name: 'Élodie Marchand',
  line1: '12 rue des Fraises',
  line2: 'Bâtiment B',
  postalCode: '93100',
  city: 'Montreuil',
  country: 'FR',
};

describe('an account', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('is shown to its owner, and is null to who is signed out', async () => {
    const maud = await shop.member({ name: 'Maud', locale: 'en' });
    const { body } = await maud.get('/api/me').expect(200);
    expect(body).toEqual({
      id: maud.id,
      email: maud.email,
      name: 'Maud',
      role: 'member',
      locale: 'en',
      joinedAt: expect.stringMatching(/Z$/),
    });
    expect((await shop.visitor.get('/api/me').expect(200)).body).toBeNull();
    expect(
      (await shop.visitor.get('/api/me').set('cookie', 'fraisier.session_token=forged.by-me').expect(200)).body,
    ).toBe(null);
  });

  it('changes its name and its language, one without the other', async () => {
    const maud = await shop.member({ name: 'Maud' });
    expect((await maud.patch('/api/me', { name: '  Maud B.  ' }).expect(200)).body).toMatchObject({
      name: 'Maud B.',
      locale: 'fr',
    });
    expect((await maud.patch('/api/me', { locale: 'en' }).expect(200)).body).toMatchObject({
      name: 'Maud B.',
      locale: 'en',
    });
    const again = await maud.patch('/api/me', { locale: 'en' }).expect(200);
    expect(again.body).toEqual((await maud.get('/api/me')).body);
    expect((await maud.patch('/api/me', {}).expect(200)).body).toEqual(again.body);
  });

  it('changes nothing else: no role, no address of mail', async () => {
    const maud = await shop.member();
    for (const body of [{ role: 'admin' }, { email: 'other@fraisier.test' }, { id: maud.id }]) {
      expect(expectProblem(await maud.patch('/api/me', body))).toBe('bad_input');
    }
    expect((await maud.get('/api/me')).body).toMatchObject({ role: 'member', email: maud.email });
  });

  it('keeps no name that is empty, too long or of several lines', async () => {
    const maud = await shop.member({ name: 'Maud' });
    for (const name of ['', '   ', 'a\nb', 'a\0b', 'x'.repeat(61), null, 3]) {
      expect(expectProblem(await maud.patch('/api/me', { name } as object))).toBe('bad_input');
    }
    expect((await maud.get('/api/me')).body.name).toBe('Maud');
  });

  it('changes only for who is signed in', async () => {
    expect(expectProblem(await shop.visitor.patch('/api/me', { name: 'x' }))).toBe('not_signed_in');
  });

  it('is nobody’s once it is erased', async () => {
    const maud = await shop.member();
    await shop.pool.query('update members set erased_at = now() where id = $1', [maud.id]);
    expect((await maud.get('/api/me').expect(200)).body).toBeNull();
    await maud.patch('/api/me', { name: 'x' }).expect(401);
  });

  it('gives up a role at once', async () => {
    const odile = await shop.operator();
    await odile.get('/api/desk').expect(200);
    await shop.pool.query("update members set role = 'member' where id = $1", [odile.id]);
    await odile.get('/api/desk').expect(403);
  });
});

describe('a delivery address', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('is not there at first, then kept as it was given, then replaced', async () => {
    const maud = await shop.member();
    expect((await maud.get('/api/me/address').expect(200)).body).toBeNull();
    expect((await maud.put('/api/me/address', address).expect(200)).body).toEqual(address);
    expect((await maud.put('/api/me/address', address).expect(200)).body).toEqual(address);
    expect((await maud.get('/api/me/address').expect(200)).body).toEqual(address);
    const { line2: _, ...short } = { ...address, city: '  Paris ' };
    const moved = { ...short, city: 'Paris', line2: '' };
    expect((await maud.put('/api/me/address', short).expect(200)).body).toEqual(moved);
    expect((await maud.get('/api/me/address').expect(200)).body).toEqual(moved);
  });

  it('is one’s own', async () => {
    const [maud, theo] = [await shop.member(), await shop.member()];
    await maud.put('/api/me/address', address).expect(200);
    expect((await theo.get('/api/me/address').expect(200)).body).toBeNull();
    expect(expectProblem(await shop.visitor.get('/api/me/address'))).toBe('not_signed_in');
    expect(expectProblem(await shop.visitor.put('/api/me/address', address))).toBe('not_signed_in');
  });

  it('names every field that is wrong', async () => {
    const maud = await shop.member();
    const { city: _, ...rest } = address;
    const { body } = await maud.put('/api/me/address', { ...rest, country: 'France', line1: ' ' }).expect(400);
    const fields = (body.reasons as { field: string }[]).map((reason) => reason.field);
    expect(new Set(fields)).toEqual(new Set(['/city', '/country', '/line1']));
    expect((await maud.get('/api/me/address')).body).toBeNull();
  });

  it('of two writes at once ends as one of them', async () => {
    const maud = await shop.member();
    const cities = ['Lyon', 'Lille', 'Nantes', 'Nice', 'Metz'];
    const answers = await Promise.all(cities.map((city) => maud.put('/api/me/address', { ...address, city })));
    expect(answers.map((answer) => answer.status)).toEqual(cities.map(() => 200));
    expect(cities).toContain((await maud.get('/api/me/address')).body.city);
  });
});
