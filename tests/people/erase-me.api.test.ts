import { countSetAsideFaults } from '@fraisier/server/cycle/ballots/desk/set-aside.sql.ts';
import { eraseStragglers } from '@fraisier/server/cycle/ballots/erase-ballots.ts';
import { signHeads } from '@fraisier/server/cycle/ballots/log/sign-heads.job.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { sealVote } from '@fraisier/server/cycle/ballots/seal-vote.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wrongExposures } from '../support/ballots.ts';
import { makeReady } from '../support/bounties.ts';
import { downloadBundle, failures, verify } from '../support/bundles.ts';
import {
  answerHands,
  close,
  enterDesign,
  type FixtureRating,
  liveToDecided,
  type Month,
  moveTo,
  planAndOpen,
  vote,
} from '../support/month.ts';
import { expectProblem } from '../support/routes.ts';
import { buy } from '../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

const taste = (design: number, voter: number): FixtureRating => {
  const stars = (((design + voter) % 5) + 1) as 1 | 2 | 3 | 4 | 5;
  return voter % 2 ? { stars, wouldWear: true, size: 'S' } : { stars, wouldWear: false };
};

const erase = (person: SignedIn, email = person.email) => person.delete('/api/me').send({ email });

/** All text in the database, the queue's included; bytes as hex. */
async function everyWord(shop: TestShop): Promise<string> {
  const { rows } = await shop.pool.query<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'
       and data_type in ('text', 'bytea', 'json', 'jsonb', 'character varying', 'ARRAY')`,
  );
  const words: string[] = [];
  for (const { schema, table, column } of rows) {
    const found = await shop.pool.query<{ text: string | null }>(
      `select string_agg("${column}"::text, e'\\n') as text from "${schema}"."${table}"`,
    );
    words.push(found.rows[0]?.text ?? '');
  }
  return words.join('\n').toLowerCase();
}

describe('erasing an account while a round is voted on', () => {
  let shop: TestShop;
  let month: Month;
  let leaver: SignedIn;
  let other: SignedIn;
  const slug = '2026-12';
  const receipts: Receipt[] = [];
  const newestHead = async () => (await shop.visitor.get(`/api/rounds/${slug}/heads`).expect(200)).body.items[0];
  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { slug, phase: 'voting', designs: 12 });
    await vote(shop, month, { voters: 5, taste });
    leaver = await shop.member({ email: 'zenobie.quatrevaux@fraisier.test', name: 'Zénobie Quatrevaux' });
    other = month.voters[0]!;
  });
  afterAll(() => shop.close());

  it('leaves no payload, salt, word, name or address anywhere, and the root as it was', async () => {
    await leaver.put('/api/me/address', {
      name: 'Zénobie Quatrevaux',
      line1: '9 rue des Zinnias',
      postalCode: '34000',
      city: 'Montpellier',
      country: 'FR',
    });
    await shop.visitor.post('/api/auth/sign-in/magic-link', { email: leaver.email }).expect(200);
    await leaver
      .post('/api/contact', { kind: 'question', name: leaver.name, email: leaver.email, message: 'Une zinnia, donc ?' })
      .expect(202);
    const { body: hand } = await leaver.post(`/api/rounds/${slug}/hands`).expect(200);
    const [first, second] = hand.designs as { id: string }[];
    for (const [design, stars] of [
      [first!.id, 2],
      [second!.id, 5],
      [first!.id, 4],
    ] as const) {
      const body = { stars, wouldWear: true, size: '3XL', note: 'Zinnias zélés' };
      const cast = await leaver.put(`/api/rounds/${slug}/ballot/${design}`, body).expect(200);
      receipts.push(cast.body.receipt);
    }
    await shop.setClock(new Date((await shop.now()).getTime() + 3_600_000));
    await signHeads(shop.deps, {});
    const before = await newestHead();
    const secrets = [
      ...receipts.flatMap((receipt) => [receipt.payload, receipt.salt]),
      ...['zénobie', 'quatrevaux', 'zinnia', leaver.email],
    ].map((one) => one.toLowerCase());
    const full = await everyWord(shop);
    expect(secrets.filter((secret) => !full.includes(secret))).toEqual([]);

    await erase(leaver).expect(204);
    const left = await everyWord(shop);
    expect(secrets.filter((secret) => left.includes(secret))).toEqual([]);
    expect(await newestHead()).toEqual(before);
    expect(await wrongExposures(shop)).toEqual([]);
    const { rows } = await shop.pool.query('select line from ballot_log where kind = $1', ['erase']);
    expect(rows.map((row) => JSON.parse(row.line).leaves)).toEqual([receipts.map((one) => one.leaf).sort()]);
  });

  it('ends every session, and the same address begins anew', async () => {
    expect((await leaver.get('/api/me').expect(200)).body).toBeNull();
    expect(expectProblem(await erase(leaver))).toBe('not_signed_in');
    const again = await shop.member({ email: leaver.email, name: 'Quelqu’un' });
    expect(again.id).not.toBe(leaver.id);
  });

  it('takes with it what was still said in the very moment', async () => {
    const { rows } = await shop.pool.query<{ pseudonym: string; design: string }>(
      `select pseudonym_id as pseudonym, design_id as design from deals where round_id = $1
       and pseudonym_id not in (select id from pseudonyms) and state = 'rated' limit 1`,
      [month.roundId],
    );
    const { pseudonym, design } = rows[0]!;
    const late = sealVote(
      slug,
      { design, pseudonym, size: null, stars: 1, wouldWear: false },
      Buffer.from(receipts[2]!.leaf, 'hex'),
    );
    const { roundId } = month;
    await shop.pool.query("insert into ballot_log (round_id, kind, line, leaf) values ($1, 'ballot', $2, $3)", [
      roundId,
      late.line,
      late.leaf,
    ]);
    await shop.pool.query('insert into ballot_openings (round_id, leaf, salt, payload) values ($1, $2, $3, $4)', [
      roundId,
      late.leaf,
      late.salt,
      late.payload,
    ]);
    await shop.pool.query(
      'insert into ratings (round_id, pseudonym_id, design_id, stars, would_wear, leaf) values ($1, $2, $3, 1, false, $4)',
      [roundId, pseudonym, design, late.leaf],
    );
    await eraseStragglers(shop.deps, { roundId, pseudonymId: pseudonym });
    await eraseStragglers(shop.deps, { roundId, pseudonymId: pseudonym });
    expect((await everyWord(shop)).includes(late.payload)).toBe(false);
    const erased = await shop.pool.query("select line from ballot_log where kind = 'erase' order by tree_index");
    expect(erased.rows.map((row) => JSON.parse(row.line).leaves.length)).toEqual([3, 1]);
  });

  it('takes a ballot that was set aside with it, and what was decided about it', async () => {
    const flat = await shop.member({ email: 'flat@fraisier.test', name: 'Flat' });
    await answerHands(month, flat, () => ({ stars: 1, wouldWear: false }));
    await enqueue(shop.deps.db, 'find-clusters', {});
    await shop.runJobs();
    const appeal = { reason: 'Je les trouve toutes ainsi.' };
    await flat.post(`/api/rounds/${slug}/appeals`, appeal).expect(202);
    const traces = async () =>
      (
        await shop.pool.query(
          `select (select count(*) from set_aside) as aside, (select count(*) from appeals) as appeals,
             (select count(*) from cluster_ballots) as ballots`,
        )
      ).rows[0];
    expect(await traces()).toEqual({ aside: 12, appeals: 1, ballots: 1 });
    await erase(flat).expect(204);
    expect(await traces()).toEqual({ aside: 0, appeals: 0, ballots: 0 });
    expect(await countSetAsideFaults(shop.deps.db, month.roundId)).toBe(0);
    expect(await countsAgree(shop.deps.db, month.roundId)).toBe(true);
    expect((await everyWord(shop)).includes(appeal.reason.toLowerCase())).toBe(false);
  });

  it('after the cut too: the count goes on without it, and the bundle says what cannot be counted again', async () => {
    await moveTo(shop, month, 'final');
    await answerHands(month, month.voters[1]!, (design) => taste(design, 3));
    await erase(month.voters[1]!).expect(204);
    await moveTo(shop, month, 'frozen');
    await erase(month.voters[2]!).expect(204);
    await moveTo(shop, month, 'counted');
    await erase(month.voters[3]!).expect(204);
    const stale = await month.operator.post(`/api/rounds/${slug}/close`, {});
    expect(expectProblem(stale)).toBe('cannot_close');
    await month.operator.post(`/api/rounds/${slug}/advance`, { to: 'counted' }).expect(200);
    await close(month);
    await shop.runJobs();
    const { body: result } = await shop.visitor.get(`/api/rounds/${slug}/result`).expect(200);
    expect(result.totals).toMatchObject({ voters: 2 });

    const checks = await verify(await downloadBundle(shop, slug), { receipts });
    expect(failures(checks).filter((id) => id !== 'cut')).toEqual([]);
    expect(checks.find((check) => check.id === 'cut')).toMatchObject({ figures: { erased: 36 } });
    expect(checks.find((check) => check.id === 'cut')!.ok).not.toBe(false);
    expect(checks.find((check) => check.id === 'unopened')!.figures).toMatchObject({ missing: 0 });
    const standings = checks.filter((check) => check.id === 'receipt').map((check) => check.figures.standing);
    expect(standings).toEqual(['erased', 'erased', 'erased']);
  });

  it('after the close only unlinks: the published opening stays', async () => {
    const before = await shop.pool.query('select count(*) from ballot_openings');
    await erase(other).expect(204);
    expect((await shop.pool.query('select count(*) from ballot_openings')).rows).toEqual(before.rows);
    const { rows } = await shop.pool.query('select * from pseudonyms where member_id = $1', [other.id]);
    expect(rows).toEqual([]);
    expect(failures(await verify(await downloadBundle(shop, slug))).filter((id) => id !== 'cut')).toEqual([]);
  });
});

describe('erasing an account', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('asks for the address of the account, so that nobody does it by accident', async () => {
    const person = await shop.member();
    expect(expectProblem(await erase(person, 'someone-else@fraisier.test'))).toBe('bad_input');
    expect(expectProblem(await person.delete('/api/me'))).toBe('bad_input');
    expect(expectProblem(await shop.visitor.delete('/api/me').send({ email: 'a@b.fr' }))).toBe('not_signed_in');
    await erase(person, ` ${person.email.toUpperCase()} `).expect(204);
  });

  it('takes back designs that nobody votes on yet, and no others', async () => {
    const month = await planAndOpen(shop, { slug: '2027-05', phase: 'collecting', designs: 4 });
    const [first] = month.designers;
    const waiting = await enterDesign(shop, month, { designer: first!, nth: 7, state: 'checked' });
    await erase(first!).expect(204);
    const states = async () =>
      (await shop.pool.query('select state from designs where designer_id = $1 order by id', [first!.id])).rows;
    expect(await states()).toEqual([{ state: 'withdrawn' }, { state: 'withdrawn' }]);
    expect((await shop.visitor.get(`/api/designs/${waiting.id}`)).status).toBe(404);
    await moveTo(shop, month, 'voting');
    await erase(month.designers[1]!).expect(204);
    expect((await shop.visitor.get(`/api/designs/${month.designs[1]!.id}`).expect(200)).body.state).toBe('admitted');
  });

  it('waits, with every reason at once, until nothing is owed, undelivered or left without an admin', async () => {
    const month = await liveToDecided(shop, { slug: '2027-06', designs: 3 });
    const winner = month.designs.find((one) => one.id === month.closing.winners[0]!.design)!.designer;
    const admin = await shop.admin();
    const [run] = month.closing.runs;
    await makeReady({ winner, bounty: month.closing.bounties[0]!.id, month });
    await buy(admin, { slug: run!.slug }, [{ size: 'M', cut: 'straight', fabric: 'blanc' }]);
    const reasons = async (person: SignedIn) => {
      const answer = await erase(person);
      expect(expectProblem(answer)).toBe('account_needed');
      return answer.body.reasons.map((reason: { code: string }) => reason.code);
    };
    expect(await reasons(winner)).toEqual(['bounty_owed', 'order_undelivered']);
    expect(await reasons(admin)).toEqual(['order_undelivered', 'last_admin']);
    expect((await winner.get('/api/me').expect(200)).body.email).toBe(winner.email);
    const loser = month.designs.find((one) => one.designer !== winner)!;
    await erase(loser.designer).expect(204);
    const { body } = await shop.visitor.get('/api/rounds/2027-06/result').expect(200);
    const shown = body.ranking.find((one: { design: string }) => one.design === loser.id);
    expect(shown.designer).not.toBe(loser.designer.name);
  });
});

describe('the last two admins', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('cannot both go, however close together they press the button', async () => {
    const admins = [await shop.admin(), await shop.admin()];
    const answers = await Promise.all(admins.map((admin) => erase(admin)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body.reasons).toEqual([{ code: 'last_admin' }]);
  });
});
