import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, liveToCounted, type Month, planAndOpen, type Taste } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let colleague: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  colleague = await shop.operator();
});
afterAll(() => shop.close());

const closing = (who: Pick<SignedIn, 'post'>, month: Pick<Month, 'slug'>, body?: object) =>
  who.post(`/api/rounds/${month.slug}/close`, body);

/** What the close of a round left behind, counted. */
async function traces(month: Month): Promise<Record<string, number>> {
  const { rows } = await shop.pool.query(
    `select
      (select count(*) from round_closings where round_id = $1)::int as closings,
      (select count(*) from round_winners where round_id = $1)::int as winners,
      (select count(*) from bounties where round_id = $1)::int as bounties,
      (select count(*) from runs where round_id = $1)::int as runs,
      (select count(*) from pieces join runs on runs.id = run_id where round_id = $1)::int as pieces,
      (select count(*) from pieces join runs on runs.id = run_id where round_id = $1 and number = 1 and pieces.state = 'sold')::int
        as authors,
      (select count(*) from ledger_transactions where cause like 'bounty:%:owe'
        and exists (select from bounties where round_id = $1 and cause = 'bounty:' || bounties.id || ':owe'))::int as owed,
      (select count(*) from ballot_log where round_id = $1 and kind = 'close')::int as lines,
      (select count(*) from audit_log where act = 'close-round' and subject_id = $2)::int as audited`,
    [month.roundId, month.slug],
  );
  return rows[0];
}

const once = { closings: 1, winners: 1, bounties: 1, runs: 1, pieces: 300, authors: 1, owed: 1, lines: 1, audited: 1 };

