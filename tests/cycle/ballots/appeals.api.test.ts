import { countSetAsideFaults } from '@fraisier/server/cycle/ballots/desk/set-aside.sql.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsInLog, BLOC, type BlocMonth, blocMonth, clustersOf, mailsTo } from '../../support/blocs.ts';
import { moveTo } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let second: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  second = await shop.operator({ name: 'Simon' });
});
afterAll(() => shop.close());

const reason = 'J’ai noté chaque dessin pour lui-même.';
const appeals = (month: BlocMonth) => `/api/rounds/${month.slug}/appeals`;
const setAsideOf = async (month: BlocMonth, voter: SignedIn) =>
  (await voter.get(`/api/rounds/${month.slug}/ballot`).expect(200)).body.setAside;
const blockers = async (month: BlocMonth) =>
  (await month.operator.get(`/api/rounds/${month.slug}/count`).expect(200)).body.blockers.map(
    (one: { code: string }) => one.code,
  );

/** Counted, with the bloc set aside and signed. */
async function counted(slug: string, appealHours: number): Promise<BlocMonth> {
  const month = await blocMonth(shop, { slug, plan: { appealHours } });
  await moveTo(shop, month, 'final');
  await moveTo(shop, month, 'frozen');
  await shop.runJobs();
  const [cluster] = await clustersOf(month);
  const path = `/api/rounds/${slug}/clusters/${cluster!.id}`;
  await month.operator.post(`${path}/quarantine`, { reason: 'sole_favourite' }).expect(200);
  await moveTo(shop, month, 'counted');
  await second.post(`${path}/signature`).expect(200);
  return month;
}

describe('an appeal', () => {
  let month: BlocMonth;
  let id: string;
  beforeAll(async () => {
    month = await counted('2026-12', 48);
  });

  it('is for whose ballot is set aside, signed in, with a reason, in time', async () => {
    await shop.visitor.post(appeals(month), { reason }).expect(401);
    const stranger = await month.honest[0]!.post(appeals(month), { reason }).expect(409);
    expect(stranger.body).toMatchObject({ code: 'cannot_appeal', reasons: [{ code: 'not_set_aside' }] });
    await (await shop.member()).post(appeals(month), { reason }).expect(409);
    for (const wrong of [{}, { reason: '' }, { reason: '   ' }, { reason: 'a\0b' }, { reason: 'x'.repeat(1001) }]) {
      await month.bloc[0]!.post(appeals(month), wrong).expect(400);
    }
    await month.bloc[0]!.post('/api/rounds/2099-01/appeals', { reason }).expect(404);
    const own = await setAsideOf(month, month.bloc[0]!);
    expect(own).toMatchObject({ active: true, ratings: 12, reason: 'sole_favourite', canAppeal: true, appeal: null });
    expect(Date.parse(own.appealUntil) - (await shop.now()).getTime()).toBeGreaterThan(47 * 3_600_000);
  });

  it('is made once, also from two tabs; other words are no second one', async () => {
    const [voter] = month.bloc;
    const answers = await Promise.all([1, 2].map(() => voter!.post(appeals(month), { reason })));
    expect(answers.map((answer) => answer.status)).toEqual([202, 202]);
    expect(answers[1]!.body).toEqual(answers[0]!.body);
    expect(answers[0]!.body).toMatchObject({ state: 'open', reason, answer: null, decidedAt: null });
    const other = await voter!.post(appeals(month), { reason: 'Autrement.' }).expect(409);
    expect(other.body).toMatchObject({ code: 'cannot_appeal', reasons: [{ code: 'already_appealed' }] });
    expect(await setAsideOf(month, voter!)).toMatchObject({ canAppeal: false, appeal: { state: 'open', reason } });
  });

  it('is read by operators without who wrote it, and waits on their first page', async () => {
    await shop.visitor.get(appeals(month)).expect(401);
    await month.bloc[0]!.get(appeals(month)).expect(403);
    const { body } = await month.operator.get(appeals(month)).expect(200);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        state: 'open',
        reason,
        answer: null,
        appealedAt: expect.any(String),
        decidedAt: null,
        decidedBy: null,
        clusters: [{ id: (await clustersOf(month))[0]!.id, signal: 'sole_favourite', reason: 'sole_favourite' }],
        ratings: 12,
      },
    ]);
    id = body.items[0].id;
    expect((await month.operator.get('/api/desk').expect(200)).body.appealsToAnswer).toBe(1);
  });

  it('keeps the round from being closed', async () => {
    expect(await blockers(month)).toEqual(['appeals_running', 'appeals_open']);
    await shop.setClock(new Date((await shop.now()).getTime() + 49 * 3_600_000));
    expect(await blockers(month)).toEqual(['appeals_open']);
    const refused = await month.operator.post(`/api/rounds/${month.slug}/close`, {}).expect(409);
    expect(refused.body.reasons).toEqual([{ code: 'appeals_open', detail: '1' }]);
    const late = await month.bloc[1]!.post(appeals(month), { reason }).expect(409);
    expect(late.body.reasons[0].code).toBe('appeals_over');
  });

  it('upheld: this ballot counts again, by a line of the log and a new count, and its voter has the answer', async () => {
    const path = `${appeals(month)}/${id}/decision`;
    const decision = { outcome: 'upheld', answer: 'Vous avez raison.' };
    await shop.visitor.post(path, decision).expect(401);
    await month.bloc[0]!.post(path, decision).expect(403);
    await month.operator.post(path, { outcome: 'perhaps', answer: 'x' }).expect(400);
    await month.operator.post(path, { outcome: 'upheld', answer: ' ' }).expect(400);
    await month.operator.post(`${appeals(month)}/${month.pushed}/decision`, decision).expect(404);
    const answers = await Promise.all([month.operator, second].map((who) => who.post(path, decision)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0]!.body).toMatchObject({ state: 'upheld', answer: 'Vous avez raison.', ratings: 0 });
    const other = await second.post(path, { outcome: 'rejected', answer: 'Non.' }).expect(409);
    expect(other.body).toMatchObject({ code: 'appeal_decided', reasons: [{ code: 'already_upheld' }] });

    const line = (await actsInLog(shop, month)).at(-1);
    expect(line).toMatchObject({ kind: 'release', reason: 'appeal_upheld' });
    expect(line!.leaves).toHaveLength(12);
    const { body: result } = await shop.visitor.get(`/api/rounds/${month.slug}/result`).expect(200);
    expect(result.setAside).toEqual({ voters: BLOC - 1, ratings: (BLOC - 1) * 12 });
    expect(result.totals.voters).toBe(15);
    const { rows } = await shop.pool.query('select id from round_counts where round_id = $1', [month.roundId]);
    expect(rows).toHaveLength(2);
    expect(await setAsideOf(month, month.bloc[0]!)).toMatchObject({
      active: false,
      appeal: { state: 'upheld', answer: 'Vous avez raison.' },
    });
    expect((await mailsTo(shop, month.bloc[0]!)).map((mail) => mail.text).at(-1)).toContain('Vous avez raison.');
    expect(await countsAgree(shop.deps.db, month.roundId)).toBe(true);
    expect(await countSetAsideFaults(shop.deps.db, month.roundId)).toBe(0);
  });

  it('answered, is no longer in the way', async () => {
    expect(await blockers(month)).toEqual([]);
    await month.operator.post(`/api/rounds/${month.slug}/close`, {}).expect(200);
    const { body } = await month.operator.get('/api/audit').expect(200);
    const acts = body.items.map((one: { act: string }) => one.act);
    expect(acts).toEqual(expect.arrayContaining(['uphold-appeal', 'recount-round']));
    const text = JSON.stringify(body);
    for (const { id: member } of month.bloc) expect(text).not.toContain(member);
  });
});

