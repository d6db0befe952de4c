import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { forgetPseudonyms } from '@fraisier/server/cycle/ballots/forget-pseudonyms.job.ts';
import { signHeads } from '@fraisier/server/cycle/ballots/log/sign-heads.job.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { fittedPlacement } from '@fraisier/shared/cycle/placement.ts';
import type { ShownDesign } from '@fraisier/shared/verifier/shown-designs.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadBundle, failures, pack, unpack, verify } from '../../support/bundles.ts';
import { answerHands, close, type FixtureRating, type Month, moveTo, planAndOpen, vote } from '../../support/month.ts';
import { expectProblem } from '../../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { honestTaste } from '../../support/voters.ts';

const slug = '2026-12';
const flat: FixtureRating = { stars: 1, wouldWear: false };
const place = { fromCentreMm: -40, topMm: 90, widthMm: 120 };
const script = new URL('../../../scripts/verify-round.ts', import.meta.url).pathname;

let shop: TestShop;
let month: Month;
let folder: string;
let bundle: Buffer;
const receiptsOf = async (voter: SignedIn) => {
  const { body } = await voter.get(`/api/rounds/${slug}/ballot`).expect(200);
  const receipts = body.ratings.map((rating: { receipt: object }) => rating.receipt);
  return JSON.stringify({ format: 'fraisier/receipts/v1', round: slug, receipts });
};

beforeAll(async () => {
  shop = await openShop();
  folder = await mkdtemp(join(tmpdir(), 'fraisier-verify-'));
  month = await planAndOpen(shop, { slug, phase: 'collecting', designs: 20 });
  const { id: moved, artworkId } = month.designs[3]!;
  const admitted = (sql: string) => shop.pool.query(`update designs set ${sql} where id = $1`, [moved]);
  await admitted(`state = 'checked', admitted_at = null`);
  await shop.pool.query(
    'update artworks set place_from_centre_mm = $2, place_top_mm = $3, place_width_mm = $4 where id = $1',
    [artworkId, place.fromCentreMm, place.topMm, place.widthMm],
  );
  await admitted(`state = 'admitted', admitted_at = shop_now()`);
  await moveTo(shop, month, 'voting');
  await vote(shop, month, { voters: 5, taste: honestTaste });
  await vote(shop, month, { voters: 2, taste: () => flat });
  await enqueue(shop.deps.db, 'find-clusters', {});
  await shop.runJobs();
  await moveTo(shop, month, 'final');
  await answerHands(month, month.voters[5]!, (design) => honestTaste(design, 9));
  await moveTo(shop, month, 'frozen');
  await shop.runJobs();
  await moveTo(shop, month, 'counted');
  await writeFile(join(folder, 'honest.json'), await receiptsOf(month.voters[0]!));
  await writeFile(join(folder, 'flat.json'), await receiptsOf(month.voters[6]!));
  await close(month);
  await shop.runJobs();
  bundle = await downloadBundle(shop, slug);
  await writeFile(join(folder, 'bundle.zip'), bundle);
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the bundle of a round with suspicious votes', () => {
  it('passes every check, and shows both counts', async () => {
    const checks = await verify(bundle, { key: shop.deps.keys.publicKey });
    expect(failures(checks)).toEqual([]);
    const { setAside } = JSON.parse(unpack(bundle).get('result.json')!);
    expect(setAside.ratings).toBeGreaterThan(0);
    expect(checks.find((check) => check.id === 'set_aside')!.figures).toEqual(setAside);
    expect(checks.find((check) => check.id === 'rules')!.figures).toMatchObject({ cut: 1, close: 1 });
  });

  it('is a zip of the parts that its README names, and names no voter', async () => {
    const files = unpack(bundle);
    expect([...files.keys()].sort()).toEqual([
      'README.txt',
      'designs.json',
      'heads.jsonl',
      'log.jsonl',
      'manifest.txt',
      'openings.jsonl',
      'result.json',
      'round.json',
    ]);
    for (const name of ['log.jsonl', 'openings.jsonl', 'heads.jsonl', 'round.json', 'designs.json', 'result.json']) {
      expect(files.get('README.txt')).toContain(name);
    }
    const text = [...files.values()].join('\n');
    for (const voter of month.voters) {
      for (const secret of [voter.id, voter.email, voter.name]) expect(text.includes(secret), secret).toBe(false);
    }
    const answer = await shop.visitor.get(`/api/rounds/${slug}/bundle`);
    expect(answer.headers['content-type']).toBe('application/zip');
    expect(answer.headers['content-disposition']).toContain(`fraisier-${slug}.zip`);
  });
});

