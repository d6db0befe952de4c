import { randomUUID } from 'node:crypto';
import { appendLogLine, sequenceLog } from '@fraisier/server/cycle/ballots/append-log-line.ts';
import {
  countBallots,
  countRatings,
  countVoters,
  readHistograms,
  readSizes,
} from '@fraisier/server/cycle/ballots/ballots.sql.ts';
import { castForMany } from '@fraisier/server/cycle/ballots/cast-ratings.ts';
import { dealForMany } from '@fraisier/server/cycle/ballots/deal-hand.ts';
import { countsAgree, replayLog } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { ensureMember, findMember } from '@fraisier/server/people/members.sql.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { cutLine, eraseLine, quarantineLine, releaseLine } from '@fraisier/shared/cycle/ballot-log.ts';
import { histogramCell } from '@fraisier/shared/cycle/histograms.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVotedRound, readTables, type VotedRound } from '../../support/ballots.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** A crowd that rated every design, some of them twice. */
async function voted(options: { designs: number; voters: number }) {
  const round = await openVotedRound(shop, { designs: options.designs });
  const crowd = await Promise.all(
    Array.from({ length: options.voters }, async () => {
      const id = await ensureMember(shop.deps.db, { email: `${randomUUID()}@fraisier.test`, name: 'Voter' });
      return (await findMember(shop.deps.db, id))!;
    }),
  );
  const dealt = await dealForMany(shop.deps, round.slug, crowd);
  const votes = [...dealt].flatMap(([memberId, designs], voter) =>
    designs.map((design, nth) => {
      const wouldWear = (voter + nth) % 3 === 0;
      const stars = ((voter * 7 + nth * 3) % 5) + 1;
      return { memberId, design, answer: { stars, wouldWear, ...(wouldWear ? { size: 'M' as const } : {}) } };
    }),
  );
  await castForMany(shop.deps, round.slug, votes);
  const changed = votes
    .filter((_, nth) => nth % 4 === 0)
    .map(({ answer, ...vote }) => {
      const wouldWear = !answer.wouldWear;
      return { ...vote, answer: { stars: answer.stars, wouldWear, ...(wouldWear ? { size: 'S' as const } : {}) } };
    });
  await castForMany(shop.deps, round.slug, changed);
  const last = new Map([...votes, ...changed].map((vote) => [`${vote.memberId} ${vote.design}`, vote]));
  return { round, votes: [...last.values()], lines: votes.length + changed.length, crowd };
}

const act = (round: VotedRound, line: string, kind: Parameters<typeof appendLogLine>[3]) =>
  shop.deps.db.transaction().execute((trx) => appendLogLine(trx, round, line, kind));
const indexes = (tables: { lines: { tree_index: number | null }[] }) => tables.lines.map((line) => line.tree_index);

describe('the log of a round', () => {
  it('is placed without gaps, each line behind the one it replaces, and later lines behind all', async () => {
    const { round, crowd } = await voted({ designs: 6, voters: 8 });
    const first = await readTables(shop, round);
    expect(new Set(indexes(first))).toEqual(new Set([null]));
    await enqueue(shop.deps.db, 'sign-heads', { roundId: round.id });
    await shop.runJobs();
    const placed = await readTables(shop, round);
    expect(indexes(placed)).toEqual(placed.lines.map((_, nth) => nth));
    const at = new Map(placed.lines.map((line) => [line.leaf, line.tree_index!]));
    for (const { line, tree_index } of placed.lines) {
      const replaces = JSON.parse(line).replaces as string | null;
      if (replaces) expect(at.get(replaces)).toBeLessThan(tree_index!);
    }

    const more = round.designs.map((design) => ({
      memberId: crowd[0]!.id,
      design,
      answer: { stars: 5, wouldWear: true, size: '3XL' as const },
    }));
    await castForMany(shop.deps, round.slug, more);
    await Promise.all(
      Array.from({ length: 5 }, () => shop.deps.db.transaction().execute((trx) => sequenceLog(trx, round))),
    );
    const later = await readTables(shop, round);
    expect(indexes(later)).toEqual(later.lines.map((_, nth) => nth));
    expect(later.lines.slice(0, placed.lines.length)).toEqual(placed.lines);
  });

  it('places nothing by the order of the votes', async () => {
    const round = await openVotedRound(shop, { designs: 10 });
    const voter = await shop.member();
    await voter.post(`/api/rounds/${round.slug}/hands`).expect(200);
    const leaves: string[] = [];
    for (const design of round.designs) {
      const { body } = await voter
        .put(`/api/rounds/${round.slug}/ballot/${design}`, { stars: 3, wouldWear: false })
        .expect(200);
      leaves.push(body.receipt.leaf);
    }
    await shop.deps.db.transaction().execute((trx) => sequenceLog(trx, round));
    const placed = (await readTables(shop, round)).lines.map((line) => line.leaf);
    expect(placed.toSorted()).toEqual(leaves.toSorted());
    expect(placed).not.toEqual(leaves);
  });

  it('takes an act as its last line, at its place at once', async () => {
    const { round, lines, votes } = await voted({ designs: 3, voters: 4 });
    const size = await shop.deps.db.transaction().execute((trx) => sequenceLog(trx, round));
    expect(size).toBe(lines);
    const line = cutLine({ round: round.slug, size, ratings: votes.length, finalists: round.designs, passedOver: [] });
    const { treeIndex, leaf } = await act(round, line, 'cut');
    expect(treeIndex).toBe(lines);
    expect((await readTables(shop, round)).lines.at(-1)).toEqual({ line, leaf, tree_index: lines });
    await expect(act(round, line, 'close')).rejects.toThrow('not a close line');
    await expect(act({ ...round, slug: '2029-01' }, line, 'cut')).rejects.toThrow('not a cut line');
    await expect(act(round, '{}', 'cut')).rejects.toThrow();
  });

  it('is never changed, whoever asks', async () => {
    const { round } = await voted({ designs: 2, voters: 1 });
    for (const text of [
      `update ballot_log set line = line || ' ' where round_id = '${round.id}'`,
      `update ballot_log set kind = 'erase' where round_id = '${round.id}'`,
      `delete from ballot_log where round_id = '${round.id}'`,
      'truncate ballot_log cascade',
    ]) {
      await expect(shop.pool.query(text)).rejects.toThrow('append-only');
    }
    await shop.pool.query(
      'update ballot_log set tree_index = 0 where leaf = (select leaf from ballot_log where round_id = $1 limit 1)',
      [round.id],
    );
    await expect(
      shop.pool.query('update ballot_log set tree_index = 7 where round_id = $1 and tree_index = 0', [round.id]),
    ).rejects.toThrow('append-only');
  });
});

