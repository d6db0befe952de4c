import { checkArtwork } from '@fraisier/server/cycle/submissions/check-artwork.job.ts';
import type { Picture } from '@fraisier/shared/contracts/common.ts';
import { MAX_DESIGNS_PER_MEMBER } from '@fraisier/shared/cycle/submission-rules.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { artworks, hostile, png } from '../../support/artwork.ts';
import { type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type TestShop } from '../../support/shop.ts';
import { filesIn, goodFields, handIn, mailsTo, submit } from '../../support/submissions.ts';

describe('handing in a design', () => {
  let shop: TestShop;
  let month: Month;
  const slug = '2026-12';
  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
  });
  afterAll(() => shop.close());
  // What the test before left to do is no part of this one.
  beforeEach(() => shop.pool.query('delete from graphile_worker._private_jobs'));
  // Whatever was tried: no half upload, and no original without its row.
  afterEach(async () => {
    expect(await filesIn(shop, 'temp/')).toEqual([]);
    const { rows } = await shop.pool.query('select storage_key from artworks');
    const known = rows.map((row) => row.storage_key);
    expect((await filesIn(shop, 'originals/')).filter((key) => !known.includes(key))).toEqual([]);
  });

  it('answers at once that it is checked, and later that it was', async () => {
    const maud = await shop.member({ name: 'Maud' });
    const design = await handIn(maud, slug, { title: '  Froid de canard ', story: 'Un canard.\r\nIl fait froid.' });
    expect(design).toMatchObject({
      state: 'checking',
      title: 'Froid de canard',
      story: 'Un canard.\nIl fait froid.',
      round: slug,
      roundPhase: 'collecting',
      month: 12,
      designer: null,
      pictures: [],
      own: {
        isOwner: true,
        canChange: true,
        canWithdraw: true,
        artwork: { version: 1, format: 'png', checkedAt: null },
      },
    });
    await shop.runJobs();
    const { body } = await maud.get(`/api/designs/${design.id}`).expect(200);
    expect(body.state).toBe('checked');
    expect(body.inks.map((ink: { hex: string }) => ink.hex)).toEqual(['#e5263e', '#1b6b45']);
    expect(body.placeholder).toBeTruthy();
    expect(body.own.findings.map((finding: { code: string }) => finding.code)).toContain('resolution');
    expect(body.pictures).toHaveLength(5);
    for (const view of [body.front, body.shirt.detail, body.shirt.worn]) {
      expect(view.map((picture: { format: string }) => picture.format)).toEqual(['avif', 'avif', 'webp']);
    }
  });

  it('shows its designer a first picture as soon as it is checked, before the others are made', async () => {
    const maud = await shop.member();
    const { id } = await handIn(maud, slug);
    const { artwork_id: artworkId } = await shop.deps.db
      .selectFrom('designs')
      .select('artwork_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await checkArtwork(shop.deps, { artworkId: artworkId! });
    const early = await maud.get(`/api/designs/${id}`).expect(200);
    expect(early.body.pictures).toMatchObject([{ format: 'webp', width: 640 }]);
    expect(early.body).toMatchObject({ front: [], shirt: { detail: [], worn: [] } });
    await shop.visitor.get(early.body.pictures[0].url).expect(200);
    await shop.runJobs();
    const { body } = await maud.get(`/api/designs/${id}`).expect(200);
    expect(body.pictures.map(({ width }: Picture) => width)).toEqual([320, 640, 1000, 640, 1000]);
    expect(body.front).not.toEqual([]);
  });

  it('gives pictures for ever, under the hash of their bytes', async () => {
    const maud = await shop.member();
    const { id } = await handIn(maud, slug);
    await shop.runJobs();
    const { body } = await maud.get(`/api/designs/${id}`).expect(200);
    for (const { url, format } of [
      ...body.pictures,
      ...(body.front as Picture[]),
      ...Object.values(body.shirt as Record<string, Picture[]>).flat(),
    ]) {
      const { headers, body: bytes } = await shop.visitor.get(url).buffer(true).expect(200);
      expect(headers['content-type']).toBe(`image/${format}`);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(Buffer.isBuffer(bytes)).toBe(true);
      const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
      expect(url).toBe(`/pictures/${hash.slice(0, 24)}.${format}`);
    }
    await shop.visitor.get(`/pictures/${'0'.repeat(64)}.webp`).expect(404);
    await shop.visitor.get('/pictures/..%2Foriginals%2Fx').expect(404);
    await shop.visitor.get('/pictures/me.png').expect(404);
  });

  it('asks to sign in first, before it looks at the form', async () => {
    const answer = await submit(shop.visitor, slug, { file: await png() }).expect(401);
    expect(answer.body.code).toBe('not_signed_in');
  });

  it('knows only rounds that are there', async () => {
    const maud = await shop.member();
    expect((await submit(maud, '2031-01', { file: await png() }).expect(404)).body.code).toBe('not_found');
    await submit(maud, 'next-month', { file: await png() }).expect(400);
  });

  it('wants a multipart form', async () => {
    const maud = await shop.member();
    const answer = await maud.post(`/api/rounds/${slug}/submissions`, goodFields).expect(415);
    expect(answer.body.code).toBe('unsupported_media_type');
  });

  it('tells every field that is wrong', async () => {
    const maud = await shop.member();
    const { title, ...rest } = goodFields;
    const fields = { ...rest, fabric: 'cuir', altText: 'a'.repeat(201), colour: 'red' };
    const { body } = await submit(maud, slug, { file: await png(), fields }).expect(400);
    expect(body.code).toBe('field_missing');
    expect(new Set(body.reasons.map((reason: { field: string }) => reason.field))).toEqual(
      new Set(['title', 'fabric', 'altText', 'colour']),
    );
    await submit(maud, slug, { file: await png(), fields: { ...goodFields, title: '   ' } }).expect(400);
    expect((await maud.get('/api/me/designs').expect(200)).body.items).toEqual([]);
  });

  it('wants the file that it asks for', async () => {
    const maud = await shop.member();
    const post = () => maud.post(`/api/rounds/${slug}/submissions`);
    const without = await post().field('title', 'Sans').expect(400);
    expect(without.body.reasons).toContainEqual({ code: 'required', field: 'artwork' });
    const other = await post()
      .attach('picture', await png(), 'a.png')
      .field(goodFields)
      .expect(400);
    expect(other.body.reasons).toContainEqual({ code: 'unknown_field', field: 'picture' });
  });

  it('takes no design without the rights to it', async () => {
    const maud = await shop.member();
    for (const rightsDeclared of ['false', 'yes', '']) {
      const form = { file: await png(), fields: { ...goodFields, rightsDeclared } };
      expect((await submit(maud, slug, form).expect(422)).body.code).toBe('rights_not_declared');
    }
    const { rightsDeclared: _, ...fields } = goodFields;
    expect((await submit(maud, slug, { file: await png(), fields }).expect(422)).body.code).toBe('rights_not_declared');
  });

  it('takes the very file once, and says where it is', async () => {
    const maud = await shop.member();
    const file = await png();
    const { body: design } = await submit(maud, slug, { file }).expect(202);
    const { body } = await submit(maud, slug, { file }).expect(409);
    expect(body).toMatchObject({ code: 'already_submitted', reasons: [{ detail: design.id }] });
    const theo = await shop.member();
    await submit(theo, slug, { file }).expect(202);
  });

  it('takes three designs of one person, even of one in a hurry', async () => {
    const maud = await shop.member();
    const files = await Promise.all([1, 2, 3, 4, 5].map(() => png()));
    const answers = await Promise.all(files.map((file) => submit(maud, slug, { file })));
    const taken = answers.filter((answer) => answer.status === 202);
    expect(taken).toHaveLength(MAX_DESIGNS_PER_MEMBER);
    for (const answer of answers.filter((one) => one.status !== 202)) {
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 409, code: 'too_many_designs' });
    }
    await maud.delete(`/api/designs/${taken[0]!.body.id}`).expect(200);
    await handIn(maud, slug);
  });

  it.each(['a JPEG', 'a CMYK JPEG', 'a lossless WebP', 'a PNG of 16 bits', 'a PNG with a zip behind it'])(
    'takes %s',
    async (name) => {
      const maud = await shop.member();
      const { body } = await submit(maud, slug, { file: await artworks[name]!(), fileName: 'x.gif' }).expect(202);
      await shop.runJobs();
      const checked = await maud.get(`/api/designs/${body.id}`).expect(200);
      expect(checked.body.state).toBe('checked');
      expect(checked.body.pictures).not.toEqual([]);
    },
  );

  it.each(Object.entries(hostile))('is not harmed by %s', async (_name, { file, ends }) => {
    const maud = await shop.member({ locale: 'fr' });
    const answer = await submit(maud, slug, { file: await file(), fileName: 'innocent.png' });
    if (ends !== 'refused') {
      expect(answer.body.code).toBe(ends);
      expect(answer.status).toBe(422);
      expect((await maud.get('/api/me/designs').expect(200)).body.items).toEqual([]);
      return;
    }
    expect(answer.status).toBe(202);
    await shop.runJobs();
    const { body } = await maud.get(`/api/designs/${answer.body.id}`).expect(200);
    expect(body).toMatchObject({ state: 'refused', own: { canChange: true } });
    expect(body.own.decision).toMatchObject({ kind: 'refusal', message: '' });
    expect(['image_broken', 'blank']).toContain(body.own.decision.reasons[0]);
    const [mail] = await mailsTo(shop, maud.email);
    expect(mail?.subject).toContain('n’entre pas encore');
    expect(mail?.text).toContain(`/fr/designs/${body.id}`);
  });

  it('refuses a file of more than sixty megabytes', async () => {
    const maud = await shop.member();
    const answer = await submit(maud, slug, { file: Buffer.alloc(60_000_001) }).expect(413);
    expect(answer.body.code).toBe('too_large');
  });

  it('is over when voting opens, and at the planned moment already', async () => {
    const maud = await shop.member();
    const before = await shop.now();
    const { body: round } = await shop.visitor.get(`/api/rounds/${slug}`).expect(200);
    await shop.setClock(round.planned.voting);
    const late = await submit(maud, slug, { file: await png() }).expect(409);
    expect(late.body).toMatchObject({ code: 'submissions_closed', reasons: [{ detail: 'collecting' }] });
    await shop.setClock(before);
    await handIn(maud, slug);
  });

  it('stops when the round has all it can show', async () => {
    const { slug: small, operator } = await planAndOpen(shop, {
      slug: '2027-01',
      phase: 'collecting',
      designs: 2,
      plan: { expectedRatings: 40 },
    });
    const maud = await shop.member();
    const { body } = await submit(maud, small, { file: await png() }).expect(409);
    expect(body).toMatchObject({ code: 'round_full', reasons: [{ code: 'round_full', detail: '2' }] });
    await operator.get(`/api/rounds/${small}`).expect(200);
    const voting = await planAndOpen(shop, { slug: '2027-02', phase: 'voting', designs: 2 });
    expect((await submit(maud, voting.slug, { file: await png() }).expect(409)).body.code).toBe('submissions_closed');
    expect(month.slug).toBe(slug);
  });
});
