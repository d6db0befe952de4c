import { finalBetween } from '@fraisier/shared/cycle/calendar-rules.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterDesign, type Month, moveTo, planAndOpen, vote } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const advance = (who: Pick<SignedIn, 'post'>, { slug }: { slug: string }, to: string) =>
  who.post(`/api/rounds/${slug}/advance`, { to });
const reasonsOf = ({ body }: { body: { reasons: { code: string }[] } }) => body.reasons.map(({ code }) => code);
const rowOf = (slug: string) =>
  shop.deps.db.selectFrom('rounds').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
const designsIn = async (roundId: string) =>
  (await shop.deps.db.selectFrom('designs').select('id').where('round_id', '=', roundId).orderBy('id').execute()).map(
    (row) => row.id,
  );
const logOf = async (roundId: string) =>
  (
    await shop.deps.db
      .selectFrom('ballot_log')
      .select(['kind', 'line', 'tree_index'])
      .where('round_id', '=', roundId)
      .where('kind', '!=', 'ballot')
      .orderBy('tree_index')
      .execute()
  ).map(({ line, ...row }) => ({ ...row, line: JSON.parse(line) }));

describe('who moves a round', () => {
  it('is an operator, and the round exists', async () => {
    const month = await planAndOpen(shop, { phase: 'planned', slug: '2026-12' });
    await advance(shop.visitor, month, 'collecting').expect(401);
    await advance(await shop.member(), month, 'collecting').expect(403);
    await advance(month.operator, { slug: '2099-01' }, 'collecting').expect(404);
    for (const to of ['planned', 'decided', 'cancelled', '', null]) {
      await month.operator.post('/api/rounds/2026-12/advance', { to }).expect(400);
    }
    await month.operator.post('/api/rounds/2026-12/advance').expect(400);
  });
});

describe('starting to collect', () => {
  it('reserves the bounty once, may be early, and answers the same again', async () => {
    const month = await planAndOpen(shop, { phase: 'planned', slug: '2027-01' });
    const answers = await Promise.all([1, 2, 3].map(() => advance(month.operator, month, 'collecting')));
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ phase: 'collecting', extendedUntil: null });
    }
    const { rows } = await shop.pool.query(
      `select sum(-amount_cents)::int as cents, count(*)::int as entries from ledger_entries
       join ledger_transactions t on t.id = transaction_id
       where account = 'bounty_reserved' and t.cause = $1`,
      [`round:${month.roundId}:reserve`],
    );
    expect(rows).toEqual([{ cents: 120_401, entries: 1 }]);
    const { body: log } = await month.operator.get('/api/audit?act=advance-round&subject=2027-01').expect(200);
    expect(log.items).toHaveLength(1);
    expect(log.items[0].details).toMatchObject({ from: 'planned', to: 'collecting' });
  });
});

describe('opening the vote', () => {
  it('is refused with every reason at once: too early, too few designs, a phase skipped', async () => {
    const month = await planAndOpen(shop, { phase: 'collecting', slug: '2027-02', designs: 1 });
    const early = await advance(month.operator, month, 'voting').expect(409);
    expect(early.body.code).toBe('cannot_advance');
    expect(early.body.reasons).toEqual([
      { code: 'not_due', field: 'voting', detail: '2027-01-31T19:00:00.000Z' },
      { code: 'too_few_designs', detail: '1' },
    ]);
    const skipped = await advance(month.operator, month, 'frozen').expect(409);
    expect(reasonsOf(skipped)).toEqual(['wrong_step', 'not_due']);
    expect((await rowOf('2027-02')).phase).toBe('collecting');
  });

  it('opens at the planned moment and not before', async () => {
    const month = await planAndOpen(shop, { phase: 'collecting', slug: '2027-03', designs: 2 });
    await shop.setClock('2027-02-28T18:59:30Z');
    expect(reasonsOf(await advance(month.operator, month, 'voting').expect(409))).toEqual(['not_due']);
    await shop.setClock('2027-02-28T19:00:00Z');
    await advance(month.operator, month, 'voting').expect(200);
  });

  it('sends what is not admitted to the next round, keeps the rest, and fixes how much a voter is shown', async () => {
    const next = await planAndOpen(shop, { phase: 'planned', slug: '2028-02' });
    const month = await planAndOpen(shop, { phase: 'collecting', slug: '2028-01', designs: 3 });
    const designer = await shop.member();
    const late = [];
    for (const [nth, state] of (['checking', 'checked', 'refused', 'withdrawn'] as const).entries()) {
      late.push(await enterDesign(shop, month, { designer, nth: 10 + nth, state }));
    }
    await moveTo(shop, month, 'voting');
    expect(await designsIn(next.roundId)).toEqual([late[0]!.id, late[1]!.id]);
    expect(await designsIn(month.roundId)).toHaveLength(5);
    const row = await rowOf('2028-01');
    expect(row.hand_cap).toBe(30);
    expect(row.voting_at).not.toBeNull();
    const exposed = await shop.pool.query('select design_id from exposures where round_id = $1 order by 1', [
      month.roundId,
    ]);
    expect(exposed.rows.map((one) => one.design_id)).toEqual(month.designs.map((one) => one.id).sort());
  });

  it('leaves what is not admitted where it is while there is no next round', async () => {
    const month = await planAndOpen(shop, { phase: 'collecting', slug: '2035-12', designs: 2 });
    const design = await enterDesign(shop, month, { designer: await shop.member(), nth: 9, state: 'checked' });
    await moveTo(shop, month, 'voting');
    expect(await designsIn(month.roundId)).toContain(design.id);
    // The round after it takes it in as soon as it takes designs itself.
    const next = await planAndOpen(shop, { phase: 'collecting', slug: '2036-01', designs: 0 });
    expect(await designsIn(next.roundId)).toEqual([design.id]);
    expect(await designsIn(month.roundId)).toHaveLength(2);
  });
});