describe('an appeal before the count', () => {
  let month: BlocMonth;
  beforeAll(async () => {
    month = await blocMonth(shop, { slug: '2027-12' });
    await moveTo(shop, month, 'final');
    await moveTo(shop, month, 'frozen');
    await shop.runJobs();
    const [cluster] = await clustersOf(month);
    const path = `/api/rounds/${month.slug}/clusters/${cluster!.id}/quarantine`;
    await month.operator.post(path, { reason: 'sole_favourite' }).expect(200);
  });

  it('has no end yet, and rejected leaves the ballot set aside', async () => {
    const [voter] = month.bloc;
    expect(await setAsideOf(month, voter!)).toMatchObject({ appealUntil: null, canAppeal: true });
    await voter!.post(appeals(month), { reason }).expect(202);
    const { body } = await month.operator.get(`${appeals(month)}?state=open`).expect(200);
    const path = `${appeals(month)}/${body.items[0].id}/decision`;
    const decision = { outcome: 'rejected', answer: 'Le motif reste.' };
    const decided = await second.post(path, decision).expect(200);
    expect(decided.body).toMatchObject({ state: 'rejected', decidedBy: 'Simon', ratings: 12 });
    expect((await second.post(path, decision).expect(200)).body).toEqual(decided.body);
    expect(await setAsideOf(month, voter!)).toMatchObject({ active: true, canAppeal: false });
    expect((await actsInLog(shop, month)).map((line) => line.kind)).toEqual(['cut', 'quarantine']);
    expect((await month.operator.get(`${appeals(month)}?state=open`).expect(200)).body.items).toEqual([]);
  });

  it('that is open when the cluster is released has been heard', async () => {
    await month.bloc[1]!.post(appeals(month), { reason }).expect(202);
    const [cluster] = await clustersOf(month);
    const path = `/api/rounds/${month.slug}/clusters/${cluster!.id}/release`;
    await month.operator.post(path, { reason: 'mistake' }).expect(200);
    expect(await setAsideOf(month, month.bloc[1]!)).toMatchObject({ active: false, appeal: { state: 'upheld' } });
    await moveTo(shop, month, 'counted');
    expect(await blockers(month)).toEqual([]);
  });
});