it('the bundle says of each design on which fabric it was shown, where and how wide', async () => {
  const { rows } = await shop.pool.query(
    'select designs.id, fabric, width, height from designs join artworks on artworks.id = artwork_id order by 1',
  );
  const told = JSON.parse(unpack(bundle).get('designs.json')!) as { id: string; fabric: string; place: object }[];
  const area = { widthMm: 300, heightMm: 360 };
  expect(told.map(({ id, fabric, place }) => ({ id, fabric, place }))).toEqual(
    rows.map(({ id, fabric, ...picture }) => ({
      id,
      fabric,
      place: id === month.designs[3]!.id ? place : fittedPlacement(area, picture),
    })),
  );
});

describe('scripts/verify-round.ts', () => {
  /** In an empty environment and another folder: it needs nothing but the bundle. */
  const run = async (...options: string[]) => {
    const started = promisify(execFile)(process.execPath, [script, ...options], { cwd: folder, env: {} });
    return started.then(
      ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        text: error.stdout + error.stderr,
      }),
    );
  };

  it('says what holds and what it does not prove, and leaves with 0', async () => {
    const { body } = await shop.visitor.get(`/api/rounds/${slug}/heads`).expect(200);
    await writeFile(join(folder, 'head.txt'), `Bonjour,\n\n${body.items.at(-1).note}`);
    const receipts = ['--receipt', 'honest.json', '--receipt', 'flat.json'];
    const { code, text } = await run('bundle.zip', ...receipts, '--head', 'head.txt', '--key', body.verifierKey);
    expect(code, text).toBe(0);
    expect(text).toContain(`Round ${slug}: `);
    expect(text).toContain('Receipt 1 is in the log');
    expect(text).toMatch(/Receipt \d+ is in the log \(line \d+, set aside\)/);
    expect(text).toContain('Head 1 that you kept');
    expect(text).toContain('does not prove that every account is a person');
    expect(text).not.toContain('No --key was given');
    expect(text).not.toContain('FAIL');
    expect((await run('bundle.zip')).text).toContain('No --key was given');
  });

  it('leaves with 1 and the first reason when something is wrong', async () => {
    const files = unpack(bundle);
    files.set('openings.jsonl', files.get('openings.jsonl')!.replace('\\"stars\\":1', '\\"stars\\":2'));
    await writeFile(join(folder, 'changed.zip'), pack(files));
    const { code, text } = await run('changed.zip');
    expect(code).toBe(1);
    expect(text).toMatch(/^FAIL {2}What opens a line is what was sealed in it/m);
    expect(text).toContain('First: What opens a line is what was sealed in it');
    const other = await run('bundle.zip', '--key', 'MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=');
    expect(other).toMatchObject({ code: 1, text: expect.stringContaining('not the one that you gave') });
  });

  it('says on which fabric and where the winner was shown, and of all designs when it is asked', async () => {
    const { body: result } = await shop.visitor.get(`/api/rounds/${slug}/result`).expect(200);
    const [winner] = result.winners;
    const told = JSON.parse(unpack(bundle).get('designs.json')!) as ShownDesign[];
    const { fabric, place: won } = told.find(({ id }) => id === winner.design)!;
    const { text } = await run('bundle.zip');
    expect(text).toMatch(
      new RegExp(`winner +"${winner.title}", ${fabric}: ${won!.widthMm} mm wide, .*, ${won!.topMm} mm below the top`),
    );
    expect(text).toContain(`--designs tells of the other ${told.length - 1}.`);
    const moved = month.designs[3]!.title;
    expect((await run('bundle.zip', '--designs')).text).toMatch(
      new RegExp(`"${moved}", .*: 120 mm wide, its middle 40 mm left of the middle, 90 mm below the top`),
    );
  });

  it('says nothing of shirts where the bundle is not what the shop signed', async () => {
    const files = unpack(bundle);
    const designs = files.get('designs.json')!.replace('"widthMm":120', '"widthMm":121');
    await writeFile(join(folder, 'moved.zip'), pack(new Map(files).set('designs.json', designs)));
    const { code, text } = await run('moved.zip');
    expect(code).toBe(1);
    expect(text).not.toMatch(/mm wide/);
  });

  it('explains itself when it is called wrongly', async () => {
    expect(await run()).toMatchObject({ code: 1, text: expect.stringContaining('node scripts/verify-round.ts') });
    expect((await run('nothing.zip')).code).toBe(1);
    expect((await run('bundle.zip', '--receipt', 'bundle.zip')).code).toBe(1);
    await writeFile(join(folder, 'mail.txt'), 'Bonjour');
    expect(await run('bundle.zip', '--head', 'mail.txt')).toMatchObject({
      code: 1,
      text: expect.stringContaining('no head in mail.txt'),
    });
  });

  it('tells machines too', async () => {
    const { code, text } = await run('bundle.zip', '--json');
    expect(code).toBe(0);
    const checks = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(checks.length).toBeGreaterThan(18);
    expect(checks.every((check) => check.ok === true)).toBe(true);
  });
});

