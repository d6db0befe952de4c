import { createHash } from 'node:crypto';
import { appendLogLine } from '@fraisier/server/cycle/ballots/append-log-line.ts';
import { eraseLine } from '@fraisier/shared/cycle/ballot-log.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveToCounted, type Month, moveTo, planAndOpen } from '../../support/month.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const countsOf = (month: Month) =>
  shop.deps.db.selectFrom('round_counts').selectAll().where('round_id', '=', month.roundId).orderBy('id').execute();
const result = (month: Month) => shop.visitor.get(`/api/rounds/${month.slug}/result`);
const dryRun = (month: Month) => month.operator.get(`/api/rounds/${month.slug}/count`);
const count = (month: Month) => month.operator.post(`/api/rounds/${month.slug}/advance`, { to: 'counted' });

describe('before the count', () => {
  it('nothing leaks, in any phase and to nobody: no result, no author, no score', async () => {
    const slugs = ['2026-12', '2027-12', '2028-12', '2029-12', '2030-12'];
    for (const [nth, phase] of (['planned', 'collecting', 'voting', 'final', 'frozen'] as const).entries()) {
      const month = await planAndOpen(shop, { phase, slug: slugs[nth]!, designs: 2, voters: 1 });
      for (const who of [shop.visitor, month.operator]) {
        const answer = await who.get(`/api/rounds/${month.slug}/result`).expect(409);
        expect(answer.body).toMatchObject({ code: 'not_counted', reasons: [{ code: 'not_counted', detail: phase }] });
        const { text } = await who.get(`/api/rounds/${month.slug}`).expect(200);
        expect(text).not.toMatch(/Designer \d|score|rank|histogram|mean|points/);
      }
      expect((await dryRun(month).expect(409)).body.code).toBe('not_counted');
    }
  });
});

