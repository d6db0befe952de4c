import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerHands, enterDesign, type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let month: Month;
beforeAll(async () => {
  shop = await openShop();
  month = await planAndOpen(shop, { phase: 'voting', slug: '2026-12', designs: 12, voters: 1 });
});
afterAll(() => shop.close());

describe('a round', () => {
  it('is shown to everyone, with its moments and counts', async () => {
    const { body } = await shop.visitor.get('/api/rounds/2026-12').expect(200);
    expect(body).toMatchObject({
      slug: '2026-12',
      phase: 'voting',
      counts: { designs: 12, capacity: 300, voters: 1, ratings: 12 },
      extendedUntil: null,
      cancelReason: null,
      handSize: 10,
      handCap: 30,
      standing: null,
    });
    expect(Date.parse(body.actual.voting)).toBeGreaterThanOrEqual(Date.parse(body.planned.voting));
    await shop.visitor.get('/api/rounds/2027-12').expect(404);
    await shop.visitor.get('/api/rounds/2026-13').expect(400);
  });

  it('tells a member where they stand: before, in the middle and at the end of a ballot', async () => {
    const voter = await shop.member();
    const standing = async () => (await voter.get('/api/rounds/2026-12').expect(200)).body.standing;
    expect(await standing()).toEqual({
      canVote: true,
      cannotVoteReason: null,
      stage: 'voting',
      dealt: 0,
      rated: 0,
      skipped: 0,
      left: 12,
      done: false,
      submissions: [],
    });
    const { body: hand } = await voter.post('/api/rounds/2026-12/hands').expect(200);
    await voter.put(`/api/rounds/2026-12/ballot/${hand.designs[0].id}`, { stars: 3, wouldWear: false }).expect(200);
    expect(await standing()).toMatchObject({ dealt: 10, rated: 1, left: 2, done: false });
    await answerHands(month, voter, () => ({ stars: 2, wouldWear: false }));
    expect(await standing()).toMatchObject({ dealt: 12, rated: 12, left: 0, done: true });
  });

  it('tells a designer what they have in it, and another member nothing of that', async () => {
    const designer = month.designers[3]!;
    const { body } = await designer.get('/api/rounds/2026-12').expect(200);
    expect(body.standing.submissions).toEqual([{ id: month.designs[3]!.id, title: 'Design 3', state: 'admitted' }]);
    expect(body.standing.left).toBe(11);
    const refused = await enterDesign(shop, month, { designer, nth: 30, state: 'refused', title: 'Refused' });
    const { body: again } = await designer.get('/api/rounds').expect(200);
    expect(again.items[0].standing.submissions).toContainEqual({ id: refused.id, title: 'Refused', state: 'refused' });
    const other = await (await shop.member()).get('/api/rounds/2026-12').expect(200);
    expect(other.body.standing.submissions).toEqual([]);
  });
});

describe('the rounds of the shop', () => {
  it('are listed newest first, a year at a time', async () => {
    for (let nth = 1; nth <= 13; nth++) {
      await planAndOpen(shop, {
        phase: 'planned',
        slug: `20${nth < 13 ? 27 : 28}-${String(((nth - 1) % 12) + 1).padStart(2, '0')}`,
      });
    }
    const first = await shop.visitor.get('/api/rounds').expect(200);
    const slugs = first.body.items.map((round: { slug: string }) => round.slug);
    expect(slugs).toHaveLength(12);
    expect(slugs).toEqual(slugs.toSorted().reverse());
    expect(slugs[0]).toBe('2028-01');
    const second = await shop.visitor.get(`/api/rounds?cursor=${first.body.nextCursor}`).expect(200);
    expect(second.body.items.map((round: { slug: string }) => round.slug)).toEqual(['2027-01', '2026-12']);
    expect(second.body.nextCursor).toBeNull();
    expect(second.body.items[1]).toEqual((await shop.visitor.get('/api/rounds/2026-12').expect(200)).body);
  });

  it('refuses a cursor that it never gave', async () => {
    for (const cursor of ['x', '2026-13', "2026-12' or 1=1"]) {
      const answer = await shop.visitor.get(`/api/rounds?cursor=${encodeURIComponent(cursor)}`).expect(400);
      expect(answer.body.code).toBe('bad_input');
    }
    await shop.visitor.get('/api/rounds?page=2').expect(400);
  });
});