describe('cutting to the final', () => {
  let month: Month;
  beforeAll(async () => {
    month = await planAndOpen(shop, { phase: 'voting', slug: '2029-01', designs: 18, voters: 3 });
  });

  it('takes the sixteen best, logs them without order or score, and deals only them', async () => {
    await moveTo(shop, month, 'final');
    const rows = await shop.pool.query('select design_id from finalists where round_id = $1 order by 1', [
      month.roundId,
    ]);
    const ids = rows.rows.map((row) => row.design_id);
    // Everybody likes the first best and each next one less, down to one star from the fifth on: those share a place,
    // and all who share the place at the cut are in.
    expect(ids).toEqual(month.designs.map((design) => design.id).sort());
    const [cut] = await logOf(month.roundId);
    expect(cut).toMatchObject({ kind: 'cut', tree_index: 54 });
    expect(cut?.line).toEqual({
      kind: 'cut',
      v: 1,
      round: '2029-01',
      size: 54,
      ratings: 54,
      finalists: ids,
      passedOver: [],
    });
  });

  it('is done once: asked again, the final answers; asked back, it refuses', async () => {
    const again = await advance(month.operator, month, 'final').expect(200);
    expect(again.body).toEqual({ phase: 'final', extendedUntil: null });
    expect(await logOf(month.roundId)).toHaveLength(1);
    expect(reasonsOf(await advance(month.operator, month, 'voting').expect(409))).toContain('wrong_step');
  });

  it('is never redone: the finalists cannot be changed', async () => {
    for (const change of [
      'update finalists set design_id = design_id',
      'delete from finalists',
      'truncate finalists',
    ]) {
      await expect(shop.pool.query(change)).rejects.toThrow('append-only');
    }
  });

  it('leaves out who is clearly behind', async () => {
    const other = await planAndOpen(shop, { phase: 'voting', slug: '2029-03', designs: 18 });
    await vote(shop, other, {
      voters: 3,
      taste: (design) => ({ stars: design < 8 ? 5 : design < 16 ? 4 : 2, wouldWear: false }),
    });
    await moveTo(shop, other, 'final');
    const rows = await shop.pool.query('select design_id from finalists where round_id = $1 order by 1', [
      other.roundId,
    ]);
    expect(rows.rows.map((row) => row.design_id)).toEqual(
      other.designs
        .slice(0, 16)
        .map((design) => design.id)
        .sort(),
    );
    const voter = await other.voters[0]!.post('/api/rounds/2029-03/hands').expect(200);
    expect(voter.body.stage).toBe('final');
    expect(voter.body.designs.map((design: { id: string }) => design.id)).not.toContain(other.designs[16]!.id);
  });
});