describe('counting a round', () => {
  let month: Month;
  beforeAll(async () => {
    month = await liveToCounted(shop, { slug: '2031-12', plan: { appealHours: 48 } });
  });

  it('keeps the result as the text that is published, with its hash', async () => {
    const [row, ...more] = await countsOf(month);
    expect(more).toEqual([]);
    expect(createHash('sha256').update(row!.result).digest()).toEqual(row!.sha256);
    const { body } = await result(month).expect(200);
    expect(body).toMatchObject({
      round: '2031-12',
      provisional: true,
      decidedAt: null,
      sha256: row!.sha256.toString('hex'),
      totals: { designs: 5, voters: 4, ratings: 20, points: 4 * (6 + 4 + 3 + 2 + 1) },
      setAside: { voters: 0, ratings: 0 },
      passedOver: [],
      photoFinish: false,
      shortlist: false,
      exposure: { min: 4, max: 4, gini: '0.000' },
    });
    expect(body.winners).toEqual([
      { design: month.designs[0]!.id, title: 'Design 0', designer: 'Designer 0', place: 1 },
    ]);
    expect(body.ranking.map((row: { design: string }) => row.design)).toEqual(month.designs.map((one) => one.id));
    expect(body.ranking[0]).toEqual({
      design: month.designs[0]!.id,
      title: 'Design 0',
      designer: { id: month.designers[0]!.id, name: 'Designer 0' },
      rank: 1,
      tied: false,
      rankLow: 1,
      rankHigh: 1,
      finalist: true,
      // (20 · 24 + 10 · 64) / (20 · 14) points, in millionths, cut.
      score: '4000000',
      ratings: 4,
      points: 24,
      wouldWear: 4,
      histogram: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4],
      sizes: { M: 4 },
      all: {
        rank: 1,
        score: '4000000',
        ratings: 4,
        points: 24,
        wouldWear: 4,
        histogram: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4],
      },
    });
  });

  it('is what an independent count of the ratings in SQL says', async () => {
    const { rows } = await shop.pool.query(
      `with r as (select count(*)::numeric n, sum(stars + would_wear::int)::numeric p from ratings where round_id = $1)
       select design_id, floor(1000000 * (r.n * sum(stars + would_wear::int) + 10 * r.p) / (r.n * (count(*) + 10)))::text as score
       from ratings, r where round_id = $1 group by design_id, r.n, r.p order by 2 desc`,
      [month.roundId],
    );
    const { body } = await result(month).expect(200);
    expect(rows).toEqual(
      body.ranking.map((row: { design: string; score: string }) => ({ design_id: row.design, score: row.score })),
    );
  });

  it('shows the operator what the close will do, and what stands in its way', async () => {
    const { body } = await dryRun(month).expect(200);
    const [row] = await countsOf(month);
    expect(body).toMatchObject({
      countId: row!.id,
      winners: [{ design: month.designs[0]!.id, place: 1 }],
      money: [
        {
          design: month.designs[0]!.id,
          gross: { amount: 119_091 },
          withheld: { amount: 19_091 },
          net: { amount: 100_000 },
          contribution: { amount: 1310 },
          total: { amount: 120_401 },
        },
      ],
      reserved: { amount: 120_401 },
      runs: [{ slug: '2031-12', design: month.designs[0]!.id, size: 300 }],
      letters: 5,
      warnings: [],
    });
    const end = new Date(row!.counted_at.getTime() + 48 * 3_600_000);
    const counted = await shop.deps.db
      .selectFrom('rounds')
      .select('counted_at')
      .where('id', '=', month.roundId)
      .executeTakeFirstOrThrow();
    expect(body.blockers).toEqual([
      { code: 'appeals_running', detail: new Date(counted.counted_at!.getTime() + 48 * 3_600_000).toISOString() },
    ]);
    expect(Math.abs(end.getTime() - Date.parse(body.blockers[0].detail))).toBeLessThan(1000);
  });

  it('counts once: the same call again makes no other count', async () => {
    const again = await count(month).expect(200);
    expect(again.body).toEqual({ phase: 'counted', extendedUntil: null });
    expect(await countsOf(month)).toHaveLength(1);
  });

  it('is for operators', async () => {
    await shop.visitor.get('/api/rounds/2031-12/count').expect(401);
    await (await shop.member()).get('/api/rounds/2031-12/count').expect(403);
    await month.operator.get('/api/rounds/2099-12/count').expect(404);
    await shop.visitor.get('/api/rounds/2099-12/result').expect(404);
    await shop.visitor.get('/api/rounds/2099/result').expect(400);
  });

  it('cannot be changed afterwards', async () => {
    for (const change of [
      `update round_counts set result = result`,
      'delete from round_counts',
      'truncate round_counts cascade',
    ]) {
      await expect(shop.pool.query(change)).rejects.toThrow('append-only');
    }
  });

  it('is asked by two operators at once and made once', async () => {
    const other = await planAndOpen(shop, { phase: 'frozen', slug: '2032-12', designs: 2, voters: 1 });
    const colleague = await shop.operator();
    const answers = await Promise.all([count(other), colleague.post('/api/rounds/2032-12/advance', { to: 'counted' })]);
    expect(answers.map((answer) => answer.body.phase)).toEqual(['counted', 'counted']);
    expect(await countsOf(other)).toHaveLength(1);
  });
});

