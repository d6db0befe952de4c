import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostile, smallPng } from '../../support/artwork.ts';
import { type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { filesIn, handIn, replace } from '../../support/submissions.ts';

describe("a designer's own design", () => {
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
    // What the test before left to do is no part of this one.
    await shop.pool.query('delete from graphile_worker._private_jobs');
    [maud, other] = [await shop.member(), await shop.member()];
    design = await handIn(maud, slug);
  });
  const admit = async (id: string) => {
    await shop.runJobsUndrawn();
    await operator.post(`/api/designs/${id}/admission`).expect(200);
  };
  const stateOf = async (id: string) => (await maud.get(`/api/designs/${id}`).expect(200)).body.state;

  it('is seen by nobody but its designer and operators until it is admitted', async () => {
    const path = `/api/designs/${design.id}`;
    const reaching = async () => [
      (await shop.visitor.get(path)).status,
      (await other.get(path)).status,
      (await maud.get(path)).status,
      (await operator.get(path)).status,
    ];
    expect(await reaching()).toEqual([404, 404, 200, 200]);
    await shop.runJobsUndrawn();
    expect(await reaching()).toEqual([404, 404, 200, 200]);
    await operator.post(`${path}/refusal`, { reasons: ['too_thin'] }).expect(200);
    expect(await reaching()).toEqual([404, 404, 200, 200]);
    await replace(maud, design.id, await smallPng()).expect(202);
    await admit(design.id);
    expect(await reaching()).toEqual([200, 200, 200, 200]);
    await maud.delete(path).expect(200);
    expect(await reaching()).toEqual([404, 404, 200, 200]);
  });

  it('shows others neither its designer nor what is between its designer and the shop', async () => {
    await admit(design.id);
    for (const someone of [shop.visitor, other]) {
      const { body, text } = await someone.get(`/api/designs/${design.id}`).expect(200);
      expect(body).toMatchObject({ own: null, designer: null });
      expect(text).not.toContain(maud.id);
      expect(text).not.toContain(maud.name);
      expect(text).not.toContain('raton.png');
    }
    const seen = await operator.get(`/api/designs/${design.id}`).expect(200);
    expect(seen.body.own).toMatchObject({ isOwner: false, canChange: false, canWithdraw: false });
  });

  it('answers with a 404 what is no design', async () => {
    await maud.get('/api/designs/019ab000-0000-7000-8000-000000000000').expect(404);
    await maud.get('/api/designs/raton').expect(400);
  });

  describe('when its file is replaced', () => {
    it('keeps its place and is looked at again', async () => {
      await admit(design.id);
      const { body } = await replace(maud, design.id, await smallPng()).expect(202);
      expect(body).toMatchObject({ id: design.id, state: 'checking', pictures: [] });
      expect(body.own).toMatchObject({ decision: null, submittedAt: design.own!.submittedAt });
      expect(body.own.artwork).toMatchObject({ version: 2, fileName: 'raton-2.png' });
      await shop.visitor.get(`/api/designs/${design.id}`).expect(404);
      await admit(design.id);
      const after = await shop.visitor.get(`/api/designs/${design.id}`).expect(200);
      expect(after.body.pictures).not.toEqual([]);
    });

    it('is not replaced by the same file again', async () => {
      const file = await smallPng();
      await replace(maud, design.id, file).expect(202);
      await shop.runJobsUndrawn();
      const { body } = await replace(maud, design.id, file).expect(202);
      expect(body).toMatchObject({ state: 'checked', own: { artwork: { version: 2 } } });
      expect(await filesIn(shop, 'temp/')).toEqual([]);
    });

    it('may be sent again as it is when it was refused', async () => {
      const file = await smallPng();
      await replace(maud, design.id, file).expect(202);
      await shop.runJobsUndrawn();
      await operator.post(`/api/designs/${design.id}/refusal`, { reasons: ['other'] }).expect(200);
      expect((await replace(maud, design.id, file).expect(202)).body.state).toBe('checking');
    });

    it('ends with the newer of two files sent at once', async () => {
      const files = [await smallPng(), await smallPng(), await smallPng()];
      const answers = await Promise.all(files.map((file) => replace(maud, design.id, file)));
      expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202]);
      await shop.runJobsUndrawn();
      const { body } = await maud.get(`/api/designs/${design.id}`).expect(200);
      expect(body.state).toBe('checked');
      expect(body.own.artwork.version).toBe(4);
    });

    it('is left as it was by a file that is no picture', async () => {
      await shop.runJobsUndrawn();
      for (const name of ['a text', 'an SVG called PNG', 'a stamp', 'a PNG of 524,320 × 32']) {
        const { file, ends } = hostile[name]!;
        const { body } = await replace(maud, design.id, await file()).expect(422);
        expect(body.code).toBe(ends);
      }
      await maud.put(`/api/designs/${design.id}/artwork`).field('title', 'x').expect(400);
      const { body } = await maud.get(`/api/designs/${design.id}`).expect(200);
      expect(body).toMatchObject({ state: 'checked', own: { artwork: { version: 1 } } });
      expect(await filesIn(shop, 'temp/')).toEqual([]);
    });
  });

  describe('belongs to its designer:', () => {
    it.each([
      ['replace', async (who: SignedIn, id: string) => replace(who, id, await smallPng()), 403],
      ['withdraw', async (who: SignedIn, id: string) => who.delete(`/api/designs/${id}`), 403],
    ] as const)('nobody else may %s it', async (_act, act, forbidden) => {
      expect((await act(shop.visitor as SignedIn, design.id)).status).toBe(401);
      // Who may not know of it is not told that it is there.
      expect((await act(other, design.id)).status).toBe(404);
      expect((await act(operator, design.id)).body.code).toBe('not_owner');
      await admit(design.id);
      const answer = await act(other, design.id);
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: forbidden, code: 'not_owner' });
      expect(await stateOf(design.id)).toBe('admitted');
    });

    it('nobody else may have the original', async () => {
      const path = `/api/designs/${design.id}/original`;
      await shop.visitor.get(path).expect(401);
      await other.get(path).expect(404);
      await admit(design.id);
      expect((await other.get(path).expect(403)).body.code).toBe('not_owner');
    });
  });

  it('gives the original back as it came, to be saved and not shown', async () => {
    const file = await smallPng();
    await replace(maud, design.id, file).expect(202);
    for (const someone of [maud, operator]) {
      const { headers, body } = await someone.get(`/api/designs/${design.id}/original`).buffer(true).expect(200);
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="raton-2.png"; filename*=UTF-8''raton-2.png`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'content-length': String(file.length),
      });
      expect((body as Buffer).equals(file)).toBe(true);
    }
  });

  it('asked for by its head or in parts is no other file, and to nobody else', async () => {
    const file = await smallPng();
    await replace(maud, design.id, file).expect(202);
    const path = `/api/designs/${design.id}/original`;
    const head = (who: Partial<SignedIn>) => {
      const request = supertest(shop.app.server).head(path);
      return who.cookie ? request.set('cookie', who.cookie) : request;
    };
    const { headers } = await head(maud).expect(200);
    expect(headers).toMatchObject({
      'content-length': String(file.length),
      'content-disposition': expect.stringMatching(/^attachment;/),
      'x-content-type-options': 'nosniff',
    });
    await head({}).expect(401);
    await head(other).expect(404);
    const { body } = await maud.get(path).set('range', 'bytes=0-99').buffer(true).expect(200);
    expect((body as Buffer).equals(file)).toBe(true);
    await shop.visitor.get(path).set('range', 'bytes=0-99').expect(401);
    await other.get(path).set('range', 'bytes=0-99').expect(404);
    // Nor under any address that asks for no name.
    const { rows } = await shop.pool.query('select storage_key from artworks where design_id = $1', [design.id]);
    for (const { storage_key: key } of rows) {
      for (const address of [
        `/${key}`,
        `/pictures/${key.split('/')[1]}`,
        `/pictures/..%2f${key.replace('/', '%2f')}`,
      ]) {
        // A page in her language, and there is none.
        expect([302, 404], address).toContain((await maud.get(address)).status);
      }
    }
  });

  it('is withdrawn once and for all, and twice is no error', async () => {
    await admit(design.id);
    expect((await maud.delete(`/api/designs/${design.id}`).expect(200)).body.state).toBe('withdrawn');
    expect((await maud.delete(`/api/designs/${design.id}`).expect(200)).body.state).toBe('withdrawn');
    const again = await replace(maud, design.id, await smallPng()).expect(409);
    expect(again.body.code).toBe('design_not_changeable');
    expect((await operator.post(`/api/designs/${design.id}/admission`).expect(409)).body.code).toBe(
      'design_not_reviewable',
    );
  });

  it('is listed among mine, newest first, page by page', async () => {
    const second = await handIn(maud, slug);
    await maud.delete(`/api/designs/${design.id}`).expect(200);
    const { body } = await maud.get('/api/me/designs').expect(200);
    expect(body.items.map((item: Design) => [item.id, item.state])).toEqual([
      [second.id, 'checking'],
      [design.id, 'withdrawn'],
    ]);
    expect(body.nextCursor).toBeNull();
    expect((await maud.get(`/api/me/designs?cursor=${second.id}`).expect(200)).body.items).toHaveLength(1);
    await maud.get('/api/me/designs?cursor=yesterday').expect(400);
    expect((await other.get('/api/me/designs').expect(200)).body.items).toEqual([]);
    await shop.visitor.get('/api/me/designs').expect(401);
  });

  it('is nobody’s to change once people vote', async () => {
    const late = await planAndOpen(shop, { slug: '2027-01', phase: 'voting', designs: 2 });
    const { id, designer } = late.designs[0]!;
    expect((await replace(designer, id, await smallPng()).expect(409)).body.code).toBe('submissions_closed');
    expect((await designer.delete(`/api/designs/${id}`).expect(409)).body.code).toBe('submissions_closed');
    expect(
      (await late.operator.post(`/api/designs/${id}/refusal`, { reasons: ['rights'] }).expect(409)).body.code,
    ).toBe('submissions_closed');
    const { body } = await designer.get(`/api/designs/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'admitted', own: { canChange: false, canWithdraw: false } });
  });
});
