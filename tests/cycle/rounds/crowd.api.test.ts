import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { LEAST_BUYERS } from '@fraisier/shared/cycle/crowd.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadBundle, failures, unpack, verify } from '../../support/bundles.ts';
import { answerHands, close, type FixtureRating, type Month, moveTo, planAndOpen } from '../../support/month.ts';
import { authorsSize, buy, openRun, order } from '../../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

/** Everybody likes one design best, and tells the others apart in a way of their own. */
const likes =
  (best: number, voter: number) =>
  (design: number): FixtureRating => {
    if (design === best) return { stars: 5, wouldWear: true, size: 'M' };
    return { stars: (1 + ((design + voter) % 4)) as 1 | 2 | 3 | 4, wouldWear: false };
  };

describe('who voted', () => {
  let shop: TestShop;
  let few: Month;
  let enough: Month;
  let buyers: SignedIn[];
  let others: SignedIn[];
  const resultOf = async (month: Month): Promise<RoundResult> =>
    (await shop.visitor.get(`/api/rounds/${month.slug}/result`).expect(200)).body;
  /** As if the account had been made so many days before the vote opened; after it, when below 0. */
  const age = (member: SignedIn, slug: string, days: number) =>
    shop.pool.query(
      'update members set joined_at = (select voting_at from rounds where slug = $2) - make_interval(secs => $3) where id = $1',
      [member.id, slug, days * 86_400],
    );
  const voteAs = async (month: Month, voters: readonly SignedIn[], best: number) => {
    for (const [nth, voter] of voters.entries()) {
      month.voters.push(voter);
      await answerHands(month, voter, likes(best, nth));
    }
  };

  beforeAll(async () => {
    shop = await openShop();
    const run = await openRun(shop, { size: 40 });
    await authorsSize(shop, run);
    buyers = [];
    for (let nth = 0; nth < LEAST_BUYERS; nth++) {
      buyers.push(await shop.member({ email: `buyer-${nth}@fraisier.test`, name: `Buyer ${nth}` }));
      await buy(buyers[nth]!, run);
    }
    const holds = await shop.member({ name: 'Holds a number' });
    await order(holds, run).expect(201);
    const late = await shop.member({ name: 'Pays late' });
    others = [holds, late, run.designer];

    // 19 of the buyers, who like the last design; someone who holds a number, someone who pays once votes are frozen,
    // and the designer of a run, who paid nothing: those like the first one.
    few = await planAndOpen(shop, { slug: '2031-12', phase: 'voting', designs: 6 });
    await voteAs(few, buyers.slice(1), 5);
    await voteAs(few, others, 0);
    await moveTo(shop, few, 'final');
    await moveTo(shop, few, 'frozen');
    await shop.runJobs();
    await buy(late, run);
    await moveTo(shop, few, 'counted');
    await close(few);

    enough = await planAndOpen(shop, { slug: '2032-01', phase: 'voting', designs: 6 });
    const crowd = [...others.filter((one) => one !== late)];
    for (let nth = 0; nth < 30; nth++) {
      crowd.push(await shop.member({ email: `reader-${nth}@fraisier.test`, name: `Reader ${nth}` }));
    }
    // Nobody finds a bloc in who just likes the same: they like another design too.
    await voteAs(enough, buyers, 5);
    await voteAs(enough, crowd, 0);
    for (const [nth, days] of [-2, 0.5, 6.9, 7, 89, 200, 400].entries()) await age(crowd[nth]!, enough.slug, days);
    for (const buyer of [...buyers, ...crowd.slice(7)]) await age(buyer, enough.slug, 30);
    await moveTo(shop, enough, 'final');
    // Too late for the vote, so not among those who could.
    await shop.member({ email: 'after-the-final@fraisier.test', name: 'Too late' });
    await shop.pool.query(`insert into members (email, joined_at) values ('unverified@fraisier.test', '2026-01-01')`);
    await moveTo(shop, enough, 'frozen');
  }, 120_000);
  afterAll(() => shop.close());

  it('is told by nobody before the count', async () => {
    await shop.visitor.get(`/api/rounds/${enough.slug}/result`).expect(409);
  });

  it('tells how many could vote: verified, there before the final, not erased', async () => {
    const { rows } = await shop.pool.query<{ all: number }>('select count(*)::int as all from members');
    const erased = await shop.member({ email: 'leaves@fraisier.test', name: 'Leaves' });
    await age(erased, enough.slug, 90);
    await erased.delete('/api/me').send({ email: erased.email }).expect(204);
    await shop.runJobs();
    await moveTo(shop, enough, 'counted');
    const { crowd } = await resultOf(enough);
    expect(crowd!.eligible).toBe(rows[0]!.all - 2);
  });

  it('tells the ages of the voters’ accounts at the opening, each voter once', async () => {
    const { crowd, totals } = await resultOf(enough);
    expect(crowd!.ages).toEqual([
      { age: 'during', voters: 1 },
      { age: 'week', voters: 2 },
      { age: 'quarter', voters: 2 + totals.voters - 7 },
      { age: 'year', voters: 1 },
      { age: 'older', voters: 1 },
    ]);
    expect(crowd!.ages.reduce((sum, row) => sum + row.voters, 0)).toBe(totals.voters);
  });

  it('says nothing of what buyers chose while they are too few, not even how many they are', async () => {
    const { crowd } = await resultOf(few);
    expect(crowd!.buyers).toBeNull();
    const { rows } = await shop.pool.query<{ result: string }>('select result from round_counts where round_id = $1', [
      few.roundId,
    ]);
    expect(JSON.parse(rows[0]!.result).crowd.buyers).toBeNull();
  });

  it('tells what buyers chose once they are enough, by the same rules', async () => {
    const { crowd, winners } = await resultOf(enough);
    expect(winners.map((one) => one.design)).toEqual([enough.designs[0]!.id]);
    expect(crowd!.buyers).toEqual({
      voters: LEAST_BUYERS,
      ratings: LEAST_BUYERS * 6,
      winners: [expect.objectContaining({ design: enough.designs[5]!.id, title: 'Design 5', place: 1 })],
    });
  });

  it('looks past who was passed over, among buyers too', async () => {
    const body = { design: enough.designs[0]!.id, reason: 'Un tiers revendique ce dessin.' };
    await enough.operator.post(`/api/rounds/${enough.slug}/passing-over`, body).expect(200);
    const { winners, crowd } = await resultOf(enough);
    expect(winners.map((one) => one.design)).not.toContain(enough.designs[0]!.id);
    expect(crowd!.buyers!.winners.map((one) => one.design)).toEqual([enough.designs[5]!.id]);
  });

  it('is in the bundle, where the verifier neither stumbles over it nor claims to have checked it', async () => {
    await close(enough);
    await enqueue(shop.deps.db, 'sign-heads', {});
    await shop.runJobs();
    const bundle = await downloadBundle(shop, enough.slug);
    const stored = JSON.parse(unpack(bundle).get('result.json')!);
    expect(stored.crowd.buyers.voters).toBe(LEAST_BUYERS);
    const checks = await verify(bundle);
    expect(failures(checks)).toEqual([]);
    expect(JSON.stringify(checks)).not.toMatch(/crowd|buyer|eligible/);
    expect(unpack(bundle).get('README.txt')).toMatch(/"crowd" in result.json\) cannot be recounted/);
  });
});
