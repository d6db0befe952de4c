import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { photograph, png, smallPng } from '../../support/artwork.ts';
import { type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { goodFields, handIn, replace, submit } from '../../support/submissions.ts';

const NOWHERE = '019ab000-0000-7000-8000-000000000000';
const chosen = { fromCentreMm: -40, topMm: 90, widthMm: 120 };

describe('where a design stands on its shirt', () => {
  let shop: TestShop;
  let month: Month;
  let operator: SignedIn;
  const slug = '2026-12';
  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
    operator = month.operator;
  });
  afterAll(() => shop.close());

  let maud: SignedIn;
  let other: SignedIn;
  let design: Design;
  beforeEach(async () => {
    await shop.pool.query('delete from graphile_worker._private_jobs');
    [maud, other] = [await shop.member(), await shop.member()];
    design = await handIn(maud, slug);
  });
  const place = (who: SignedIn, id: string, body: object) => who.put(`/api/designs/${id}/placement`, body);
  const read = async (id = design.id): Promise<Design> => (await maud.get(`/api/designs/${id}`).expect(200)).body;
  const dpiOf = ({ own }: Design) => own!.findings.find(({ code }) => code === 'resolution')?.values.dpi;

  it('is as large as fits, in the middle and at the top, until its designer moves it', async () => {
    const { width, height } = design.own!.artwork;
    expect(design.own!.artwork.placement).toEqual({
      fromCentreMm: 0,
      topMm: 0,
      widthMm: Math.round(Math.min(300, (360 * width) / height)),
    });
    expect(design.own!.canPlace).toBe(true);
  });

  it('is moved, checked anew at that size, and waits for a decision again', async () => {
    await shop.runJobsUndrawn();
    const before = await read();
    const { body } = await place(maud, design.id, chosen).expect(202);
    expect(body).toMatchObject({
      state: 'checking',
      own: { artwork: { placement: chosen, checkedAt: null }, findings: [] },
    });
    await shop.runJobsUndrawn();
    const after = await read();
    expect(after).toMatchObject({ state: 'checked', own: { artwork: { version: 1, placement: chosen } } });
    expect(dpiOf(after)).toBe(Math.round((after.own!.artwork.width * 25.4) / 120));
    expect(Number(dpiOf(after))).toBeGreaterThan(Number(dpiOf(before)));
    // Twice is once: nothing is looked at again.
    expect((await place(maud, design.id, chosen).expect(202)).body.state).toBe('checked');
  });

  it('is drawn anew on its shirt, and the design alone stays the picture that it was', async () => {
    await shop.runJobs();
    const before = await read();
    await place(maud, design.id, chosen).expect(202);
    expect(await read()).toMatchObject({ front: [], shirt: { worn: [] } });
    await shop.runJobs();
    const after = await read();
    const names = ({ front, shirt }: Design) => [...front, ...shirt.worn].map(({ url }) => url);
    expect(names(after)).toHaveLength(names(before).length);
    expect(names(after).filter((url) => names(before).includes(url))).toEqual([]);
    expect(after.pictures).toEqual(before.pictures);
  });

  it('may be said with the file', async () => {
    const placement = '30 12 150';
    const form = { file: await smallPng(), fields: { ...goodFields, placement } };
    const { body } = await submit(await shop.member(), slug, form).expect(202);
    expect(body.own.artwork.placement).toEqual({ fromCentreMm: 30, topMm: 12, widthMm: 150 });
  });

  it('is taken of a photo that is stored lying on its side, as its designer sees it', async () => {
    // Stored 1,440 × 1,200, seen 1,200 × 1,440: at 200 mm it is 240 mm high, and may stand 120 mm down.
    const fields = { ...goodFields, placement: '0 120 200' };
    const sender = await shop.member();
    const { body } = await submit(sender, slug, { file: await photograph(), fields }).expect(202);
    const artwork = { width: 1200, height: 1440, placement: { fromCentreMm: 0, topMm: 120, widthMm: 200 } };
    expect(body.own.artwork).toMatchObject(artwork);
    await shop.runJobsUndrawn();
    expect((await sender.get(`/api/designs/${body.id}`)).body).toMatchObject({ state: 'checked', own: { artwork } });
    // And no further down, whatever its stored sides would leave.
    const other = { file: await photograph(), fields: { ...fields, placement: '0 121 200' } };
    expect((await submit(await shop.member(), slug, other).expect(422)).body.code).toBe('placement_outside');
  });

  it.each(['200 0 150', '0 400 150', '0 0 301', '0 0 20'])(
    'is refused with the file where that leaves the area: %s',
    async (placement) => {
      const sender = await shop.member();
      const { body } = await submit(sender, slug, {
        file: await smallPng(),
        fields: { ...goodFields, placement },
      }).expect(422);
      expect(body.code).toBe('placement_outside');
      expect((await sender.get('/api/me/designs').expect(200)).body.items).toEqual([]);
    },
  );

  it('is refused with the file where it is no place', async () => {
    for (const placement of ['', 'NaN 0 100', '1 2', '0 -1 100', '1e2 0 100']) {
      const form = { file: await smallPng(), fields: { ...goodFields, placement } };
      expect((await submit(await shop.member(), slug, form)).status).toBe(400);
    }
  });

  it('is refused outside of the area with each field and its bounds', async () => {
    const { body } = await place(maud, design.id, { fromCentreMm: 900, topMm: 1900, widthMm: 100 }).expect(422);
    expect(body).toMatchObject({ code: 'placement_outside' });
    expect(body.reasons.map(({ field }: { field: string }) => field)).toEqual(['fromCentreMm', 'topMm']);
    for (const widthMm of [1, 2000]) {
      expect((await place(maud, design.id, { ...chosen, widthMm }).expect(422)).body.code).toBe('placement_outside');
    }
  });

  it.each([
    {},
    { ...chosen, widthMm: 1.5 },
    { ...chosen, widthMm: null },
    { ...chosen, widthMm: '120' },
    { ...chosen, topMm: -1 },
    { ...chosen, fromCentreMm: 1e9 },
    { ...chosen, heightMm: 10 },
  ])('is not taken as %j', async (body) => {
    await place(maud, design.id, body).expect(400);
  });

  it('is its designer’s to choose', async () => {
    await place(shop.visitor as SignedIn, design.id, chosen).expect(401);
    // Who may not know of it is not told that it is there.
    await place(other, design.id, chosen).expect(404);
    await place(maud, NOWHERE, chosen).expect(404);
    expect((await place(operator, design.id, chosen).expect(403)).body.code).toBe('not_owner');
    expect((await read()).own!.artwork.placement).not.toEqual(chosen);
  });

  it('stays as it was admitted: for its designer, and in the tables', async () => {
    await place(maud, design.id, chosen).expect(202);
    await shop.runJobsUndrawn();
    await operator.post(`/api/designs/${design.id}/admission`).expect(200);
    const { body } = await place(maud, design.id, { ...chosen, topMm: 0 }).expect(409);
    expect(body.code).toBe('design_not_changeable');
    expect((await read()).own).toMatchObject({ canPlace: false, artwork: { placement: chosen } });
    await expect(
      sql`update artworks set place_top_mm = 0 where design_id = ${design.id}`.execute(shop.deps.db),
    ).rejects.toThrow('stays where it was looked at');
  });

  it('is not admitted where an operator saw it elsewhere', async () => {
    await shop.runJobsUndrawn();
    const seen = (await read()).own!.artwork;
    await place(maud, design.id, chosen).expect(202);
    await shop.runJobsUndrawn();
    const decide = async (placement: object) =>
      (
        await operator
          .post('/api/reviews/decisions', {
            decision: 'admission',
            designs: [{ design: design.id, version: seen.version, placement }],
          })
          .expect(200)
      ).body.items[0];
    expect(await decide(seen.placement)).toMatchObject({ outcome: 'not_done', reasons: [{ code: 'artwork_changed' }] });
    expect(await decide(chosen)).toMatchObject({ outcome: 'done', state: 'admitted' });
  });

  it('is either moved or admitted, of both at once', async () => {
    await shop.runJobsUndrawn();
    const [moved, admitted] = await Promise.all([
      place(maud, design.id, chosen),
      operator.post(`/api/designs/${design.id}/admission`),
    ]);
    expect([moved.status, admitted.status].sort()).toEqual(moved.status === 202 ? [202, 409] : [200, 409]);
    const { state, own } = await read();
    expect(state).toBe(moved.status === 202 ? 'checking' : 'admitted');
    expect(own!.artwork.placement.topMm).toBe(moved.status === 202 ? chosen.topMm : 0);
  });

  it('may be changed after a refusal by a person, and not where the file cannot be printed', async () => {
    await shop.runJobsUndrawn();
    await operator.post(`/api/designs/${design.id}/refusal`, { reasons: ['low_resolution'] }).expect(200);
    expect((await place(maud, design.id, chosen).expect(202)).body.state).toBe('checking');
    await shop.runJobsUndrawn();
    expect((await read()).state).toBe('checked');

    const blank = await handIn(maud, slug);
    await shop.deps.db
      .updateTable('artworks')
      .set({ checked_at: sql`shop_now()`, findings: JSON.stringify([{ code: 'blank', level: 'block', values: {} }]) })
      .where('design_id', '=', blank.id)
      .execute();
    await shop.deps.db.updateTable('designs').set({ state: 'refused' }).where('id', '=', blank.id).execute();
    expect((await place(maud, blank.id, chosen).expect(409)).body.code).toBe('design_not_changeable');
    expect((await read(blank.id)).own).toMatchObject({ canPlace: false, canChange: true });
  });

  it('is kept by the file that replaces it as far as that fits', async () => {
    await place(maud, design.id, { fromCentreMm: 0, topMm: 200, widthMm: 130 }).expect(202);
    const tall = await replace(maud, design.id, await png({ width: 1000, height: 2000 })).expect(202);
    expect(tall.body.own.artwork.placement).toEqual({ fromCentreMm: 0, topMm: 100, widthMm: 130 });
    const small = await replace(maud, design.id, await png({ width: 1000, height: 1200 })).expect(202);
    expect(small.body.own.artwork.placement).toEqual({ fromCentreMm: 0, topMm: 100, widthMm: 130 });
  });

  it('is checked where it stands when it is moved while the check runs', async () => {
    await Promise.all([
      shop.runJobsUndrawn(),
      (async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await place(maud, design.id, chosen).expect(202);
      })(),
    ]);
    await shop.runJobsUndrawn();
    const after = await read();
    expect(after.state).toBe('checked');
    expect(dpiOf(after)).toBe(Math.round((after.own!.artwork.width * 25.4) / 120));
  });
});

describe('a design that waits', () => {
  it('is not moved once its round votes', async () => {
    const shop = await openShop();
    try {
      const month = await planAndOpen(shop, { slug: '2026-12', phase: 'collecting', designs: 0 });
      const maud = await shop.member();
      const design = await handIn(maud, '2026-12');
      await shop.deps.db
        .updateTable('rounds')
        .set({ phase: 'voting' })
        .where('slug', '=', month.slug ?? '2026-12')
        .execute();
      const { body } = await maud.put(`/api/designs/${design.id}/placement`, chosen).expect(409);
      expect(body.code).toBe('submissions_closed');
    } finally {
      await shop.close();
    }
  });
});
