import { countSetAsideFaults } from '@fraisier/server/cycle/ballots/desk/set-aside.sql.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { countRound } from '@fraisier/server/cycle/rounds/count-round.ts';
import { findCount } from '@fraisier/server/cycle/rounds/counts.sql.ts';
import { lockRound } from '@fraisier/server/cycle/rounds/find-round.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
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

const at = (month: BlocMonth, cluster: string, act: string) => `/api/rounds/${month.slug}/clusters/${cluster}/${act}`;
const countOf = async (month: BlocMonth) =>
  (
    await shop.deps.db
      .selectFrom('round_counts')
      .select('result')
      .where('round_id', '=', month.roundId)
      .orderBy('id')
      .execute()
  ).map((row) => row.result);
/** The text that a count would keep now. */
const countWithoutTrace = async (month: BlocMonth) => {
  let text = '';
  const undo = new Error('undone');
  const counting = shop.deps.db.transaction().execute(async (trx) => {
    await countRound(trx, await lockRound(trx, month.slug, 'update'), null, shop.deps);
    text = (await findCount(trx, month.roundId))!.result;
    throw undo;
  });
  await expect(counting).rejects.toBe(undo);
  return text;
};
const inAgreement = async (month: BlocMonth) =>
  (await countsAgree(shop.deps.db, month.roundId)) && (await countSetAsideFaults(shop.deps.db, month.roundId)) === 0;
const findClusters = async () => {
  await enqueue(shop.deps.db, 'find-clusters', {});
  await shop.runJobs();
};

