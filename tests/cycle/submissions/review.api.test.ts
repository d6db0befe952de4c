import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallPng } from '../../support/artwork.ts';
import { type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { handIn, mailsTo, replace } from '../../support/submissions.ts';

describe('reviewing a design', () => {
  let shop: TestShop;
  let month: Month;
  let lea: SignedIn;
  let maud: SignedIn;
  const slug = '2026-12';
  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
    lea = await shop.operator({ name: 'Léa' });
  });
  afterAll(() => shop.close());

  const checked = async (locale: 'fr' | 'en' = 'fr') => {
    maud = await shop.member({ locale });
    const design = await handIn(maud, slug);
    await shop.runJobsUndrawn();
    return design.id;
  };
  const admit = (who: SignedIn, id: string) => who.post(`/api/designs/${id}/admission`);
  const refuse = (who: SignedIn, id: string, body: object = { reasons: ['too_thin'] }) =>
    who.post(`/api/designs/${id}/refusal`, body);
  const acts = async (id: string) =>
    (await shop.pool.query('select act, actor_name, details from audit_log where subject_id = $1 order by id', [id]))
      .rows;

  it('is for operators', async () => {
    const id = await checked();
    const path = `/api/designs/${id}`;
    for (const act of ['admission', 'refusal']) {
      await shop.visitor.post(`${path}/${act}`, { reasons: ['other'] }).expect(401);
      const answer = await maud.post(`${path}/${act}`, { reasons: ['other'] }).expect(403);
      expect(answer.body.code).toBe('not_allowed');
    }
    await shop.visitor.get('/api/reviews').expect(401);
    await maud.get('/api/reviews').expect(403);
  });

  it('admits: the designer is told, the act is written down, and everyone sees the design', async () => {
    const id = await checked();
    expect((await admit(lea, id).expect(200)).body).toMatchObject({
      state: 'admitted',
      own: { decision: { kind: 'admission' } },
    });
    await shop.runJobsUndrawn();
    const mails = await mailsTo(shop, maud.email);
    expect(mails.map((mail) => mail.subject)).toEqual(['«\u00a0Raton laveur\u00a0» est admis']);
    expect(mails[0]?.text).toContain(`/fr/designs/${id}`);
    expect(await acts(id)).toEqual([
      { act: 'admit-design', actor_name: 'Léa', details: { round: slug, artwork: expect.any(String) } },
    ]);
    await shop.visitor.get(`/api/designs/${id}`).expect(200);
  });

  it('admits once: the second operator is told that it does not wait', async () => {
    const id = await checked();
    const noe = await shop.operator({ name: 'Noé' });
    const answers = await Promise.all([admit(lea, id), admit(noe, id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const lost = answers.find((answer) => answer.status === 409);
    expect(lost?.body).toMatchObject({ code: 'design_not_reviewable', reasons: [{ detail: 'admitted' }] });
    await shop.runJobsUndrawn();
    expect(await mailsTo(shop, maud.email)).toHaveLength(1);
    expect(await acts(id)).toHaveLength(1);
  });

  it('does not admit what is still being checked', async () => {
    maud = await shop.member();
    const { id } = await handIn(maud, slug);
    expect((await admit(lea, id).expect(409)).body.code).toBe('artwork_not_checked');
    expect((await refuse(lea, id).expect(409)).body.code).toBe('artwork_not_checked');
    await admit(lea, '019ab000-0000-7000-8000-000000000000').expect(404);
    await shop.runJobsUndrawn();
  });

  it('refuses with reasons, which the designer reads in their language, with our words', async () => {
    const id = await checked('en');
    const message = 'The strands on the left are 0.36 mm.';
    const { body } = await refuse(lea, id, { reasons: ['too_thin', 'rights'], message }).expect(200);
    expect(body).toMatchObject({ state: 'refused', own: { decision: { reasons: ['too_thin', 'rights'], message } } });
    await shop.runJobsUndrawn();
    const [mail] = await mailsTo(shop, maud.email);
    expect(mail?.subject).toBe('“Raton laveur” is not in the round yet');
    expect(mail?.text).toContain('Some strokes are too thin');
    expect(mail?.text).toContain(message);
    expect(mail?.text).toContain(`/en/designs/${id}`);
    expect(await acts(id)).toEqual([
      {
        act: 'refuse-design',
        actor_name: 'Léa',
        details: expect.objectContaining({ reasons: ['too_thin', 'rights'] }),
      },
    ]);
    const mine = await maud.get(`/api/designs/${id}`).expect(200);
    expect(mine.body.own).toMatchObject({ canChange: true, decision: { message } });
    expect((await refuse(lea, id).expect(409)).body.code).toBe('design_not_reviewable');
  });

  it('writes about a second refusal too', async () => {
    const id = await checked();
    await refuse(lea, id).expect(200);
    await replace(maud, id, await smallPng()).expect(202);
    await shop.runJobsUndrawn();
    await refuse(lea, id).expect(200);
    await shop.runJobsUndrawn();
    expect(await mailsTo(shop, maud.email)).toHaveLength(2);
  });

  it('wants a reason', async () => {
    const id = await checked();
    await refuse(lea, id, { reasons: [] }).expect(400);
    await refuse(lea, id, {}).expect(400);
    await refuse(lea, id, { reasons: 'too_thin' }).expect(400);
    await refuse(lea, id, { reasons: ['  '] }).expect(400);
    expect((await maud.get(`/api/designs/${id}`).expect(200)).body.state).toBe('checked');
  });

  it('sends a reason in words of its own as it was written', async () => {
    const id = await checked();
    const own = 'La machine à laver a <b>deux</b> hublots.';
    await refuse(lea, id, { reasons: [own, own] }).expect(200);
    await shop.runJobsUndrawn();
    const [mail] = await mailsTo(shop, maud.email);
    expect(mail?.text.split(own)).toHaveLength(2);
  });

  it('takes an admitted design out again while the round collects', async () => {
    const id = await checked();
    await admit(lea, id).expect(200);
    await refuse(lea, id, { reasons: ['likeness'] }).expect(200);
    await shop.visitor.get(`/api/designs/${id}`).expect(404);
  });

  it('keeps decisions as they were made', async () => {
    await expect(shop.pool.query(`update design_decisions set message = 'x'`)).rejects.toThrow('append-only');
    await expect(shop.pool.query('delete from design_decisions')).rejects.toThrow('append-only');
  });

  it('lists what waits, oldest first, with what stands against it', async () => {
    const ids = [await checked(), await checked()];
    const { body } = await lea.get('/api/reviews').expect(200);
    const listed = body.items.map((item: { id: string }) => item.id);
    expect(listed.slice(-2)).toEqual(ids);
    expect(body.items.at(-1)).toMatchObject({
      state: 'checked',
      designerName: maud.name,
      blockers: [],
      own: { isOwner: false, findings: expect.arrayContaining([expect.objectContaining({ code: 'transparency' })]) },
    });
    expect(body.items.at(-1).checkedAt).toBeTruthy();
    const after = await lea.get(`/api/reviews?cursor=${ids[0]}`).expect(200);
    expect(after.body.items.map((item: { id: string }) => item.id)).toEqual([ids[1]]);
    const refused = await lea.get('/api/reviews?state=refused').expect(200);
    expect(refused.body.items.every((item: { state: string }) => item.state === 'refused')).toBe(true);
    expect(refused.body.items[0].blockers).toEqual([{ code: 'design_not_reviewable', detail: 'refused' }]);
    await lea.get('/api/reviews?state=pretty').expect(400);
    await lea.get('/api/reviews?cursor=1').expect(400);
  });

  it('never admits more than the round can show, however many press at once', async () => {
    const small = await planAndOpen(shop, {
      slug: '2027-01',
      phase: 'collecting',
      designs: 1,
      plan: { expectedRatings: 60 },
    });
    const ids: string[] = [];
    for (let nth = 0; nth < 4; nth++) ids.push((await handIn(await shop.member(), small.slug)).id);
    await shop.runJobsUndrawn();
    const answers = await Promise.all(ids.map((id) => admit(lea, id)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 409, 409]);
    for (const answer of answers.filter((one) => one.status === 409)) {
      expect(answer.body).toMatchObject({ code: 'round_full', reasons: [{ code: 'round_full', detail: '3' }] });
    }
    const { body } = await shop.visitor.get(`/api/rounds/${small.slug}/designs`).expect(200);
    expect(body.items).toHaveLength(3);
    expect(month.slug).toBe(slug);
  });
});
