import { createHash } from 'node:crypto';
import { headMail } from '@fraisier/server/cycle/ballots/log/head.mail.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import type { getConsistency, getProof, listHeads } from '@fraisier/shared/contracts/ballots-log.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { isConsistent } from '@fraisier/shared/verifier/merkle.ts';
import { findNotes, openCheckpoint, readVerifierKey, spkiOf } from '@fraisier/shared/verifier/notes.ts';
import { checkInclusion, openReceipt, type Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { downloadBundle, failures, verify } from '../../support/bundles.ts';
import { answerHands, close, type FixtureRating, type Month, moveTo, planAndOpen, vote } from '../../support/month.ts';
import { expectProblem } from '../../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

type Heads = ResponseOf<typeof listHeads>;

const slug = '2026-12';
const taste = (design: number, voter: number): FixtureRating => {
  const stars = (((design * 3 + voter * 2) % 5) + 1) as 1 | 2 | 3 | 4 | 5;
  return (design + voter) % 3 === 0 ? { stars, wouldWear: true, size: 'L' } : { stars, wouldWear: false };
};

let shop: TestShop;
let month: Month;
const receipts: Receipt[] = [];

const heads = async (query = ''): Promise<Heads> =>
  (await shop.visitor.get(`/api/rounds/${slug}/heads${query}`).expect(200)).body;
const proof = async (seq: string | number, query = ''): Promise<ResponseOf<typeof getProof>> =>
  (await shop.visitor.get(`/api/rounds/${slug}/proofs/${seq}${query}`).expect(200)).body;
const ballotOf = async (voter: SignedIn) => (await voter.get(`/api/rounds/${slug}/ballot`).expect(200)).body;
const hoursLater = async (hours: number) => shop.setClock(new Date((await shop.now()).getTime() + hours * 3_600_000));
const tick = async (job: 'sign-heads' | 'mail-heads') => {
  await enqueue(shop.deps.db, job, {});
  await shop.runJobs();
};
const keep = async (voter: SignedIn) => {
  const { ratings } = await ballotOf(voter);
  receipts.push(...ratings.map((rating: { receipt: Receipt }) => rating.receipt));
};
const mailsOf = async (template: string) =>
  (
    await shop.pool.query<{ recipient: string; locale: string; subject: string; body_text: string; cause: string }>(
      'select recipient, locale, subject, body_text, cause from mails where template = $1 order by id',
      [template],
    )
  ).rows;

beforeAll(async () => {
  shop = await openShop();
  month = await planAndOpen(shop, { slug, phase: 'voting', designs: 8 });
  await shop.runJobs();
});
afterAll(() => shop.close());

describe('the heads of a round', () => {
  it('come within the hour while the log grows, and not without need', async () => {
    expect(await heads()).toMatchObject({ origin: `localhost:3000/rounds/${slug}`, items: [], nextCursor: null });
    await tick('sign-heads');
    expect((await heads()).items).toEqual([]);
    await vote(shop, month, { voters: 3, taste });
    await tick('sign-heads');
    expect((await heads()).items).toEqual([]);
    await hoursLater(1);
    await tick('sign-heads');
    expect((await heads()).items.map((head) => head.size)).toEqual([24]);
    await hoursLater(3);
    await tick('sign-heads');
    expect((await heads()).items).toHaveLength(1);
  });

  it('say, for each of my ratings, its place and that it is covered', async () => {
    const [voter] = month.voters;
    const covered = await ballotOf(voter!);
    expect(covered.ratings.every((rating: { covered: boolean }) => rating.covered)).toBe(true);
    for (const { index, receipt } of covered.ratings) expect((await proof(index)).leaf).toBe(receipt.leaf);
    await keep(voter!);
    const changed = month.designs[0]!.id;
    await voter!.put(`/api/rounds/${slug}/ballot/${changed}`, { stars: 1, wouldWear: false }).expect(200);
    const { ratings } = await ballotOf(voter!);
    const open = ratings.find((rating: { design: string }) => rating.design === changed);
    expect(open).toMatchObject({ index: null, covered: false });
    const refused = await shop.visitor.get(`/api/rounds/${slug}/proofs/${open.receipt.leaf}`);
    expect(expectProblem(refused)).toBe('not_covered');
    const [next] = refused.body.reasons;
    expect(next.code).toBe('next_head');
    expect(Date.parse(next.detail)).toBeLessThanOrEqual((await shop.now()).getTime() + 3_600_000);
    await hoursLater(1);
    await tick('sign-heads');
    expect((await proof(open.receipt.leaf)).line).toBe(open.receipt.line);
  });

  it('are C2SP checkpoints that anyone can check, listed newest first', async () => {
    const { items, verifierKey, publicKey, origin } = await heads();
    const key = await readVerifierKey(verifierKey);
    expect(spkiOf(key)).toBe(publicKey);
    expect(publicKey).toBe(shop.deps.keys.publicKey);
    expect(items.map((head) => head.size)).toEqual(items.map((head) => head.size).toSorted((a, b) => b - a));
    for (const head of items) {
      expect(head.note.split('\n')[0]).toBe(origin);
      expect(await openCheckpoint(head.note, key)).toEqual({ origin, size: head.size, root: head.root });
    }
    const [newest, ...older] = items;
    expect((await heads(`?cursor=${newest!.size}`)).items).toEqual(older);
    expect(expectProblem(await shop.visitor.get(`/api/rounds/${slug}/heads?cursor=x`))).toBe('bad_input');
  });

  it('go to the designers of the round once a day, by day, in their language, when there is a new one', async () => {
    await shop.pool.query('update members set locale = $1 where id = $2', ['en', month.designers[0]!.id]);
    const day = (await shop.now()).toISOString().slice(0, 10);
    await shop.setClock(`${day}T03:00:00Z`);
    await tick('mail-heads');
    expect(await mailsOf('signed-head')).toEqual([]);
    await shop.setClock(`${day}T09:30:00Z`);
    await tick('mail-heads');
    await tick('mail-heads');
    const mails = await mailsOf('signed-head');
    expect(mails.map((mail) => mail.recipient)).toEqual(month.designers.map((designer) => designer.email));
    expect(mails[0]).toMatchObject({ locale: 'en', subject: expect.stringContaining('Keep this') });
    expect(mails[1]!.subject).toBe('À garder\u00a0: l’empreinte du vote de décembre 2026, 25 lignes');
    expect(mails[0]!.body_text).toContain(`Check round 1:\nhttp://localhost:3000/en/verify?round=${slug}#round`);
    expect(mails[1]!.body_text).toContain(
      `Vérifier la récolte nº\u00a01\u00a0:\nhttp://localhost:3000/fr/verify?round=${slug}#round`,
    );
    const [newest] = (await heads()).items;
    expect(findNotes(mails[1]!.body_text)).toEqual([newest!.note]);
    await hoursLater(24);
    await tick('mail-heads');
    expect(await mailsOf('signed-head')).toHaveLength(mails.length);
  });

  it('say in both languages what they are and why to keep them', () => {
    const facts = { roundNumber: 3, month: 'octobre 2026', lines: 1, note: 'n\n', verifierKey: 'k', url: 'u' };
    const said = (['cut', 'freeze', 'day'] as const).map((occasion) => headMail({ ...facts, occasion }, 'fr'));
    expect(said.map((mail) => mail.paragraphs[0])).toEqual([
      'Les finalistes d’octobre 2026 sont choisis. Le journal du vote compte 1 ligne.',
      'Le vote d’octobre 2026 est clos. Le journal du vote compte 1 ligne.',
      'Le journal du vote d’octobre 2026 compte 1 ligne.',
    ]);
    expect(said[0]!.paragraphs[1]).toContain('Gardez cet e-mail.');
    expect(headMail({ ...facts, month: 'May 2026', occasion: 'cut' }, 'en').paragraphs[1]).toContain(
      'Keep this e-mail.',
    );
  });

  it('come at the cut, at the freeze and with every act after it, and are mailed at the first two', async () => {
    await moveTo(shop, month, 'final');
    await shop.runJobs();
    await answerHands(month, month.voters[1]!, (design) => taste(design, 7));
    await moveTo(shop, month, 'frozen');
    await shop.runJobs();
    for (const voter of month.voters) await keep(voter);
    const causes = (await mailsOf('signed-head')).map((mail) => mail.cause.split(':')[2]);
    expect(causes.filter((cause) => cause === 'cut')).toHaveLength(8);
    expect(causes.filter((cause) => cause === 'freeze')).toHaveLength(8);
    const { rows } = await shop.pool.query('select count(*) as lines from ballot_log where tree_index is null');
    expect(rows[0].lines).toBe(0);
    const frozen = (await heads()).items[0]!.size;

    await moveTo(shop, month, 'counted');
    const refused = await shop.visitor.get(`/api/rounds/${slug}/bundle`);
    expect(expectProblem(refused)).toBe('bundle_not_ready');
    expect((await heads()).bundle).toBeNull();
    expect((await shop.app.inject({ method: 'HEAD', url: `/api/rounds/${slug}/bundle` })).statusCode).toBe(409);
    expect(refused.body.reasons).toEqual([{ code: 'not_decided', detail: 'counted' }]);
    await close(month);
    expect((await shop.visitor.get(`/api/rounds/${slug}/bundle`)).body.reasons).toEqual([
      { code: 'being_made', detail: 'decided' },
    ]);
    await shop.runJobs();
    expect((await heads()).items[0]!.size).toBe(frozen + 1);
    await tick('sign-heads');
    expect((await heads()).items[0]!.size).toBe(frozen + 1);
  });
});

describe('a proof', () => {
  it('is there for every line under every head, and for every receipt', async () => {
    const { items, verifierKey } = await heads();
    const key = await readVerifierKey(verifierKey);
    for (const head of items) {
      for (let index = 0; index < head.size; index++) {
        const proved = await proof(index, `?size=${head.size}`);
        await checkInclusion(proved, proved.leaf, key);
        expect(proved.head).toEqual(head);
      }
    }
    expect(receipts.length).toBeGreaterThan(30);
    for (const receipt of receipts) {
      expect(await openReceipt(receipt, key)).toMatchObject({ ok: true, what: null });
      await checkInclusion(await proof(receipt.leaf), receipt.leaf, key);
    }
  });

  it('is refused by who checks it when anything in it is changed', async () => {
    const key = await readVerifierKey((await heads()).verifierKey);
    const right = await proof(5);
    await checkInclusion(right, right.leaf, key);
    const other = (await proof(6)).leaf;
    for (const wrong of [
      { ...right, index: 6 },
      { ...right, path: right.path.toReversed() },
      { ...right, path: right.path.slice(1) },
      { ...right, path: [...right.path, other] },
      { ...right, leaf: other },
      { ...right, size: right.size - 1 },
      {
        ...right,
        head: { ...right.head, note: right.head.note.replace(`\n${right.size}\n`, `\n${right.size + 1}\n`) },
      },
    ]) {
      await expect(checkInclusion(wrong, right.leaf, key)).rejects.toThrow();
    }
  });

  it('shows of any two heads that the later only adds to the earlier', async () => {
    const { items } = await heads();
    expect(items.length).toBeGreaterThanOrEqual(5);
    for (const to of items) {
      for (const from of items.filter((one) => one.size <= to.size)) {
        const path = `/api/rounds/${slug}/consistency?from=${from.size}&to=${to.size}`;
        const body: ResponseOf<typeof getConsistency> = (await shop.visitor.get(path).expect(200)).body;
        expect(await isConsistent(body.from, body.to, body.path)).toBe(true);
        expect(await isConsistent({ ...body.from, root: 'ab'.repeat(32) }, body.to, body.path)).toBe(false);
        expect(await isConsistent(body.from, body.to, [...body.path, 'ab'.repeat(32)])).toBe(false);
      }
    }
  });

  it('is not given for what is not there', async () => {
    const last = (await heads()).items[0]!;
    for (const [path, code] of [
      [`proofs/${last.size}`, 'not_found'],
      [`proofs/${'ab'.repeat(32)}`, 'not_found'],
      ['proofs/1?size=2', 'not_found'],
      [`proofs/${last.size - 1}?size=24`, 'not_covered'],
      ['proofs/-1', 'bad_input'],
      ['proofs/one', 'bad_input'],
      ['consistency?from=2&to=24', 'not_found'],
      [`consistency?from=${last.size}&to=24`, 'bad_input'],
      ['consistency?from=24', 'bad_input'],
    ]) {
      expect(expectProblem(await shop.visitor.get(`/api/rounds/${slug}/${path}`)), path).toBe(code);
    }
    expect(expectProblem(await shop.visitor.get('/api/rounds/2031-01/heads'))).toBe('not_found');
  });
});

describe('the tables of the heads', () => {
  it('are never changed, whoever asks', async () => {
    for (const text of [
      "update tree_heads set note = ''",
      'delete from tree_heads where size = 24',
      'truncate tree_heads cascade',
      'delete from round_bundles',
      'delete from head_mailings',
    ]) {
      await expect(shop.pool.query(text)).rejects.toThrow('append-only');
    }
  });

  it('keep a shop from signing a log that is not the one it signed before', async () => {
    const other = await planAndOpen(shop, { slug: '2027-01', phase: 'voting', designs: 4 });
    await vote(shop, other, { voters: 2, taste });
    await hoursLater(1);
    await tick('sign-heads');
    await vote(shop, other, { voters: 1, taste });
    await shop.pool.query('alter table ballot_log disable trigger user');
    await shop.pool.query('update ballot_log set leaf = sha256(leaf) where round_id = $1 and tree_index = 3', [
      other.roundId,
    ]);
    await hoursLater(2);
    await expect(tick('sign-heads')).rejects.toThrow('are not those that were signed');
    const { body } = await shop.visitor.get('/api/rounds/2027-01/heads').expect(200);
    expect(body.items.map((head: { size: number }) => head.size)).toEqual([8]);
  });
});

describe('the bundle', () => {
  it('passes every check, with every receipt and every mail that was kept', async () => {
    const bundle = await downloadBundle(shop, slug);
    const mails = await mailsOf('signed-head');
    const { verifierKey } = await heads();
    const checks = await verify(bundle, { key: verifierKey, receipts, kept: mails.map((mail) => mail.body_text) });
    expect(failures(checks)).toEqual([]);
    expect(checks.filter((check) => check.id === 'receipt')).toHaveLength(receipts.length);
    expect(checks.filter((check) => check.id === 'kept_head')).toHaveLength(mails.length);
    const standings = new Set(checks.filter((check) => check.id === 'receipt').map((check) => check.figures.standing));
    expect(standings).toEqual(new Set(['counted', 'replaced']));
  });

  it('is named with its size and its hash where the key is, and a HEAD tells its size without opening it', async () => {
    const bundle = await downloadBundle(shop, slug);
    const { bundle: named } = await heads();
    expect(named).toEqual({ bytes: bundle.length, sha256: createHash('sha256').update(bundle).digest('hex') });
    const read = vi.spyOn(shop.deps.storage, 'read');
    const head = await shop.app.inject({ method: 'HEAD', url: `/api/rounds/${slug}/bundle` });
    expect(head.statusCode).toBe(200);
    expect(head.headers['content-length']).toBe(String(bundle.length));
    expect(head.headers['content-type']).toBe('application/zip');
    expect(head.rawPayload).toHaveLength(0);
    expect(read).not.toHaveBeenCalled();
    await downloadBundle(shop, slug);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRestore();
  });

  it('is the same file when it is made again', async () => {
    const before = await downloadBundle(shop, slug);
    await shop.pool.query('alter table round_bundles disable trigger user');
    await shop.pool.query('delete from round_bundles');
    await enqueue(shop.deps.db, 'make-bundle', { roundId: month.roundId });
    await shop.runJobs();
    expect((await downloadBundle(shop, slug)).equals(before)).toBe(true);
  });
});