describe('a bloc', () => {
  let month: BlocMonth;
  let id: string;
  beforeAll(async () => {
    month = await blocMonth(shop, { slug: '2026-12' });
    await findClusters();
    id = (await clustersOf(month))[0]!.id;
  });

  it('is one cluster: a design, a size, signals in counts, whether the finalists change; never who or how it fares', async () => {
    const [cluster, ...more] = await clustersOf(month);
    expect(more).toEqual([]);
    expect(cluster).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      signal: 'sole_favourite',
      state: 'open',
      design: expect.objectContaining({ id: month.pushed, designer: null }),
      ballots: BLOC,
      signals: [
        { code: 'sole_favourite', counts: { ballots: BLOC, of: BLOC } },
        // Whoever tests sits behind one address.
        { code: 'burst', counts: { accounts: BLOC, hours: 24 } },
      ],
      // Twelve designs: all of them go to the final.
      changesFinalists: false,
      foundAt: expect.any(String),
      decisions: [],
      can: ['quarantine', 'dismissal'],
      signature: 'not_needed',
    });
    const text = JSON.stringify(cluster);
    for (const { email, name, id: member } of [...month.bloc, ...month.designers]) {
      for (const secret of [email, `"${name}"`, member]) expect(text.includes(secret), secret).toBe(false);
    }
    const pseudonyms = await shop.deps.db.selectFrom('pseudonyms').select('id').execute();
    for (const { id: pseudonym } of pseudonyms) expect(text.includes(pseudonym)).toBe(false);
  });

  it('is the same cluster when the job looks again', async () => {
    const before = await clustersOf(month);
    await findClusters();
    expect(await clustersOf(month)).toEqual(before);
  });

  it('is counted on the operators’ first page', async () => {
    const { body } = await month.operator.get('/api/desk').expect(200);
    expect(body).toMatchObject({ clustersToDecide: 1, appealsToAnswer: 0 });
  });

  it('keeps a frozen round from being counted until people have decided', async () => {
    await moveTo(shop, month, 'final');
    expect((await clustersOf(month))[0]).toMatchObject({ id, state: 'open', changesFinalists: null });
    await moveTo(shop, month, 'frozen');
    expect((await clustersOf(month)).map((one) => one.id)).toEqual([id]);
    const refused = await month.operator.post(`/api/rounds/${month.slug}/advance`, { to: 'counted' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'cannot_advance', reasons: [{ code: 'clusters_open', detail: '1' }] });
  });

  it('is for operators, who give a reason', async () => {
    for (const act of ['quarantine', 'dismissal', 'release', 'signature']) {
      const body = act === 'signature' ? undefined : { reason: 'other' };
      await shop.visitor.post(at(month, id, act), body).expect(401);
      await month.honest[0]!.post(at(month, id, act), body).expect(403);
    }
    await shop.visitor.get(`/api/rounds/${month.slug}/clusters`).expect(401);
    await month.honest[0]!.get(`/api/rounds/${month.slug}/clusters`).expect(403);
    await month.operator.post(at(month, id, 'quarantine'), {}).expect(400);
    await month.operator.post(at(month, id, 'quarantine'), { reason: 'appeal_upheld' }).expect(400);
    await month.operator.post(at(month, id, 'release'), { reason: 'no_longer_flat' }).expect(400);
    await month.operator.post(at(month, 'nonsense', 'quarantine'), { reason: 'other' }).expect(400);
    await month.operator.post(at(month, month.pushed, 'quarantine'), { reason: 'other' }).expect(404);
    await month.operator.get('/api/rounds/2099-01/clusters').expect(404);
    const early = await second.post(at(month, id, 'signature')).expect(409);
    expect(early.body.reasons.map((one: { code: string }) => one.code)).toEqual(['wrong_phase', 'not_quarantined']);
    expect(await actsInLog(shop, month)).toHaveLength(1);
  });

  it('is set aside once by two operators at once, and its voters are told once, kindly', async () => {
    const path = at(month, id, 'quarantine');
    const answers = await Promise.all(
      [month.operator, second, month.operator].map((who) => who.post(path, { reason: 'sole_favourite' })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const { body } = await month.operator.post(path, { reason: 'sole_favourite' }).expect(200);
    expect(body).toMatchObject({ state: 'quarantined', can: ['release'] });
    expect(body.decisions).toEqual([
      {
        act: 'quarantine',
        reason: 'sole_favourite',
        ballots: BLOC,
        by: expect.stringMatching(/Odile|Simon/),
        decidedAt: expect.any(String),
        leaf: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const [, line] = await actsInLog(shop, month);
    expect(line).toMatchObject({ kind: 'quarantine', reason: 'sole_favourite', round: month.slug });
    expect(line!.leaves).toHaveLength(BLOC * 12);
    expect(await inAgreement(month)).toBe(true);
    for (const voter of month.bloc) {
      const mails = await mailsTo(shop, voter);
      expect(mails.map((mail) => mail.subject)).toEqual([expect.stringMatching(/mises de côté$/)]);
      expect(mails[0]!.text).toContain(`/fr/rounds/${month.slug}/ballot`);
      expect(mails[0]!.text).not.toMatch(/fraud|trich|suspect|soupçon/i);
    }
    expect(await mailsTo(shop, month.honest[0]!)).toEqual([]);
    expect(await mailsTo(shop, month.designs[3]!.designer)).toEqual([]);
  });

  it('cannot be dismissed after that, nor set aside for another reason', async () => {
    const dismissed = await second.post(at(month, id, 'dismissal'), { reason: 'honest_pattern' }).expect(409);
    expect(dismissed.body).toMatchObject({ code: 'cannot_decide', reasons: [{ code: 'already_quarantined' }] });
    await second.post(at(month, id, 'quarantine'), { reason: 'other' }).expect(409);
    expect(await actsInLog(shop, month)).toHaveLength(2);
  });

  it('changes the winner: both counts are shown, and the close waits for a second signature', async () => {
    await moveTo(shop, month, 'counted');
    const { body } = await shop.visitor.get(`/api/rounds/${month.slug}/result`).expect(200);
    expect(body.winners.map((one: { design: string }) => one.design)).toEqual([month.beloved]);
    expect(body.winnersOfAll.map((one: { design: string }) => one.design)).toEqual([month.pushed]);
    expect(body.setAside).toEqual({ voters: BLOC, ratings: BLOC * 12 });
    expect(body.totals).toMatchObject({ voters: 14, ratings: 14 * 12 });
    const pushed = body.ranking.find((row: { design: string }) => row.design === month.pushed);
    expect(pushed).toMatchObject({
      ratings: 14,
      points: 14 * 4,
      all: { rank: 1, ratings: 23, points: 14 * 4 + 9 * 6 },
    });

    const dry = await month.operator.get(`/api/rounds/${month.slug}/count`).expect(200);
    expect(dry.body.blockers).toEqual([{ code: 'second_signature_missing', detail: '1' }]);
    const refused = await month.operator.post(`/api/rounds/${month.slug}/close`, {}).expect(409);
    expect(refused.body.reasons).toEqual([{ code: 'second_signature_missing', detail: '1' }]);
  });

  it('is signed by an operator who did not decide it, and by no other', async () => {
    const [cluster] = await clustersOf(month);
    const decider = cluster!.decisions[0]!.by === 'Simon' ? second : month.operator;
    const other = decider === second ? month.operator : second;
    expect((await clustersOf(month, decider))[0]).toMatchObject({ can: [], signature: 'missing' });
    expect((await clustersOf(month, other))[0]).toMatchObject({ can: ['release', 'signature'] });
    for (const act of ['signature', 'release']) {
      const own = await decider
        .post(at(month, id, act), act === 'release' ? { reason: 'mistake' } : undefined)
        .expect(409);
      expect(own.body).toMatchObject({ code: 'cannot_decide', reasons: [{ code: 'second_operator_needed' }] });
    }
    const signed = await other.post(at(month, id, 'signature')).expect(200);
    expect(signed.body).toMatchObject({ signature: 'given', can: [] });
    expect((await other.post(at(month, id, 'signature')).expect(200)).body).toEqual(signed.body);
    await other.post(at(month, id, 'release'), { reason: 'mistake' }).expect(409);
    expect(signed.body.decisions).toHaveLength(2);
  });

  it('then is no longer in the way of the close, whose line says how much is set aside', async () => {
    const { body } = await month.operator.post(`/api/rounds/${month.slug}/close`, {}).expect(200);
    expect(body.winners[0].design).toBe(month.beloved);
    const line = (await actsInLog(shop, month)).at(-1);
    expect(line).toMatchObject({ kind: 'close', winners: [month.beloved], ratings: 168, setAside: BLOC * 12 });
    const late = await second.post(at(month, id, 'release'), { reason: 'other' }).expect(409);
    expect(late.body.reasons[0]).toEqual({ code: 'wrong_phase', detail: 'decided' });
    const { body: audit } = await month.operator.get('/api/audit').expect(200);
    expect(audit.items.map((one: { act: string }) => one.act)).toEqual(
      expect.arrayContaining(['quarantine-cluster', 'sign-quarantine']),
    );
  });
});

describe('what is set aside and released', () => {
  it('counts to the byte as if nothing had happened', async () => {
    const untouched = await blocMonth(shop, { slug: '2027-12' });
    for (const phase of ['final', 'frozen'] as const) await moveTo(shop, untouched, phase);
    await shop.runJobs();
    const before = await countWithoutTrace(untouched);
    const [cluster] = await clustersOf(untouched);
    await untouched.operator.post(at(untouched, cluster!.id, 'quarantine'), { reason: 'sole_favourite' }).expect(200);
    const released = await second.post(at(untouched, cluster!.id, 'release'), { reason: 'mistake' }).expect(200);
    expect(released.body).toMatchObject({ state: 'released', can: [] });
    const again = await second.post(at(untouched, cluster!.id, 'release'), { reason: 'mistake' }).expect(200);
    expect(again.body).toEqual(released.body);
    const opposite = await second.post(at(untouched, cluster!.id, 'quarantine'), { reason: 'other' }).expect(409);
    expect(opposite.body.reasons).toEqual([{ code: 'already_released' }]);
    expect(await inAgreement(untouched)).toBe(true);
    await moveTo(shop, untouched, 'counted');
    expect(await countOf(untouched)).toEqual([before]);
    expect((await mailsTo(shop, untouched.bloc[0]!)).map((mail) => mail.subject)).toEqual([
      expect.stringMatching(/mises de côté$/),
      expect.stringMatching(/comptent de nouveau$/),
    ]);
  });

  it('by the second operator after the count makes a new count, with the other winner, and nothing to sign', async () => {
    const month = await blocMonth(shop, { slug: '2028-12' });
    for (const phase of ['final', 'frozen'] as const) await moveTo(shop, month, phase);
    await shop.runJobs();
    const [cluster] = await clustersOf(month);
    await month.operator.post(at(month, cluster!.id, 'quarantine'), { reason: 'sole_favourite' }).expect(200);
    await moveTo(shop, month, 'counted');
    await second.post(at(month, cluster!.id, 'release'), { reason: 'mistake' }).expect(200);
    const counts = await countOf(month);
    expect(counts).toHaveLength(2);
    expect(JSON.parse(counts[1]!).setAside).toEqual({ voters: 0, ratings: 0 });
    const dry = await month.operator.get(`/api/rounds/${month.slug}/count`).expect(200);
    expect(dry.body.blockers).toEqual([]);
    expect(dry.body.winners.map((one: { design: string }) => one.design)).toEqual([month.pushed]);
    await month.operator.post(`/api/rounds/${month.slug}/close`, {}).expect(200);
  });
});

describe('a dismissed cluster', () => {
  it('stays in the count, leaves its trace, and is not found again', async () => {
    const month = await blocMonth(shop, { slug: '2029-12' });
    await findClusters();
    const [cluster] = await clustersOf(month);
    const path = at(month, cluster!.id, 'dismissal');
    const { body } = await month.operator.post(path, { reason: 'honest_pattern' }).expect(200);
    expect(body).toMatchObject({
      state: 'dismissed',
      can: [],
      decisions: [{ act: 'dismissal', reason: 'honest_pattern' }],
    });
    expect((await second.post(path, { reason: 'honest_pattern' }).expect(200)).body).toEqual(body);
    const opposite = await second.post(at(month, cluster!.id, 'quarantine'), { reason: 'sole_favourite' }).expect(409);
    expect(opposite.body.reasons).toEqual([{ code: 'already_dismissed' }]);
    await findClusters();
    expect((await clustersOf(month)).map((one) => one.state)).toEqual(['dismissed']);
    expect((await actsInLog(shop, month)).map((line) => line.kind)).toEqual(['dismiss']);
    for (const phase of ['final', 'frozen', 'counted'] as const) await moveTo(shop, month, phase);
    const { body: result } = await shop.visitor.get(`/api/rounds/${month.slug}/result`).expect(200);
    expect(result.winners).toEqual(result.winnersOfAll);
    expect(result.setAside).toEqual({ voters: 0, ratings: 0 });
    expect(await mailsTo(shop, month.bloc[0]!)).toEqual([]);
  });
});

describe('a ballot that people set aside', () => {
  it('stays so when its voter changes a rating or rates in the final; no new cluster is made of it', async () => {
    const month = await blocMonth(shop, { slug: '2030-12' });
    await findClusters();
    const [cluster] = await clustersOf(month);
    await month.operator.post(at(month, cluster!.id, 'quarantine'), { reason: 'sole_favourite' }).expect(200);
    const voter = month.bloc[0]!;
    const vote = { stars: 4, wouldWear: false };
    await voter.put(`/api/rounds/${month.slug}/ballot/${month.pushed}`, vote).expect(200);
    // The new line replaces one that is set aside, and stands on its own until somebody looks.
    expect((await voter.get(`/api/rounds/${month.slug}/ballot`).expect(200)).body.setAside.ratings).toBe(11);
    expect(await inAgreement(month)).toBe(true);
    await findClusters();
    const { body: own } = await voter.get(`/api/rounds/${month.slug}/ballot`).expect(200);
    expect(own.setAside).toMatchObject({ active: true, ratings: 12, reason: 'sole_favourite', appealUntil: null });
    expect(await inAgreement(month)).toBe(true);

    await moveTo(shop, month, 'final');
    const { body: hand } = await voter.post(`/api/rounds/${month.slug}/hands`).expect(200);
    await voter
      .put(`/api/rounds/${month.slug}/ballot/${hand.designs[0].id}`, { stars: 2, wouldWear: true })
      .expect(200);
    await moveTo(shop, month, 'frozen');
    await shop.runJobs();
    expect(await inAgreement(month)).toBe(true);
    expect((await clustersOf(month)).map((one) => one.id)).toEqual([cluster!.id]);
    await moveTo(shop, month, 'counted');
    const { body } = await shop.visitor.get(`/api/rounds/${month.slug}/result`).expect(200);
    expect(body.setAside).toEqual({ voters: BLOC, ratings: BLOC * 12 });
    expect(await mailsTo(shop, voter)).toHaveLength(1);
  });
});
