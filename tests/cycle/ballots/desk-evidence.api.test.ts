import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BLOC, type BlocMonth, blocMonth, clustersOf } from '../../support/blocs.ts';
import { type FixtureRating, planAndOpen, vote } from '../../support/month.ts';
import { openShop, type TestShop } from '../../support/shop.ts';
import { honestTaste, seeded } from '../../support/voters.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop({ trustProxy: true });
});
afterAll(() => shop.close());

const find = async () => {
  await enqueue(shop.deps.db, 'find-clusters', {});
  await shop.runJobs();
};
const networksOf = async (roundId: string) =>
  (
    await shop.pool.query<{ member: string; network: string }>(
      `select member_id as member, encode(network, 'hex') as network from voter_networks
       join pseudonyms on pseudonyms.id = pseudonym_id where round_id = $1`,
      [roundId],
    )
  ).rows;

describe('the network of a voter', () => {
  it('is kept as a hash that tells no address, is shared by neighbours, and is another in each round', async () => {
    const hashes: string[][] = [];
    for (const slug of ['2026-12', '2027-12']) {
      const month = await planAndOpen(shop, { slug, phase: 'voting', designs: 2 });
      const from = ['198.51.100.7', '::ffff:198.51.100.99', '198.51.101.7', '2001:db8:1::1', '2001:db8:1:2::1'];
      const seen: string[] = [];
      for (const address of from) {
        const voter = await shop.member();
        for (let asked = 0; asked < 2; asked++) {
          await voter.post(`/api/rounds/${slug}/hands`).set('x-forwarded-for', address).expect(200);
        }
        const own = (await networksOf(month.roundId)).filter((one) => one.member === voter.id);
        expect(own).toHaveLength(1);
        seen.push(own[0]!.network);
      }
      expect(seen.map((network) => seen.indexOf(network))).toEqual([0, 0, 2, 3, 3]);
      hashes.push(seen);
    }
    expect(hashes[0]!.filter((network) => hashes[1]!.includes(network))).toEqual([]);
  });

  it('goes with the mapping of its pseudonym', async () => {
    const month = await planAndOpen(shop, { slug: '2028-12', phase: 'voting', designs: 2 });
    await (await shop.member()).post('/api/rounds/2028-12/hands').expect(200);
    expect(await networksOf(month.roundId)).toHaveLength(1);
    await shop.pool.query('delete from pseudonyms where round_id = $1', [month.roundId]);
    const { rows } = await shop.pool.query(
      `select count(*)::int as left from voter_networks where not exists (select from pseudonyms where id = pseudonym_id)`,
    );
    expect(rows[0].left).toBe(0);
  });
});

describe('what supports a cluster', () => {
  let month: BlocMonth;
  beforeAll(async () => {
    month = await blocMonth(shop, { slug: '2029-12' });
    // Honest voters have been here for years, from anywhere; the bloc came yesterday, from one network.
    await shop.pool.query(`update members set joined_at = shop_now() - interval '3 years' where id = any($1)`, [
      month.honest.map((voter) => voter.id),
    ]);
    await shop.pool.query(
      `delete from voter_networks where pseudonym_id in (
      select id from pseudonyms where round_id = '${month.roundId}' and member_id = any($1))`,
      [month.honest.map((voter) => voter.id)],
    );
    await find();
  });

  it('is told in counts and shares: accounts of one network within a day, and how many are new', async () => {
    const [cluster] = await clustersOf(month);
    expect(cluster!.signals).toEqual([
      { code: 'sole_favourite', counts: { ballots: BLOC, of: BLOC } },
      { code: 'burst', counts: { accounts: BLOC, hours: 24 } },
      { code: 'account_age', counts: { youngPercent: 100, roundYoungPercent: 39 } },
    ]);
  });

  it('ends where the accounts are older, or came on other days', async () => {
    const ids = month.bloc.map((voter) => voter.id);
    // Three of them on this day, the others two days apart: never four within 24 hours.
    await shop.pool.query(
      `update deals set answered_at = answered_at - make_interval(days => 2 * (nth / 3)::int)
       from (select id, row_number() over (order by id) - 1 as nth from pseudonyms
         where round_id = $1 and member_id = any($2)) as voter
       where deals.pseudonym_id = voter.id`,
      [month.roundId, ids],
    );
    await find();
    expect((await clustersOf(month))[0]!.signals.map((one) => one.code)).toEqual(['sole_favourite', 'account_age']);
    await shop.pool.query(`update members set joined_at = shop_now() - interval '3 years' where id = any($1)`, [ids]);
    await find();
    expect((await clustersOf(month))[0]!.signals.map((one) => one.code)).toEqual(['sole_favourite']);
  });

  it('makes no cluster by itself', async () => {
    const office = await planAndOpen(shop, { slug: '2030-12', phase: 'voting', designs: 12 });
    await vote(shop, office, { voters: 6, taste: honestTaste });
    await find();
    expect(await clustersOf(office)).toEqual([]);
  });
});

describe('twin ballots', () => {
  const copied: FixtureRating[] = Array.from({ length: 18 }, (_, design) => ({
    stars: (1 + ((design * 7) % 5)) as 1,
    wouldWear: false,
  }));

  const scattered = (design: number, voter: number): FixtureRating => ({
    stars: (1 + Math.floor(seeded(voter * 100 + design)() * 5)) as 1,
    wouldWear: false,
  });

  it('are one cluster of no design, which grows in place; a bloc of them that changes the finalists says so', async () => {
    const month = await planAndOpen(shop, { slug: '2031-12', phase: 'voting', designs: 18 });
    await vote(shop, month, { voters: 6, taste: scattered });
    await vote(shop, month, { voters: 2, taste: (design) => copied[design]! });
    await find();
    const [cluster, ...more] = await clustersOf(month);
    expect(more).toEqual([]);
    expect(cluster).toMatchObject({
      signal: 'twin_ballots',
      state: 'open',
      design: null,
      ballots: 2,
      signals: [{ code: 'twin_ballots', counts: { pairs: 1, common: 18, equal: 18 } }],
    });
    await vote(shop, month, { voters: 6, taste: (design) => copied[design]! });
    await find();
    const [grown, ...none] = await clustersOf(month);
    expect(none).toEqual([]);
    expect(grown).toMatchObject({ id: cluster!.id, ballots: 8, changesFinalists: true });

    // The same answer from the other side: once they are out, letting them in would change the finalists.
    const path = `/api/rounds/${month.slug}/clusters/${cluster!.id}/quarantine`;
    const { body } = await month.operator.post(path, { reason: 'twin_ballots' }).expect(200);
    expect(body).toMatchObject({ state: 'quarantined', changesFinalists: true });
    await find();
    expect(await clustersOf(month)).toHaveLength(1);
  });

  it('that differ since are no cluster any more, if nobody has decided', async () => {
    const month = await planAndOpen(shop, { slug: '2032-12', phase: 'voting', designs: 12 });
    await vote(shop, month, { voters: 6, taste: scattered });
    await vote(shop, month, { voters: 2, taste: (design) => copied[design]! });
    await find();
    expect(await clustersOf(month)).toHaveLength(1);
    for (const design of [0, 1, 2]) {
      await month.voters[7]!.put(`/api/rounds/${month.slug}/ballot/${month.designs[design]!.id}`, {
        stars: 5,
        wouldWear: true,
      }).expect(200);
    }
    await find();
    expect(await clustersOf(month)).toEqual([]);
  });
});
