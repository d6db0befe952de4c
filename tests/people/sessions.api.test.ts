import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

describe('the sessions of an account', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const listed = async (who: SignedIn) => (await who.get('/api/me/sessions').expect(200)).body.items;

  it('are listed to their owner, this one first and without any token, however long ago they began', async () => {
    const phone = await shop.member({ email: 'three@fraisier.test' });
    const laptop = await shop.member({ email: 'three@fraisier.test' });
    await shop.pool.query(
      "update sessions set user_agent = 'Firefox/140 Linux', created_at = created_at - interval '20 days' where member_id = $1",
      [phone.id],
    );
    const items = await listed(phone);
    expect(items).toHaveLength(2);
    expect(items.map((one: { here: boolean }) => one.here)).toEqual([true, false]);
    expect(Object.keys(items[0]).sort()).toEqual(['here', 'id', 'seenAt', 'signedInAt', 'userAgent']);
    expect(items[0].userAgent).toBe('Firefox/140 Linux');
    expect((await listed(laptop)).find((one: { here: boolean }) => one.here).id).toBe(items[1].id);
    expect(expectProblem(await shop.visitor.get('/api/me/sessions'))).toBe('not_signed_in');
  });

  it('are no longer listed when they have run out', async () => {
    const who = await shop.member({ email: 'old@fraisier.test' });
    await shop.pool.query("update sessions set expires_at = now() - interval '1 minute' where member_id = $1", [
      who.id,
    ]);
    const here = await shop.member({ email: 'old@fraisier.test' });
    expect(await listed(here)).toHaveLength(1);
  });

  it('leave nothing behind once they have run out; those that last stay', async () => {
    const left = await shop.member({ email: 'left@fraisier.test' });
    const stays = await shop.member({ email: 'stays@fraisier.test' });
    await shop.pool.query("update sessions set expires_at = now() - interval '1 second' where member_id = $1", [
      left.id,
    ]);
    await shop.pool.query("select graphile_worker.add_job('forget-sessions')");
    await shop.runJobs();
    const { rows } = await shop.pool.query('select member_id from sessions where member_id = any($1)', [
      [left.id, stays.id],
    ]);
    expect(rows).toEqual([{ member_id: stays.id }]);
  });

  it('end one by one, at once; again there is none', async () => {
    const here = await shop.member({ email: 'ends@fraisier.test' });
    const there = await shop.member({ email: 'ends@fraisier.test' });
    const other = (await listed(here))[1];
    await here.delete(`/api/me/sessions/${other.id}`).expect(204);
    await there.get('/api/me/address').expect(401);
    expect(expectProblem(await here.delete(`/api/me/sessions/${other.id}`))).toBe('not_found');
    expect(expectProblem(await here.delete('/api/me/sessions/nonsense'))).toBe('bad_input');
    await here.get('/api/me/address').expect(200);
  });

  it('are nobody else’s to end, whatever their role', async () => {
    const victim = await shop.member();
    const [session] = await listed(victim);
    const admin = await shop.admin();
    expect(expectProblem(await admin.delete(`/api/me/sessions/${session.id}`))).toBe('not_found');
    expect(expectProblem(await shop.visitor.delete(`/api/me/sessions/${session.id}`))).toBe('not_signed_in');
    await victim.get('/api/me/address').expect(200);
  });

  it('all end but this one, twice too', async () => {
    const others = [
      await shop.member({ email: 'many@fraisier.test' }),
      await shop.member({ email: 'many@fraisier.test' }),
    ];
    const bystander = await shop.member();
    const here = await shop.member({ email: 'many@fraisier.test' });
    await here.delete('/api/me/sessions').expect(204);
    await here.delete('/api/me/sessions').expect(204);
    for (const one of others) await one.get('/api/me/address').expect(401);
    expect(await listed(here)).toHaveLength(1);
    await bystander.get('/api/me/address').expect(200);
    expect(expectProblem(await shop.visitor.delete('/api/me/sessions'))).toBe('not_signed_in');
  });
});
