import { renderPictures } from '@fraisier/server/cycle/submissions/render-pictures.job.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallPng } from '../../support/artwork.ts';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { handIn, mailsTo, replace } from '../../support/submissions.ts';

const nobody = '019ab000-0000-7000-8000-000000000000';

describe('deciding several designs at once', () => {
  let shop: TestShop;
  let lea: SignedIn;
  let noe: SignedIn;
  let maud: SignedIn;
  let theo: SignedIn;
  let ids: string[];
  const slug = '2026-12';
  beforeAll(async () => {
    shop = await openShop();
    await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
    lea = await shop.operator({ name: 'Léa' });
    noe = await shop.operator({ name: 'Noé' });
  });
  afterAll(() => shop.close());
  beforeEach(async () => {
    maud = await shop.member();
    theo = await shop.member({ locale: 'en' });
    ids = [];
    for (const [who, title] of [
      [maud, 'Raton laveur'],
      [theo, 'Grand soleil'],
    ] as const) {
      ids.push((await handIn(who, slug, { title })).id);
    }
    await shop.runJobsUndrawn();
  });

  const path = '/api/reviews/decisions';
  const seen = (list: readonly string[], version = 1) => list.map((design) => ({ design, version }));
  const admission = (list: readonly string[] = ids) => ({ decision: 'admission', designs: seen(list) });
  const refusal = (list: readonly string[] = ids) => ({
    decision: 'refusal',
    designs: seen(list),
    reasons: ['likeness'],
    message: 'Citez vos sources.',
  });
  const acts = async () =>
    (
      await shop.pool.query<{ act: string; subject_id: string; actor_name: string }>(
        'select act, subject_id, actor_name from audit_log where subject_id = any($1) order by id',
        [ids],
      )
    ).rows;

  it('is for operators', async () => {
    await shop.visitor.post(path, admission()).expect(401);
    expect((await maud.post(path, admission()).expect(403)).body.code).toBe('not_allowed');
  });

  it('refuses what it cannot read, and a refusal without a reason, before anything is decided', async () => {
    for (const body of [
      {},
      { decision: 'admission', designs: [] },
      { decision: 'applause', designs: seen(ids) },
      { decision: 'admission', designs: [{ design: ids[0] }] },
      { decision: 'admission', designs: [{ design: 'raton', version: 1 }] },
      { decision: 'admission', designs: Array.from({ length: 101 }, () => seen(ids)[0]) },
      { decision: 'refusal', designs: seen(ids) },
      { decision: 'refusal', designs: seen(ids), reasons: [' '] },
    ]) {
      expect((await lea.post(path, body).expect(400)).body.code).toBe('bad_input');
    }
    expect(await acts()).toEqual([]);
  });

  it('admits each by itself: every designer is told, every act is written down', async () => {
    const { body } = await lea.post(path, admission()).expect(200);
    expect(body.items).toEqual(
      ['Raton laveur', 'Grand soleil'].map((title, nth) => ({
        design: ids[nth],
        title,
        outcome: 'done',
        state: 'admitted',
        decidedBy: 'Léa',
        decidedAt: expect.any(String),
        reasons: [],
      })),
    );
    expect(await acts()).toEqual(ids.map((id) => ({ act: 'admit-design', subject_id: id, actor_name: 'Léa' })));
    await shop.runJobsUndrawn();
    for (const who of [maud, theo]) expect(await mailsTo(shop, who.email)).toHaveLength(1);
  });

  it('refuses all for the same reasons, which each reads in their language', async () => {
    const { body } = await lea.post(path, refusal()).expect(200);
    expect(body.items.map((item: { state: string }) => item.state)).toEqual(['refused', 'refused']);
    await shop.runJobsUndrawn();
    expect((await mailsTo(shop, maud.email))[0]?.text).toContain('trop proche d’une œuvre');
    const [mail] = await mailsTo(shop, theo.email);
    expect(mail?.text).toContain('too close to a work');
    expect(mail?.text).toContain('Citez vos sources.');
  });

  it('sent again, it is the same answer and no second act; the same design twice is once', async () => {
    await lea.post(path, refusal()).expect(200);
    const { body } = await lea.post(path, refusal([...ids, ...ids])).expect(200);
    expect(body.items.map((item: { outcome: string }) => item.outcome)).toEqual(['same', 'same']);
    expect(await acts()).toHaveLength(2);
    // Other reasons are another decision, and come too late.
    const other = await lea.post(path, { ...refusal(), reasons: ['rights'] }).expect(200);
    expect(other.body.items[0]).toMatchObject({ outcome: 'not_done', state: 'refused', decidedBy: 'Léa' });
    await shop.runJobsUndrawn();
    expect(await mailsTo(shop, maud.email)).toHaveLength(1);
  });

  it('does what can be done, and says of each of the others why not', async () => {
    const waiting = (await handIn(await shop.member(), slug)).id;
    const { body } = await lea.post(path, admission([nobody, waiting, ids[0] ?? ''])).expect(200);
    expect(body.items).toEqual([
      {
        design: nobody,
        title: '',
        outcome: 'not_done',
        state: null,
        decidedBy: null,
        decidedAt: null,
        reasons: [{ code: 'not_found' }],
      },
      expect.objectContaining({ outcome: 'not_done', state: 'checking', reasons: [{ code: 'artwork_not_checked' }] }),
      expect.objectContaining({ outcome: 'done', state: 'admitted' }),
    ]);
    await shop.runJobsUndrawn();
  });

  it('decides nothing about a file that the operator has not seen', async () => {
    const [id = ''] = ids;
    await replace(maud, id, await smallPng()).expect(202);
    await shop.runJobsUndrawn();
    for (const body of [admission([id]), refusal([id])]) {
      expect((await lea.post(path, body).expect(200)).body.items).toEqual([
        expect.objectContaining({
          outcome: 'not_done',
          state: 'checked',
          decidedBy: null,
          reasons: [{ code: 'artwork_changed', detail: '2' }],
        }),
      ]);
    }
    const now = { decision: 'admission', designs: seen([id], 2) };
    expect((await lea.post(path, now).expect(200)).body.items[0].outcome).toBe('done');
  });

  it('lets two operators press at once: each design is decided once, and the other is told by whom', async () => {
    const answers = await Promise.all([lea.post(path, admission()), noe.post(path, admission([...ids].reverse()))]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const id of ids) {
      const both = answers.map(({ body }) => body.items.find((item: { design: string }) => item.design === id));
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'not_done']);
      const [won, lost] = both[0].outcome === 'done' ? both : both.toReversed();
      expect(lost).toMatchObject({
        state: 'admitted',
        decidedBy: won.decidedBy,
        reasons: [{ code: 'design_not_reviewable', detail: 'admitted' }],
      });
    }
    expect(await acts()).toHaveLength(2);
  });

  it('shows operators what looks like a design, and its designer nothing of it', async () => {
    const [older = '', later = ''] = ids;
    const { rows } = await shop.pool.query('select artwork_id from designs where id = $1', [older]);
    await renderPictures(shop.deps, { artworkId: rows[0].artwork_id });
    await shop.pool.query(
      `insert into likenesses (artwork_id, older_id, percent, distance, mirrored, quarters, angle)
       select one.artwork_id, two.artwork_id, 91, 12, true, 3, -6 from designs one, designs two
       where one.id = $1 and two.id = $2 on conflict (artwork_id, older_id) do update set percent = 91, distance = 12,
       mirrored = true, quarters = 3, angle = -6`,
      [later, older],
    );
    const { body } = await lea.get('/api/reviews').expect(200);
    const item = body.items.find(({ id }: { id: string }) => id === later);
    expect(item.box).toMatchObject({ left: expect.any(Number), width: expect.any(Number) });
    expect(item.likenesses).toContainEqual(
      expect.objectContaining({
        percent: 91,
        mirrored: true,
        quarters: 3,
        angle: -6,
        design: older,
        title: 'Raton laveur',
        designerName: maud.name,
        sources: '',
        state: 'checked',
        current: true,
        decision: null,
        version: 1,
      }),
    );
    const compared = item.likenesses.find(({ design }: { design: string }) => design === older);
    expect(compared.pictures.length).toBeGreaterThan(0);
    for (const answer of [await theo.get(`/api/designs/${later}`), await theo.get('/api/me/designs')]) {
      expect(JSON.stringify(answer.body)).not.toMatch(/likeness/);
    }
  });
});
