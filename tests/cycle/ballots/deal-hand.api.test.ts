import { randomUUID } from 'node:crypto';
import { readExposure } from '@fraisier/server/cycle/ballots/ballots.sql.ts';
import { castForMany } from '@fraisier/server/cycle/ballots/cast-ratings.ts';
import { dealForMany, dealHand } from '@fraisier/server/cycle/ballots/deal-hand.ts';
import { expireDeals } from '@fraisier/server/cycle/ballots/expire-deals.job.ts';
import { ensureMember, findMember } from '@fraisier/server/people/members.sql.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { chooseHand } from '@fraisier/shared/cycle/dealing.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { movePhase, openVotedRound, readTables, type VotedRound, wrongExposures } from '../../support/ballots.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
afterEach(async () => {
  expect(await wrongExposures(shop)).toEqual([]);
});

const hands = (round: VotedRound) => `/api/rounds/${round.slug}/hands`;
const answer = (voter: SignedIn, round: VotedRound, design: string, body: object) =>
  voter.put(`/api/rounds/${round.slug}/ballot/${design}`, body).expect(200);
const idsOf = (body: { designs: { id: string }[] }) => body.designs.map((design) => design.id);
const later = async (hours: number) => shop.setClock(new Date((await shop.now()).getTime() + hours * 3_600_000));

async function voters(count: number) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const id = await ensureMember(shop.deps.db, { email: `${randomUUID()}@fraisier.test`, name: 'Voter' });
      return (await findMember(shop.deps.db, id))!;
    }),
  );
}