describe('closing a round', () => {
  let month: Month;
  let answer: Awaited<ReturnType<typeof close>>;
  let countId: string;
  beforeAll(async () => {
    month = await liveToCounted(shop, { slug: '2026-12' });
    countId = (await month.operator.get('/api/rounds/2026-12/count').expect(200)).body.countId;
  });

  it('is for operators, and for rounds that exist', async () => {
    await closing(shop.visitor, month).expect(401);
    await closing(await shop.member(), month).expect(403);
    await closing(colleague, { slug: '2099-01' }).expect(404);
    await closing(colleague, month, { winners: 'me' }).expect(400);
    await closing(colleague, month, { countId: 'x' }).expect(400);
  });

  it('closes nothing unseen: another count or other winners than expected are refused, all at once', async () => {
    const refused = await closing(colleague, month, { countId: month.roundId, winners: [month.designs[1]!.id] });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'cannot_close',
      reasons: [
        { code: 'count_changed', field: 'countId', detail: countId },
        { code: 'winners_changed', field: 'winners', detail: month.designs[0]!.id },
      ],
    });
    expect(await traces(month)).toMatchObject({ closings: 0, bounties: 0, runs: 0, lines: 0 });
  });

  it('makes the winner, the bounty and the run, and says so', async () => {
    const winners = [month.designs[0]!.id];
    answer = (await closing(month.operator, month, { countId, winners }).expect(200)).body;
    expect(answer).toEqual({
      winners: [{ design: winners[0], title: 'Design 0', designer: 'Designer 0', place: 1 }],
      bounties: [
        {
          id: expect.any(String),
          design: winners[0],
          net: { amount: 100_000, currency: 'EUR' },
          dueAt: expect.any(String),
        },
      ],
      runs: [{ slug: '2026-12', design: winners[0], size: 300 }],
    });
    expect(await traces(month)).toEqual(once);
    const { body: round } = await shop.visitor.get('/api/rounds/2026-12').expect(200);
    expect(round).toMatchObject({ phase: 'decided', runs: ['2026-12'] });
    const { body: result } = await shop.visitor.get('/api/rounds/2026-12/result').expect(200);
    expect(result).toMatchObject({ provisional: false, decidedAt: round.actual.decided, winners: answer.winners });
  });

  it('ends the log with a line that names the winner', async () => {
    const { rows } = await shop.pool.query(
      'select kind, line, tree_index::int from ballot_log where round_id = $1 order by tree_index desc limit 1',
      [month.roundId],
    );
    expect(rows[0].kind).toBe('close');
    expect(JSON.parse(rows[0].line)).toEqual({
      kind: 'close',
      v: 1,
      round: '2026-12',
      // 20 ballots and the cut.
      size: 21,
      ratings: 20,
      setAside: 0,
      quorum: true,
      winners: [month.designs[0]!.id],
      passedOver: [],
    });
    expect(rows[0].tree_index).toBe(21);
  });

  it('gives the same answer to the same call again, and to a colleague', async () => {
    expect((await closing(month.operator, month, { countId, winners: [month.designs[0]!.id] })).body).toEqual(answer);
    expect((await closing(colleague, month).expect(200)).body).toEqual(answer);
    expect((await closing(colleague, month, {}).expect(200)).body).toEqual(answer);
    expect(await traces(month)).toEqual(once);
  });

  it('refuses a call that means another result', async () => {
    const other = await closing(colleague, month, { winners: [month.designs[1]!.id] }).expect(409);
    expect(other.body).toMatchObject({ code: 'closed_differently', reasons: [{ code: 'other_winners' }] });
    const both = await closing(colleague, month, { countId: month.roundId, winners: [] }).expect(409);
    expect(both.body.reasons.map((reason: { code: string }) => reason.code)).toEqual(['other_count', 'other_winners']);
  });

  it('tells operators what it did and how far its jobs are', async () => {
    const path = '/api/rounds/2026-12/closing';
    await shop.visitor.get(path).expect(401);
    await (await shop.member()).get(path).expect(403);
    await colleague.get('/api/rounds/2099-01/closing').expect(404);
    const { body: count } = await colleague.get('/api/rounds/2026-12/result').expect(200);
    const { body: closing } = await colleague.get(path).expect(200);
    expect(closing).toEqual({
      closedAt: expect.any(String),
      closedBy: month.operator.name,
      countId,
      sha256: count.sha256,
      winners: answer.winners,
      bounties: [{ ...answer.bounties[0], state: 'owed' }],
      runs: [{ ...answer.runs[0], sold: 1 }],
      passedOver: [],
      letters: { written: 5, of: 5 },
      bundle: null,
    });
  });

  it('writes a letter to everyone who took part, after the commit', async () => {
    await shop.runJobs();
    const { body: closing } = await colleague.get('/api/rounds/2026-12/closing').expect(200);
    expect(closing.letters).toEqual({ written: 5, of: 5 });
    expect(closing.bundle).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      madeAt: expect.any(String),
    });
    const { rows } = await shop.pool.query('select count(*)::int as letters from letters where round_id = $1', [
      month.roundId,
    ]);
    expect(rows[0].letters).toBe(5);
  });

  it('cannot be undone, neither the round nor its closing, winners and count', async () => {
    for (const table of ['round_closings', 'round_winners', 'round_counts', 'finalists']) {
      for (const change of [
        `update ${table} set round_id = round_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(shop.pool.query(change), change).rejects.toThrow('append-only');
      }
    }
    await expect(shop.pool.query(`update rounds set phase = 'counted' where slug = '2026-12'`)).rejects.toThrow(
      'decided',
    );
    await expect(shop.pool.query(`delete from rounds where slug = '2026-12'`)).rejects.toThrow('decided');
    await month.operator.post('/api/rounds/2026-12/cancellation', { reason: 'We changed our mind.' }).expect(409);
    const answered = await month.operator.post('/api/rounds/2026-12/advance', { to: 'counted' }).expect(409);
    expect(answered.body.reasons).toMatchObject([{ code: 'wrong_step' }]);
    const dryRun = await month.operator.get('/api/rounds/2026-12/count').expect(200);
    expect(dryRun.body.blockers).toEqual([{ code: 'already_decided' }]);
  });
});

describe('a round that cannot be closed', () => {
  it('is one that is not counted', async () => {
    const month = await planAndOpen(shop, { phase: 'frozen', slug: '2027-06', designs: 2, voters: 1 });
    const refused = await closing(month.operator, month).expect(409);
    expect(refused.body.code).toBe('not_counted');
    expect((await month.operator.get(`/api/rounds/${month.slug}/closing`).expect(409)).body.code).toBe('not_closed');
    expect(await traces(month)).toMatchObject({ closings: 0, bounties: 0, runs: 0 });
  });

  it('is one whose time for appeals runs, to its last moment', async () => {
    const month = await liveToCounted(shop, { slug: '2027-08', designs: 2, voters: 1, plan: { appealHours: 48 } });
    const refused = await closing(month.operator, month).expect(409);
    expect(refused.body).toMatchObject({ code: 'cannot_close', reasons: [{ code: 'appeals_running' }] });
    const end = new Date(refused.body.reasons[0].detail);
    await shop.setClock(new Date(end.getTime() - 30_000));
    await closing(month.operator, month).expect(409);
    await shop.setClock(end);
    await closing(month.operator, month).expect(200);
  });

  it('is one whose winner cannot be reached or was taken down, told together', async () => {
    const month = await liveToCounted(shop, { slug: '2027-10', designs: 2, voters: 1 });
    await shop.pool.query('update members set erased_at = shop_now() where id = $1', [month.designers[0]!.id]);
    const unreachable = { code: 'winner_unreachable', field: month.designs[0]!.id };
    expect((await closing(month.operator, month).expect(409)).body.reasons).toEqual([unreachable]);
    await shop.pool.query(`update designs set state = 'withdrawn' where id = $1`, [month.designs[0]!.id]);
    const refused = await closing(month.operator, month).expect(409);
    expect(refused.body.reasons).toEqual([
      { code: 'counts_differ' },
      { code: 'winner_not_admitted', field: month.designs[0]!.id },
      unreachable,
    ]);
    expect(await traces(month)).toMatchObject({ closings: 0, bounties: 0, runs: 0, lines: 0, audited: 0 });
  });
});

describe('a shared first place', () => {
  it('has two winners, two bounties and two runs, and the second bounty is charged beyond the reserve', async () => {
    const equal: Taste = (design) =>
      design < 2 ? { stars: 5, wouldWear: true, size: 'S' } : { stars: 1, wouldWear: false };
    const month = await liveToCounted(shop, { slug: '2028-03', designs: 4, voters: 3, taste: equal });
    const pair = [month.designs[0]!.id, month.designs[1]!.id].sort();
    const { body: dryRun } = await month.operator.get('/api/rounds/2028-03/count').expect(200);
    expect(dryRun.blockers).toEqual([]);
    expect(dryRun.warnings).toEqual([
      { code: 'shared_place', detail: '2' },
      { code: 'photo_finish' },
      { code: 'beyond_reserve', detail: '120401' },
    ]);
    const answer = await close(month);
    expect(answer.winners.map((winner) => [winner.design, winner.place])).toEqual([
      [pair[0], 1],
      [pair[1], 2],
    ]);
    expect(answer.bounties.map((bounty) => [bounty.design, bounty.net.amount])).toEqual([
      [pair[0], 100_000],
      [pair[1], 100_000],
    ]);
    expect(answer.runs.map((run) => [run.slug, run.design])).toEqual([
      ['2028-03', pair[0]],
      ['2028-03-2', pair[1]],
    ]);
    expect(await traces(month)).toMatchObject({ winners: 2, bounties: 2, runs: 2, pieces: 600, authors: 2, owed: 2 });
    const { body: result } = await shop.visitor.get('/api/rounds/2028-03/result').expect(200);
    expect(result.photoFinish).toBe(true);
    expect(result.ranking.slice(0, 2)).toMatchObject([
      { rank: 1, tied: true },
      { rank: 1, tied: true },
    ]);
    const { body: round } = await shop.visitor.get('/api/rounds/2028-03').expect(200);
    expect(round.runs).toEqual(['2028-03', '2028-03-2']);
  });
});

describe('a round that nobody voted in', () => {
  it('closes without a winner, and gives the reserve back', async () => {
    const month = await liveToCounted(shop, { slug: '2028-05', designs: 3, voters: 0 });
    const { body: dryRun } = await month.operator.get('/api/rounds/2028-05/count').expect(200);
    expect(dryRun).toMatchObject({ winners: [], money: [], runs: [], blockers: [], warnings: [{ code: 'no_winner' }] });
    expect(await close(month)).toEqual({ winners: [], bounties: [], runs: [] });
    expect(await close(month)).toEqual({ winners: [], bounties: [], runs: [] });
    expect(await traces(month)).toMatchObject({ closings: 1, winners: 0, bounties: 0, runs: 0, lines: 1 });
    const { rows } = await shop.pool.query(
      `select coalesce(sum(amount_cents), 0)::int as cents from ledger_entries
       join ledger_transactions t on t.id = transaction_id
       where account = 'bounty_reserved' and t.cause like $1`,
      [`round:${month.roundId}:%`],
    );
    expect(rows).toEqual([{ cents: 0 }]);
  });
});

describe('two operators at once', () => {
  it('close a round once, twenty times out of twenty', async () => {
    for (let nth = 0; nth < 20; nth++) {
      const slug = `${2040 + nth}-01`;
      const month = await liveToCounted(shop, { slug, designs: 2, voters: 1, plan: { runSize: 3 } });
      const answers = await Promise.all([
        closing(month.operator, month),
        closing(colleague, month),
        closing(month.operator, month),
      ]);
      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
      expect(answers[1].body).toEqual(answers[0].body);
      expect(answers[2].body).toEqual(answers[0].body);
      expect(await traces(month)).toEqual({ ...once, pieces: 3 });
    }
  }, 180_000);
});