describe('freezing', () => {
  it('extends a final without quorum once, by seven days on the calendar, and moves the month after', async () => {
    const after = await planAndOpen(shop, { phase: 'planned', slug: '2030-05' });
    const next = await planAndOpen(shop, { phase: 'planned', slug: '2030-04' });
    const month = await planAndOpen(shop, {
      phase: 'final',
      slug: '2030-03',
      designs: 2,
      voters: 2,
      plan: { quorumFinal: 3, quorumMedian: 1 },
    });
    await shop.setClock('2030-03-31T18:00:30Z');
    const first = await advance(month.operator, month, 'frozen').expect(200);
    expect(first.body).toEqual({ phase: 'final', extendedUntil: '2030-04-07T18:00:00.000Z' });
    const { body: round } = await shop.visitor.get('/api/rounds/2030-03').expect(200);
    expect(round).toMatchObject({ phase: 'final', extendedUntil: '2030-04-07T18:00:00.000Z' });
    expect(round.planned.freeze).toBe('2030-04-07T18:00:00.000Z');
    expect((await logOf(month.roundId)).at(-1)?.line).toEqual({
      kind: 'prolong',
      v: 1,
      round: '2030-03',
      due: '2030-04-07T18:00:00.000Z',
      reason: 'quorum_missed',
    });

    // Months tile time: April votes from the 7th to its end, and May begins to collect when April votes.
    const { body: april } = await shop.visitor.get(`/api/rounds/${next.slug}`).expect(200);
    expect(april.planned).toMatchObject({ voting: '2030-04-07T18:00:00.000Z', freeze: '2030-04-30T18:00:00.000Z' });
    expect(Date.parse(april.planned.final)).toBe(
      finalBetween(Date.parse(april.planned.voting), Date.parse(april.planned.freeze)),
    );
    const { body: may } = await shop.visitor.get(`/api/rounds/${after.slug}`).expect(200);
    expect(may.planned).toMatchObject({ collecting: '2030-04-07T18:00:00.000Z', voting: '2030-04-30T18:00:00.000Z' });

    // Votes go on; the second time there is no third.
    expect(reasonsOf(await advance(month.operator, month, 'frozen').expect(409))).toEqual(['not_due']);
    await month.voters[0]!.post('/api/rounds/2030-03/hands').expect(200);
    await shop.setClock('2030-04-07T18:00:00Z');
    const second = await advance(month.operator, month, 'frozen').expect(200);
    expect(second.body).toMatchObject({ phase: 'frozen' });
    const { body: log } = await month.operator.get('/api/audit?subject=2030-03').expect(200);
    expect(log.items.map((item: { act: string }) => item.act)).toEqual([
      'advance-round',
      'extend-round',
      // Of January, because of this round.
      'move-voting',
      'advance-round',
      'advance-round',
      'advance-round',
      'plan-round',
    ]);
  });

  it('leaves a next round that votes already as it is', async () => {
    const month = await planAndOpen(shop, {
      phase: 'final',
      slug: '2031-01',
      designs: 2,
      plan: { quorumFinal: 1, quorumMedian: 0 },
    });
    const next = await planAndOpen(shop, { phase: 'voting', slug: '2031-02', designs: 2 });
    const { body: before } = await shop.visitor.get(`/api/rounds/${next.slug}`).expect(200);
    await advance(month.operator, month, 'frozen').expect(200);
    const { body } = await shop.visitor.get(`/api/rounds/${next.slug}`).expect(200);
    expect(body.planned).toEqual(before.planned);
  });

  it('freezes a final that has its quorum, and takes no vote after', async () => {
    const month = await planAndOpen(shop, {
      phase: 'final',
      slug: '2032-01',
      designs: 3,
      voters: 2,
      plan: { quorumFinal: 2, quorumMedian: 2 },
    });
    await moveTo(shop, month, 'frozen');
    const voter = month.voters[0]!;
    const refused = await voter
      .put(`/api/rounds/2032-01/ballot/${month.designs[0]!.id}`, { stars: 1, wouldWear: false })
      .expect(409);
    expect(refused.body.code).toBe('round_closed');
    const again = await advance(month.operator, month, 'frozen').expect(200);
    expect(again.body).toEqual({ phase: 'frozen', extendedUntil: null });
  });

  it('is asked by two operators at once and done once', async () => {
    const month = await planAndOpen(shop, { phase: 'final', slug: '2033-01', designs: 2, voters: 1 });
    const other = await shop.operator();
    await shop.setClock('2033-01-31T19:00:01Z');
    const answers = await Promise.all([advance(month.operator, month, 'frozen'), advance(other, month, 'frozen')]);
    expect(answers.map((answer) => answer.body.phase)).toEqual(['frozen', 'frozen']);
    const { body: log } = await other.get('/api/audit?act=advance-round&subject=2033-01').expect(200);
    expect(log.items.filter((item: { details: { to: string } }) => item.details.to === 'frozen')).toHaveLength(1);
  });
});