describe('being dealt a hand', () => {
  it('is for members, in a round that there is', async () => {
    const round = await openVotedRound(shop);
    const refused = await shop.visitor.post(hands(round)).expect(401);
    expect(refused.body.code).toBe('not_signed_in');
    const voter = await shop.member();
    await voter.post('/api/rounds/2019-01/hands').expect(404);
    await voter.post('/api/rounds/soon/hands').expect(400);
  });

  it('gives ten designs, and the same ten again until all have an answer', async () => {
    const round = await openVotedRound(shop, { designs: 14 });
    const voter = await shop.member();
    const first = (await voter.post(hands(round)).expect(200)).body;
    expect(first).toMatchObject({ stage: 'voting', hand: 1, dealt: 10, left: 4, done: false });
    expect(new Set(idsOf(first)).size).toBe(10);
    expect(first.designs[0]).toMatchObject({ state: 'open', rating: null, designer: null, round: round.slug });

    const [one, two, ...others] = idsOf(first);
    await answer(voter, round, one!, { stars: 4, wouldWear: true, size: 'M', note: 'Ma voisine la voudrait' });
    await answer(voter, round, two!, { skip: true });
    const again = (await voter.post(hands(round)).expect(200)).body;
    expect(idsOf(again)).toEqual(idsOf(first));
    expect(again).toMatchObject({ hand: 1, dealt: 10, left: 4 });
    expect(again.designs[0]).toMatchObject({
      state: 'rated',
      rating: { design: one, stars: 4, wouldWear: true, size: 'M', note: 'Ma voisine la voudrait' },
    });
    expect(again.designs[1]).toMatchObject({ state: 'skipped', rating: null });

    for (const id of others) await answer(voter, round, id, { stars: 3, wouldWear: false });
    const second = (await voter.post(hands(round)).expect(200)).body;
    expect(second).toMatchObject({ hand: 2, dealt: 14, left: 0, done: false });
    expect(second.designs).toHaveLength(4);
    expect(idsOf(second).filter((id) => idsOf(first).includes(id))).toEqual([]);

    for (const id of idsOf(second)) await answer(voter, round, id, { skip: true });
    const end = (await voter.post(hands(round)).expect(200)).body;
    expect(end).toMatchObject({ designs: [], hand: 2, dealt: 14, left: 0, done: true });
    expect((await voter.post(hands(round)).expect(200)).body).toEqual(end);
  });

  it('never deals the own design, nor one that was taken down', async () => {
    const voter = await shop.member();
    const round = await openVotedRound(shop, { designs: 8, firstBy: voter.id });
    await shop.pool.query(`update designs set state = 'refused' where id = $1`, [round.designs[7]]);
    const { body } = await voter.post(hands(round)).expect(200);
    expect(idsOf(body).sort()).toEqual(round.designs.slice(1, 7));
    expect(body.left).toBe(0);
  });

  it('stops at the cap of the round, also when deals lapse', async () => {
    const round = await openVotedRound(shop, { designs: 26, handCap: 12 });
    const voter = await shop.member();
    const first = (await voter.post(hands(round)).expect(200)).body;
    expect(first).toMatchObject({ dealt: 10, left: 2 });
    await later(25);
    const second = (await voter.post(hands(round)).expect(200)).body;
    expect(second).toMatchObject({ hand: 2, dealt: 10, left: 2 });
    const seen = new Set([...idsOf(first), ...idsOf(second)]);
    expect(seen.size).toBeLessThanOrEqual(12);
    for (const id of idsOf(second)) await answer(voter, round, id, { skip: true });
    const third = (await voter.post(hands(round)).expect(200)).body;
    expect(third.designs).toHaveLength(2);
    for (const id of idsOf(third)) await answer(voter, round, id, { skip: true });
    expect((await voter.post(hands(round)).expect(200)).body).toMatchObject({ dealt: 12, left: 0, done: true });
    expect(new Set([...seen, ...idsOf(third)]).size).toBe(12);
  });

  it('is by the rule: least shown first, then the order that the seed gives this voter', async () => {
    const round = await openVotedRound(shop, { designs: 26 });
    const [early, voter] = await voters(2);
    await dealHand(shop.deps, round.slug, early!);
    const exposure = new Map((await readExposure(shop.deps.db, round.id, 'voting')).map((e) => [e.designId, e.dealt]));
    const dealt = (await dealHand(shop.deps, round.slug, voter!)).designs.map((design) => design.id);
    const keys = await shop.pool.query<{ id: string; key: string }>(
      `select designs.id, encode(sha256(seed || decode(replace(pseudonyms.id::text, '-', ''), 'hex')
         || decode(replace(designs.id::text, '-', ''), 'hex')), 'hex') as key
       from rounds join designs on designs.round_id = rounds.id
       join pseudonyms on pseudonyms.round_id = rounds.id and member_id = $2 where rounds.id = $1`,
      [round.id, voter!.id],
    );
    const candidates = keys.rows.map(({ id, key }) => ({ designId: id, key, exposure: exposure.get(id)! }));
    expect(dealt).toEqual(chooseHand(candidates, 10));
  });

  it('returns lapsed deals to the pack by the job, and to the voter by the next hand', async () => {
    const round = await openVotedRound(shop, { designs: 6 });
    const [one, two] = await voters(2);
    const first = await dealHand(shop.deps, round.slug, one!);
    await dealHand(shop.deps, round.slug, two!);
    await later(23);
    expect((await dealHand(shop.deps, round.slug, one!)).hand).toBe(1);
    await later(2);
    const { deps } = shop;
    await enqueue(deps.db, 'expire-deals', {});
    await shop.runJobs();
    const { deals } = await readTables(shop, round);
    expect(deals.map((deal) => deal.state)).toEqual(new Array(12).fill('expired'));
    expect((await readExposure(deps.db, round.id, 'voting')).map((e) => e.dealt)).toEqual(new Array(6).fill(0));
    const again = await dealHand(deps, round.slug, one!);
    expect(again).toMatchObject({ hand: 2, dealt: 6, left: 0 });
    expect(again.designs.map((d) => d.dealId).sort()).toEqual(first.designs.map((d) => d.dealId).sort());
  });

  it('is over when the round is not open or its end has passed', async () => {
    const voter = await shop.member();
    for (const phase of ['collecting', 'frozen', 'counted', 'decided', 'cancelled']) {
      const round = await openVotedRound(shop, { designs: 3, phase });
      expect((await voter.post(hands(round)).expect(409)).body.code).toBe('round_closed');
    }
    const late = await openVotedRound(shop, { designs: 3 });
    await shop.pool.query(
      `update rounds set final_due_at = shop_now() - interval '1 minute', freeze_due_at = shop_now() where id = $1`,
      [late.id],
    );
    expect((await voter.post(hands(late)).expect(409)).body.code).toBe('round_closed');
  });

  it('deals all finalists again in the final, to accounts made before it', async () => {
    const round = await openVotedRound(shop, { designs: 14, handCap: 2 });
    const voter = await shop.member();
    const first = (await voter.post(hands(round)).expect(200)).body;
    await answer(voter, round, first.designs[0].id, { stars: 5, wouldWear: false });
    const finalists = round.designs.filter((id) => id !== first.designs[1].id);
    await movePhase(shop, round, 'final', finalists);

    const inFinal = (await voter.post(hands(round)).expect(200)).body;
    expect(inFinal).toMatchObject({ stage: 'final', hand: 1, dealt: 10, left: 3, done: false });
    for (const { id, rating } of inFinal.designs) {
      expect(rating === null).toBe(id !== first.designs[0].id);
    }
    for (const id of idsOf(inFinal)) await answer(voter, round, id, { stars: 2, wouldWear: false });
    const rest = (await voter.post(hands(round)).expect(200)).body;
    expect([...idsOf(inFinal), ...idsOf(rest)].sort()).toEqual(finalists);

    const newcomer = await shop.member();
    const refused = await newcomer.post(hands(round)).expect(403);
    expect(refused.body.code).toBe('account_too_new');
  });
});

