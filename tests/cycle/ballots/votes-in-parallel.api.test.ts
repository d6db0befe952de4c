import { randomUUID } from 'node:crypto';
import { castRatings } from '@fraisier/server/cycle/ballots/cast-ratings.ts';
import { dealForMany } from '@fraisier/server/cycle/ballots/deal-hand.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { lockRound } from '@fraisier/server/cycle/rounds/find-round.ts';
import { ensureMember, findMember } from '@fraisier/server/people/members.sql.ts';
import { createDatabase } from '@fraisier/server/platform/db/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReceipt, openVotedRound, readTables, type VotedRound } from '../../support/ballots.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
/** Who moves the round has connections of their own, as in another process. */
let mover: ReturnType<typeof createDatabase>;
beforeAll(async () => {
  shop = await openShop();
  mover = createDatabase(shop.deps.config.databaseUrl, 2);
});
afterAll(async () => {
  await mover.db.destroy();
  await shop.close();
});

const ballot = (round: VotedRound, design: string) => `/api/rounds/${round.slug}/ballot/${design}`;

async function dealtCrowd(round: VotedRound, count: number) {
  const crowd = await Promise.all(
    Array.from({ length: count }, async () => {
      const id = await ensureMember(shop.deps.db, { email: `${randomUUID()}@fraisier.test`, name: 'Voter' });
      return (await findMember(shop.deps.db, id))!;
    }),
  );
  await dealForMany(shop.deps, round.slug, crowd);
  return crowd;
}

describe('one voter, twice at once', () => {
  it('twenty identical votes make one rating, one line and one receipt', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const voter = await shop.member();
    await voter.post(`/api/rounds/${round.slug}/hands`).expect(200);
    const rating = { stars: 4, wouldWear: true, size: 'S', note: 'Un mot' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => voter.put(ballot(round, round.designs[0]!), rating).expect(200)),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { ratings, lines, openings } = await readTables(shop, round);
    expect([ratings.length, lines.length, openings]).toEqual([1, 1, 1]);
    const notes = await shop.pool.query('select body from notes where round_id = $1', [round.id]);
    expect(notes.rows).toEqual([{ body: 'Un mot' }]);
  });

  it('different votes follow one another in one chain', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const voter = await shop.member();
    await voter.post(`/api/rounds/${round.slug}/hands`).expect(200);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((stars) =>
        voter.put(ballot(round, round.designs[0]!), { stars, wouldWear: false }).expect(200),
      ),
    );
    const { ratings, lines } = await readTables(shop, round);
    expect(lines).toHaveLength(5);
    const replaced = new Map(lines.map(({ leaf, line }) => [leaf, JSON.parse(line).replaces as string | null]));
    let leaf: string | null = ratings[0]!.leaf;
    const chain: string[] = [];
    while (leaf) {
      chain.push(leaf);
      leaf = replaced.get(leaf) ?? null;
    }
    expect(chain.sort()).toEqual(answers.map(({ body }) => body.receipt.leaf).sort());
  });

  it('lists in opposite orders do not lock each other out', async () => {
    const round = await openVotedRound(shop, { designs: 10 });
    const voter = await shop.member();
    await voter.post(`/api/rounds/${round.slug}/hands`).expect(200);
    const lists = Array.from({ length: 12 }, (_, nth) => {
      const ratings = round.designs.map((design) => ({ design, stars: (nth % 5) + 1, wouldWear: false }));
      return nth % 2 ? ratings : ratings.reverse();
    });
    await Promise.all(lists.map((ratings) => voter.put(`/api/rounds/${round.slug}/ballot`, { ratings }).expect(200)));
    const { ratings } = await readTables(shop, round);
    expect(ratings).toHaveLength(10);
    expect(new Set(ratings.map((rating) => rating.stars)).size).toBe(1);
    expect(await countsAgree(shop.deps.db, round.id)).toBe(true);
  });
});

describe('a freeze', () => {
  it('gets its turn while votes keep coming', async () => {
    const round = await openVotedRound(shop, { designs: 10 });
    const crowd = await dealtCrowd(round, 10);
    let going = true;
    const voting = crowd.map(async (voter, nth) => {
      for (let vote = 0; going; vote++) {
        const answer = { stars: (vote % 5) + 1, wouldWear: false };
        await castRatings(shop.deps, round.slug, [{ memberId: voter.id, design: round.designs[nth]!, answer }]);
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    await mover.db.transaction().execute((trx) => lockRound(trx, round.slug, 'update'));
    const waited = performance.now() - began;
    going = false;
    await Promise.all(voting);
    // For ever, if it had to wait for a moment without votes.
    expect(waited).toBeLessThan(10_000);
  });
});

describe('a vote that breaks half way', () => {
  it.each(['ballot_log', 'ballot_openings', 'ratings', 'deals', 'notes'])('at %s leaves nothing', async (table) => {
    const round = await openVotedRound(shop, { designs: 2 });
    const voter = await shop.member();
    await voter.post(`/api/rounds/${round.slug}/hands`).expect(200);
    const vote = { memberId: voter.id, design: round.designs[0]!, answer: { stars: 5, wouldWear: false, note: 'Oui' } };
    const before = await readTables(shop, round);
    await shop.pool.query(`
      create function break_here() returns trigger language plpgsql as 'begin raise exception $$broken$$; end';
      create constraint trigger broken after insert or update on ${table} deferrable initially deferred
        for each row execute function break_here()`);
    await expect(castRatings(shop.deps, round.slug, [vote])).rejects.toThrow('broken');
    await shop.pool.query(`drop trigger broken on ${table}; drop function break_here()`);
    expect(await readTables(shop, round)).toEqual(before);
    expect((await shop.pool.query('select from notes where round_id = $1', [round.id])).rowCount).toBe(0);
    const [outcome] = await castRatings(shop.deps, round.slug, [vote]);
    expect(outcome?.reasons).toBeNull();
  });
});

describe('receipts of a crowd', () => {
  it('all open, and all are in the log', async () => {
    const round = await openVotedRound(shop, { designs: 10 });
    const voters = await Promise.all(Array.from({ length: 6 }, () => shop.member()));
    const receipts = await Promise.all(
      voters.map(async (voter, nth) => {
        const { body } = await voter.post(`/api/rounds/${round.slug}/hands`).expect(200);
        const ratings = body.designs.map(({ id }: { id: string }, index: number) => ({
          design: id,
          stars: ((nth + index) % 5) + 1,
          wouldWear: index % 2 === 0,
          ...(index % 2 === 0 ? { size: 'XL' } : {}),
        }));
        const answer = await voter.put(`/api/rounds/${round.slug}/ballot`, { ratings }).expect(200);
        return answer.body.answers.map(({ receipt }: { receipt: never }) => receipt);
      }),
    );
    const { lines } = await readTables(shop, round);
    for (const receipt of receipts.flat()) openReceipt(shop, receipt);
    expect(
      receipts
        .flat()
        .map((receipt) => receipt.leaf)
        .sort(),
    ).toEqual(lines.map((line) => line.leaf).sort());
  });
});