describe('a count that must not be', () => {
  it.each([
    ['a design', 'update rating_counts set ratings = ratings + $2 where round_id = $1', '2035-10'],
    ['all voters', 'update ballot_totals set voters = voters + $2 where round_id = $1', '2035-11'],
  ])('is refused when the counters of %s are not what the ratings are', async (_, tamper, slug) => {
    const month = await planAndOpen(shop, { phase: 'frozen', slug, designs: 2, voters: 2 });
    const changed = await shop.pool.query(tamper, [month.roundId, 1]);
    expect(changed.rowCount).toBeGreaterThan(0);
    const refused = await count(month).expect(409);
    expect(refused.body).toMatchObject({ code: 'cannot_advance', reasons: [{ code: 'counts_differ' }] });
    await shop.pool.query(tamper, [month.roundId, -1]);
    await count(month).expect(200);
  });

  it('is refused when the ratings are not what the log says', async () => {
    const month = await planAndOpen(shop, { phase: 'frozen', slug: '2033-12', designs: 2, voters: 2 });
    const tamper = (stars: number) =>
      shop.pool.query('update ratings set stars = $2 where round_id = $1 and design_id = $3', [
        month.roundId,
        stars,
        month.designs[1]!.id,
      ]);
    await tamper(5);
    const refused = await count(month).expect(409);
    expect(refused.body).toMatchObject({ code: 'cannot_advance', reasons: [{ code: 'counts_differ' }] });
    await tamper(4);
    await count(month).expect(200);

    // Tampered with after the count, the close sees it.
    await tamper(5);
    expect((await dryRun(month).expect(200)).body.blockers).toEqual([{ code: 'counts_differ' }]);
    const close = await month.operator.post('/api/rounds/2033-12/close').expect(409);
    expect(close.body).toMatchObject({ code: 'cannot_close', reasons: [{ code: 'counts_differ' }] });
  });

  it('is made again where a ballot was erased since, and the old one is kept', async () => {
    const month = await liveToCounted(shop, { slug: '2034-12', designs: 2, voters: 2 });
    const { body: first } = await result(month).expect(200);
    await shop.deps.db.transaction().execute(async (trx) => {
      const gone = await trx
        .deleteFrom('ratings')
        .where('round_id', '=', month.roundId)
        .where('pseudonym_id', '=', (eb) =>
          eb
            .selectFrom('pseudonyms')
            .select('id')
            .where('round_id', '=', month.roundId)
            .where('member_id', '=', month.voters[0]!.id),
        )
        .returning('leaf')
        .execute();
      const leaves = gone.map((row) => row.leaf.toString('hex'));
      expect(leaves).toHaveLength(2);
      await appendLogLine(
        trx,
        { id: month.roundId, slug: month.slug },
        eraseLine({ round: month.slug, leaves }),
        'erase',
      );
      await trx
        .deleteFrom('ballot_openings')
        .where(
          'leaf',
          'in',
          gone.map((row) => row.leaf),
        )
        .execute();
    });
    expect((await dryRun(month).expect(200)).body.blockers).toEqual([{ code: 'counts_differ' }]);
    await count(month).expect(200);
    const { body: second } = await result(month).expect(200);
    expect(first.totals).toMatchObject({ voters: 2, ratings: 4 });
    expect(second.totals).toMatchObject({ voters: 1, ratings: 2 });
    expect(await countsOf(month)).toHaveLength(2);
    expect((await dryRun(month).expect(200)).body.blockers).toEqual([]);
    await month.operator.post('/api/rounds/2034-12/close').expect(200);
    expect((await result(month).expect(200)).body.sha256).toBe(second.sha256);
  });
});

describe('a result short of quorum', () => {
  it('says that the shop chose from a shortlist, and is closed all the same', async () => {
    const plan = { quorumFinal: 9, quorumMedian: 5 };
    const month = await planAndOpen(shop, { phase: 'final', slug: '2035-12', designs: 2, voters: 2, plan });
    await shop.setClock('2035-12-31T19:00:00Z');
    await month.operator.post('/api/rounds/2035-12/advance', { to: 'frozen' }).expect(200);
    await moveTo(shop, month, 'frozen');
    await moveTo(shop, month, 'counted');
    const { body } = await dryRun(month).expect(200);
    expect(body.blockers).toEqual([]);
    expect(body.warnings).toEqual([
      { code: 'shortlist' },
      ...month.designs.map((design) => ({ code: 'finalist_short', field: design.id, detail: '2/9' })),
      { code: 'median_short', detail: '2/5' },
    ]);
    expect((await result(month).expect(200)).body.shortlist).toBe(true);
    await month.operator.post('/api/rounds/2035-12/close').expect(200);
  });
});