describe('many voters at once', () => {
  it('sixty voters see every design equally often', async () => {
    const round = await openVotedRound(shop, { designs: 26 });
    const crowd = await voters(60);
    await Promise.all(crowd.map((voter) => dealHand(shop.deps, round.slug, voter)));
    const shown = (await readExposure(shop.deps.db, round.id, 'voting')).map((exposure) => exposure.dealt);
    expect(shown.reduce((sum, dealt) => sum + dealt)).toBe(600);
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1);

    const answer = { skip: true } as const;
    await Promise.all(
      crowd.slice(0, 40).map(async (voter) => {
        const { designs } = await dealHand(shop.deps, round.slug, voter);
        const votes = designs.map((design) => ({ memberId: voter.id, design: design.id, answer }));
        await castForMany(shop.deps, round.slug, votes);
        await dealHand(shop.deps, round.slug, voter);
      }),
    );
    const again = (await readExposure(shop.deps.db, round.id, 'voting')).map((exposure) => exposure.dealt);
    expect(again.reduce((sum, dealt) => sum + dealt)).toBe(1000);
    // Nobody is dealt a design twice: a second hand cannot always take what was shown least.
    expect(Math.max(...again) - Math.min(...again)).toBeLessThanOrEqual(3);
  });

  it('two tabs are dealt one hand', async () => {
    const round = await openVotedRound(shop, { designs: 26 });
    const voter = await shop.member();
    const answers = await Promise.all(Array.from({ length: 8 }, () => voter.post(hands(round)).expect(200)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await readTables(shop, round)).deals).toHaveLength(10);
  });

  it('dealing, expiring and answering at once neither lock each other out nor miscount', async () => {
    const round = await openVotedRound(shop, { designs: 12 });
    const crowd = await voters(12);
    await dealForMany(shop.deps, round.slug, crowd);
    await later(25);
    const rating = { stars: 4, wouldWear: false };
    await Promise.all([
      expireDeals(shop.deps),
      ...crowd.map((voter) => dealHand(shop.deps, round.slug, voter)),
      ...crowd.map((voter) =>
        castForMany(
          shop.deps,
          round.slug,
          round.designs.toReversed().map((design) => ({ memberId: voter.id, design, answer: rating })),
        ).then((outcomes) => expect(outcomes.every((outcome) => outcome.reasons === null)).toBe(true)),
      ),
      expireDeals(shop.deps),
    ]);
    const tables = await readTables(shop, round);
    expect(tables.ratings).toHaveLength(144);
    expect(tables.deals.every((deal) => deal.state === 'rated')).toBe(true);
  });
});
