import { countSetAsideFaults } from '@fraisier/server/cycle/ballots/desk/set-aside.sql.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsInLog, clustersOf, mailsTo } from '../../support/blocs.ts';
import { type FixtureRating, type Month, moveTo, planAndOpen, vote } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { honestTaste } from '../../support/voters.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const one: FixtureRating = { stars: 1, wouldWear: false };
const rateDown = (design: number): FixtureRating => (design === 2 ? { stars: 5, wouldWear: true, size: 'S' } : one);
const find = async () => {
  await enqueue(shop.deps.db, 'find-clusters', {});
  await shop.runJobs();
};
const ballotOf = async (month: Month, voter: SignedIn) =>
  (await voter.get(`/api/rounds/${month.slug}/ballot`).expect(200)).body.setAside;
const inAgreement = async (month: Month) =>
  (await countsAgree(shop.deps.db, month.roundId)) && (await countSetAsideFaults(shop.deps.db, month.roundId)) === 0;
const cutLineOf = async (month: Month) => (await actsInLog(shop, month)).find((line) => line.kind === 'cut');

describe('a flat ballot', () => {
  let month: Month;
  let flat: SignedIn[];
  beforeAll(async () => {
    month = await planAndOpen(shop, { slug: '2026-12', phase: 'voting', designs: 12 });
    await vote(shop, month, { voters: 4, taste: honestTaste });
    await vote(shop, month, { voters: 2, taste: rateDown });
    flat = month.voters.slice(4);
    await find();
  });

  it('is set aside by the rule itself, in one cluster with all others, and its voter is told', async () => {
    const [cluster, ...more] = await clustersOf(month);
    expect(more).toEqual([]);
    expect(cluster).toMatchObject({
      signal: 'flat_ballot',
      state: 'quarantined',
      design: null,
      ballots: 2,
      signals: [{ code: 'flat_ballot', counts: {} }],
      decisions: [{ act: 'quarantine', reason: 'flat_ballot', by: null, ballots: 2 }],
      can: ['release'],
    });
    expect((await actsInLog(shop, month)).map((line) => [line.kind, line.reason])).toEqual([
      ['quarantine', 'flat_ballot'],
    ]);
    expect(await ballotOf(month, flat[0]!)).toMatchObject({ active: true, ratings: 12, reason: 'flat_ballot' });
    expect(await ballotOf(month, month.voters[0]!)).toBeNull();
    expect(await mailsTo(shop, flat[0]!)).toHaveLength(1);
    expect(await mailsTo(shop, month.voters[0]!)).toEqual([]);
    expect(await inAgreement(month)).toBe(true);
  });

  it('is set aside once, however often the job looks', async () => {
    await Promise.all([find(), find()]);
    await find();
    expect((await actsInLog(shop, month)).length).toBe(1);
    expect(await mailsTo(shop, flat[0]!)).toHaveLength(1);
  });

  it('counts again once it is flat no longer, and is out again when it is', async () => {
    const [voter] = flat;
    const rate = (design: number, stars: number) =>
      voter!
        .put(`/api/rounds/${month.slug}/ballot/${month.designs[design]!.id}`, { stars, wouldWear: false })
        .expect(200);
    await rate(0, 4);
    await rate(1, 3);
    await find();
    expect(await ballotOf(month, voter!)).toMatchObject({ active: false, ratings: 0, canAppeal: false });
    expect((await clustersOf(month))[0]).toMatchObject({ ballots: 1, state: 'quarantined' });
    await rate(0, 1);
    await rate(1, 1);
    await find();
    expect(await ballotOf(month, voter!)).toMatchObject({ active: true, ratings: 12 });
    expect((await clustersOf(month)).map((cluster) => cluster.ballots)).toEqual([2]);
    expect((await actsInLog(shop, month)).map((line) => line.reason)).toEqual([
      'flat_ballot',
      'no_longer_flat',
      'flat_ballot',
    ]);
    expect((await mailsTo(shop, voter!)).map((mail) => /comptent de nouveau/.test(mail.subject))).toEqual([
      false,
      true,
      false,
    ]);
    expect(await inAgreement(month)).toBe(true);
  });

  it('is out at the cut and at the freeze even if no job has looked', async () => {
    const other = await planAndOpen(shop, { slug: '2027-12', phase: 'voting', designs: 12 });
    await vote(shop, other, { voters: 3, taste: honestTaste });
    await vote(shop, other, { voters: 1, taste: rateDown });
    await moveTo(shop, other, 'final');
    expect(await cutLineOf(other)).toMatchObject({ ratings: 36 });
    expect((await actsInLog(shop, other)).map((line) => line.kind)).toEqual(['quarantine', 'cut']);

    // In the final it mends itself, another becomes flat, and the freeze sees both.
    const [mended, spoiled] = [other.voters[3]!, other.voters[0]!];
    const { body: hand } = await mended.post(`/api/rounds/${other.slug}/hands`).expect(200);
    const ratings = (hand.designs as { id: string }[]).map(({ id }, nth) => ({
      design: id,
      stars: 1 + (nth % 5),
      wouldWear: false,
    }));
    await mended.put(`/api/rounds/${other.slug}/ballot`, { ratings }).expect(200);
    for (let hands = 0; hands < 2; hands++) {
      const { body } = await spoiled.post(`/api/rounds/${other.slug}/hands`).expect(200);
      const flatly = (body.designs as { id: string }[]).map(({ id }) => ({ design: id, stars: 2, wouldWear: false }));
      await spoiled.put(`/api/rounds/${other.slug}/ballot`, { ratings: flatly }).expect(200);
    }
    await moveTo(shop, other, 'frozen');
    expect(await ballotOf(other, mended)).toMatchObject({ active: false });
    expect(await ballotOf(other, spoiled)).toMatchObject({ active: true, ratings: 12 });
    expect(await inAgreement(other)).toBe(true);
    // Set aside by the rule, it keeps nobody from counting; nothing is signed where the winner is the same.
    await moveTo(shop, other, 'counted');
    const { body } = await shop.visitor.get(`/api/rounds/${other.slug}/result`).expect(200);
    expect(body.setAside).toEqual({ voters: 1, ratings: 12 });
    await other.operator.post(`/api/rounds/${other.slug}/close`, {}).expect(200);
  });

  it('that an operator releases is not set aside again', async () => {
    const [cluster] = await clustersOf(month);
    const path = `/api/rounds/${month.slug}/clusters/${cluster!.id}/release`;
    await month.operator.post(path, { reason: 'mistake' }).expect(200);
    expect(await ballotOf(month, flat[1]!)).toMatchObject({ active: false });
    await find();
    await moveTo(shop, month, 'final');
    await moveTo(shop, month, 'frozen');
    expect((await clustersOf(month)).map(({ state, ballots }) => [state, ballots])).toEqual([['released', 2]]);
    expect(await ballotOf(month, flat[1]!)).toMatchObject({ active: false });
    await moveTo(shop, month, 'counted');
    const { body } = await shop.visitor.get(`/api/rounds/${month.slug}/result`).expect(200);
    expect(body.setAside).toEqual({ voters: 0, ratings: 0 });
    expect(body.totals).toMatchObject({ voters: 6, ratings: 72 });
  });
});
