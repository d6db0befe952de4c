import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveToDecided, type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

describe('the result letter', () => {
  let shop: TestShop;
  let month: Month;
  let stranger: SignedIn;
  const letterOf = (design: number) => `/api/designs/${month.designs[design]!.id}/letter`;

  beforeAll(async () => {
    shop = await openShop();
    month = await liveToDecided(shop, {
      designs: 4,
      voters: 6,
      taste: (design, voter) => {
        const stars = (5 - design) as 2 | 3 | 4 | 5;
        if (design === 0) return { stars, wouldWear: true, size: 'M' };
        return { stars, wouldWear: false, ...(design === 1 && voter < 2 ? { note: `A word, number ${voter}.` } : {}) };
      },
    });
    stranger = await shop.member();
    const { body } = await month.operator.get('/api/notes').expect(200);
    expect(body.items).toHaveLength(2);
    await month.operator.put(`/api/notes/${body.items[0].id}/state`, { state: 'approved' }).expect(200);
    await month.operator.put(`/api/notes/${body.items[1].id}/state`, { state: 'hidden' }).expect(200);
  });
  afterAll(() => shop.close());

  it('is not there before it is written', async () => {
    const answer = await month.designs[1]!.designer.get(letterOf(1)).expect(404);
    expect(answer.body.code).toBe('letter_not_ready');
  });

  it('reaches every entrant once, however often the job runs', async () => {
    await shop.runJobs();
    await enqueue(shop.deps.db, 'write-letters', { roundId: month.roundId });
    await shop.runJobs();
    const mails = await shop.deps.db.selectFrom('mails').selectAll().where('template', '=', 'result-letter').execute();
    expect(mails.map((mail) => mail.recipient).sort()).toEqual(
      month.designs.map(({ designer }) => designer.email).sort(),
    );
    expect(mails.every((mail) => mail.sent_at !== null)).toBe(true);
  });

  it('says the result, what voters left, and what is possible', async () => {
    const { body } = await month.designs[1]!.designer.get(letterOf(1)).expect(200);
    expect(body).toMatchObject({ winner: false, rank: 2, designs: 4, ratings: 6, wouldWear: 0, round: month.slug });
    expect(body.notes).toHaveLength(1);
    expect(body.histogram.reduce((sum: number, count: number) => sum + count, 0)).toBe(6);
    expect(body.winners).toEqual([{ title: month.designs[0]!.title, designer: month.designs[0]!.designer.name }]);
    expect(body.bounty).toBeNull();
  });

  it('tells the winner of the bounty', async () => {
    const { body } = await month.designs[0]!.designer.get(letterOf(0)).expect(200);
    expect(body).toMatchObject({ winner: true, rank: 1, wouldWear: 6, sizes: { M: 6 } });
    await month.designs[0]!.designer.get(`/api/bounties/${body.bounty}`).expect(200);
  });

  it('is for its designer alone', async () => {
    await shop.visitor.get(letterOf(1)).expect(401);
    expect((await stranger.get(letterOf(1)).expect(403)).body.code).toBe('not_owner');
    expect((await month.operator.get(letterOf(1)).expect(403)).body.code).toBe('not_owner');
    await stranger.get('/api/designs/00000000-0000-4000-8000-000000000000/letter').expect(404);
    await stranger.get('/api/designs/raton-laveur/letter').expect(400);
  });

  it('cannot be rewritten', async () => {
    await expect(shop.deps.db.updateTable('letters').set({ content: '{}' }).execute()).rejects.toThrow('append-only');
    await expect(shop.deps.db.deleteFrom('letters').execute()).rejects.toThrow('append-only');
  });

  it('keeps no letter for a round that is not decided', async () => {
    const open = await planAndOpen(shop, { slug: '2027-02', phase: 'collecting', designs: 1 });
    await open.designs[0]!.designer.get(`/api/designs/${open.designs[0]!.id}/letter`).expect(404);
  });
});