describe('after a round', () => {
  it('that is decided, nothing leads from a pseudonym to a member once sixty days have passed', async () => {
    const count = async () => (await shop.pool.query('select count(*) as n from pseudonyms')).rows[0].n;
    const days = (n: number) => n * 24 * 3_600_000;
    const decided = (await shop.now()).getTime();
    await shop.setClock(new Date(decided + days(59)));
    await forgetPseudonyms(shop.deps);
    expect(await count()).toBeGreaterThan(0);
    await shop.setClock(new Date(decided + days(60)));
    await forgetPseudonyms(shop.deps);
    expect(await count()).toBe(0);
    const { rows } = await shop.pool.query(
      `select table_name, column_name from information_schema.columns where column_name = 'member_id'
       and table_name in ('notes', 'deals', 'ratings', 'appeals', 'set_aside', 'cluster_ballots', 'voter_networks')`,
    );
    expect(rows).toEqual([]);
    await shop.setClock(new Date(decided));
  });

  it('that is cancelled, heads and proofs stay, and no bundle comes', async () => {
    const other = await planAndOpen(shop, { slug: '2027-02', phase: 'voting', designs: 4 });
    await vote(shop, other, { voters: 2 });
    await shop.setClock(new Date((await shop.now()).getTime() + 3_600_000));
    await signHeads(shop.deps, {});
    await other.operator.post('/api/rounds/2027-02/cancellation', { reason: 'Une fuite.' }).expect(200);
    await shop.runJobs();
    const { body } = await shop.visitor.get('/api/rounds/2027-02/heads').expect(200);
    expect(body.items.map((head: { size: number }) => head.size)).toEqual([8]);
    await shop.visitor.get('/api/rounds/2027-02/proofs/7').expect(200);
    const refused = await shop.visitor.get('/api/rounds/2027-02/bundle');
    expect(expectProblem(refused)).toBe('bundle_not_ready');
    expect(refused.body.reasons).toEqual([{ code: 'cancelled', detail: 'cancelled' }]);
    const [voter] = other.voters;
    await voter!.delete('/api/me').send({ email: voter!.email }).expect(204);
    const { rows } = await shop.pool.query('select count(*) as n from ballot_openings where round_id = $1', [
      other.roundId,
    ]);
    expect(rows[0].n).toBe(4);
  });
});