describe('counting again', () => {
  it('gives the figures of the votes from the rows, and the same from the log', async () => {
    const { round, votes } = await voted({ designs: 6, voters: 9 });
    const expected = new Map(round.designs.map((id) => [id, new Array<number>(10).fill(0)]));
    const sizes = new Map<string, number>();
    for (const { design, answer } of votes) {
      expected.get(design)![histogramCell(answer.stars, answer.wouldWear)]! += 1;
      const key = `${design} ${answer.size}`;
      if (answer.size) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
    const rows = await readHistograms(shop.deps.db, round.id);
    expect(rows).toEqual(round.designs.map((id) => ({ designId: id, histogram: expected.get(id) })));
    expect(await replayLog(shop.deps.db, round.id)).toEqual({ tallies: rows, faults: 0 });
    expect(await countsAgree(shop.deps.db, round.id)).toBe(true);
    expect(
      new Map((await readSizes(shop.deps.db, round.id)).map((one) => [`${one.designId} ${one.size}`, one.count])),
    ).toEqual(sizes);
    expect(await countVoters(shop.deps.db, round.id)).toBe(9);
    expect(await countRatings(shop.deps.db, round.id)).toBe(54);
    const empty = await openVotedRound(shop, { designs: 1 });
    expect(await countBallots(shop.deps.db, [round.id, empty.id])).toEqual(
      new Map([
        [round.id, { voters: 9, ratings: 54 }],
        [empty.id, { voters: 0, ratings: 0 }],
      ]),
    );
    expect(await replayLog(shop.deps.db, empty.id)).toEqual({
      tallies: [{ designId: empty.designs[0], histogram: new Array(10).fill(0) }],
      faults: 0,
    });
  });

  it('follows the lines that set ratings aside, release and erase them', async () => {
    const { round } = await voted({ designs: 4, voters: 5 });
    const { ratings } = await readTables(shop, round);
    const [aside, released, erased] = ratings.map((rating) => [rating.leaf]);
    const slug = { round: round.slug };
    await act(
      round,
      quarantineLine({ ...slug, leaves: [...aside!, ...released!], reason: 'flat_ballot' }),
      'quarantine',
    );
    await act(round, releaseLine({ ...slug, leaves: released!, reason: 'mistake' }), 'release');
    await act(round, eraseLine({ ...slug, leaves: erased! }), 'erase');
    const { tallies, faults } = await replayLog(shop.deps.db, round.id);
    expect(faults).toBe(0);
    expect(tallies.flatMap((tally) => tally.histogram).reduce((sum, count) => sum + count)).toBe(18);
    expect(await countsAgree(shop.deps.db, round.id)).toBe(false);
  });

  it.each([
    [
      'a rating that was changed behind the log',
      'update ratings set stars = 6 - stars, would_wear = true, size = null where round_id = $1',
    ],
    [
      'a rating that is gone',
      'delete from ratings where round_id = $1 and leaf = (select min(leaf) from ratings where round_id = $1)',
    ],
    [
      'an opening that was changed',
      `update ballot_openings set payload = replace(payload, '"stars":2', '"stars":5') where round_id = $1`,
    ],
    [
      'an opening that is gone',
      'delete from ballot_openings where round_id = $1 and leaf in (select leaf from ratings limit 1000)',
    ],
  ])('notices %s', async (_, text) => {
    const { round } = await voted({ designs: 4, voters: 5 });
    expect(await countsAgree(shop.deps.db, round.id)).toBe(true);
    const { rowCount } = await shop.pool.query(text, [round.id]);
    expect(rowCount).toBeGreaterThan(0);
    expect(await countsAgree(shop.deps.db, round.id)).toBe(false);
  });

  it('notices a line that nobody cast', async () => {
    const { round } = await voted({ designs: 2, voters: 3 });
    const line = `{"commitment":"${'0'.repeat(64)}","kind":"ballot","replaces":null,"round":"${round.slug}","v":1}`;
    await shop.pool.query(
      `insert into ballot_log (round_id, kind, line, leaf)
       values ($1, 'ballot', $2, sha256('\\x00'::bytea || convert_to($2, 'UTF8')))`,
      [round.id, line],
    );
    expect((await replayLog(shop.deps.db, round.id)).faults).toBe(1);
    expect(await countsAgree(shop.deps.db, round.id)).toBe(false);
  });
});
