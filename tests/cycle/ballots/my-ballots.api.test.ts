import { standingOf } from '@fraisier/server/cycle/ballots/standing.ts';
import { findRound } from '@fraisier/server/cycle/rounds/find-round.ts';
import { findMember } from '@fraisier/server/people/members.sql.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movePhase, openReceipt, openVotedRound, type VotedRound } from '../../support/ballots.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const ballot = (round: VotedRound) => `/api/rounds/${round.slug}/ballot`;
const deal = async (voter: SignedIn, round: VotedRound) =>
  (await voter.post(`/api/rounds/${round.slug}/hands`).expect(200)).body.designs.map(
    (design: { id: string }) => design.id,
  ) as string[];
const standing = async (voter: SignedIn, round: VotedRound) =>
  standingOf(shop.deps.db, await findRound(shop.deps.db, round.slug), (await findMember(shop.deps.db, voter.id))!);

describe('my ballot', () => {
  it('is for members, in a round that there is', async () => {
    const round = await openVotedRound(shop);
    await shop.visitor.get(ballot(round)).expect(401);
    await shop.visitor.get('/api/me/ballots').expect(401);
    const voter = await shop.member();
    await voter.get('/api/rounds/2019-01/ballot').expect(404);
    await voter.get('/api/rounds/soon/ballot').expect(400);
  });

  it('is empty before the first hand, and says what waits', async () => {
    const round = await openVotedRound(shop, { designs: 12 });
    const voter = await shop.member();
    const { body } = await voter.get(ballot(round)).expect(200);
    expect(body).toEqual({
      round: round.slug,
      stage: 'voting',
      dealt: 0,
      skipped: 0,
      left: 12,
      canChange: true,
      setAside: null,
      ratings: [],
    });
    expect((await voter.get('/api/me/ballots').expect(200)).body.items).toEqual([]);
  });

  it('holds my ratings in the order dealt, with cards and receipts, and nobody else sees them', async () => {
    const round = await openVotedRound(shop, { designs: 12 });
    const voter = await shop.member();
    const [one, two, three] = await deal(voter, round);
    const rated = [];
    for (const [design, stars] of [
      [two, 4],
      [one, 1],
    ] as const) {
      rated.push(
        (await voter.put(`${ballot(round)}/${design}`, { stars, wouldWear: false, note: `Mot ${stars}` }).expect(200))
          .body,
      );
    }
    await voter.put(`${ballot(round)}/${three}`, { skip: true }).expect(200);
    const { body } = await voter.get(ballot(round)).expect(200);
    expect(body).toMatchObject({ stage: 'voting', dealt: 10, skipped: 1, left: 2, canChange: true });
    expect(body.ratings.map((rating: { design: string }) => rating.design)).toEqual([one, two]);
    const [second, first] = rated;
    const unplaced = { index: null, covered: false };
    expect(body.ratings[1]).toEqual({
      ...second.rating,
      ...unplaced,
      card: expect.anything(),
      receipt: second.receipt,
    });
    expect(body.ratings[0]).toEqual({ ...first.rating, ...unplaced, card: expect.anything(), receipt: first.receipt });
    expect(body.ratings[0].card).toMatchObject({ id: one, title: expect.any(String), designer: null });
    for (const { receipt } of body.ratings) openReceipt(shop, receipt);

    const other = await shop.member();
    expect((await other.get(ballot(round)).expect(200)).body.ratings).toEqual([]);
    expect((await voter.get('/api/me/ballots').expect(200)).body.items).toEqual([
      { round: round.slug, number: expect.any(Number), phase: 'voting', rated: 2, skipped: 1, setAside: false },
    ]);
  });

  it('stays as it is after the freeze, and can no longer change', async () => {
    const round = await openVotedRound(shop, { designs: 5 });
    const voter = await shop.member();
    const [one, two, three] = await deal(voter, round);
    await voter.put(`${ballot(round)}/${one}`, { stars: 5, wouldWear: true, size: 'M' }).expect(200);
    await voter.put(`${ballot(round)}/${two}`, { skip: true }).expect(200);
    await movePhase(shop, round, 'final', [one!, two!, three!]);
    await deal(voter, round);
    await voter.put(`${ballot(round)}/${one}`, { stars: 4, wouldWear: true, size: 'M' }).expect(200);
    await voter.put(`${ballot(round)}/${two}`, { stars: 2, wouldWear: false }).expect(200);
    const before = (await voter.get(ballot(round)).expect(200)).body;
    expect(before).toMatchObject({ stage: 'final', dealt: 3, skipped: 0, left: 0, canChange: true });
    await movePhase(shop, round, 'frozen');
    const after = (await voter.get(ballot(round)).expect(200)).body;
    expect(after).toEqual({ ...before, stage: null, dealt: 5, canChange: false });
    expect(after.ratings).toHaveLength(2);
    const items = (await voter.get('/api/me/ballots').expect(200)).body.items;
    expect(items).toEqual([
      { round: round.slug, number: expect.any(Number), phase: 'frozen', rated: 2, skipped: 0, setAside: false },
    ]);
  });
});

describe('the standing of a member in a round', () => {
  it('follows them through the vote', async () => {
    const round = await openVotedRound(shop, { designs: 3 });
    const voter = await shop.member();
    const open = { canVote: true, cannotVoteReason: null, stage: 'voting' };
    expect(await standing(voter, round)).toEqual({ ...open, dealt: 0, rated: 0, skipped: 0, left: 3, done: false });
    const [one, two, three] = await deal(voter, round);
    expect(await standing(voter, round)).toEqual({ ...open, dealt: 3, rated: 0, skipped: 0, left: 0, done: false });
    await voter.put(`${ballot(round)}/${one}`, { stars: 5, wouldWear: false }).expect(200);
    await voter.put(`${ballot(round)}/${two}`, { skip: true }).expect(200);
    expect(await standing(voter, round)).toMatchObject({ dealt: 3, rated: 1, skipped: 1, done: false });
    await voter.put(`${ballot(round)}/${three}`, { stars: 5, wouldWear: false }).expect(200);
    expect(await standing(voter, round)).toEqual({ ...open, dealt: 3, rated: 2, skipped: 1, left: 0, done: true });

    await movePhase(shop, round, 'final');
    const newcomer = await shop.member();
    expect(await standing(voter, round)).toMatchObject({ canVote: true, stage: 'final', dealt: 0, left: 3 });
    expect(await standing(newcomer, round)).toMatchObject({
      canVote: false,
      cannotVoteReason: 'account_too_new',
      left: 0,
      done: false,
    });
    await movePhase(shop, round, 'counted');
    expect(await standing(voter, round)).toEqual({
      canVote: false,
      cannotVoteReason: 'round_closed',
      stage: null,
      dealt: 3,
      rated: 2,
      skipped: 1,
      left: 0,
      done: true,
    });
  });
});
