import { audit } from '@fraisier/server/platform/audit/audit.sql.ts';
import type { listAudit } from '@fraisier/shared/contracts/audit.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterDesign, type Month, type MonthDesign, planAndOpen } from '../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

type Page = ResponseOf<typeof listAudit>;
type Entry = Page['items'][number];

let shop: TestShop;
let month: Month;
let oeuvre: MonthDesign;
let noe: SignedIn;
let maud: SignedIn;

const at = (actor: SignedIn | null, entry: { act: string; type: string; on: string; details?: object }) =>
  shop.deps.db.transaction().execute((trx) =>
    audit(trx, {
      actor,
      act: entry.act,
      subjectType: entry.type,
      subjectId: entry.on,
      details: { ...entry.details },
    }),
  );
const find = async (query: Record<string, string>): Promise<Entry[]> =>
  (await noe.get(`/api/audit?${new URLSearchParams(query)}`).expect(200)).body.items;
const acts = async (query: Record<string, string>) => (await find(query)).map((entry) => entry.act);

beforeAll(async () => {
  shop = await openShop();
  noe = await shop.operator({ name: 'Noé Œuvrard' });
  maud = await shop.operator({ name: 'Maud' });
  month = await planAndOpen(shop, { slug: '2027-03', phase: 'collecting', designs: 1 });
  oeuvre = await enterDesign(shop, month, { designer: noe, nth: 9, title: 'L’œuvre d’été : « Hérisson »' });
  await shop.setClock('2027-02-10T22:59:59Z');
  await at(noe, {
    act: 'refuse-design',
    type: 'design',
    on: oeuvre.id,
    details: { round: '2027-03', reasons: ['Trop près d’une œuvre déposée.'] },
  });
  await shop.setClock('2027-02-10T23:00:00Z');
  await at(maud, { act: 'pass-over', type: 'round', on: '2027-03', details: { design: oeuvre.id, reason: 'Plagiat' } });
  await at(null, { act: 'move-voting', type: 'round', on: '2027-04', details: { because: '2027-03' } });
});
afterAll(() => shop.close());

describe('the audit log is searched', () => {
  it('by words, however they are typed: capitals, accents and the beginning are enough', async () => {
    for (const words of ['trop pres', 'OEUVRE deposee', 'déposé', 'noe refuse', '"trop" (près)']) {
      expect(await acts({ words }), words).toEqual(['refuse-design']);
    }
    expect(await acts({ words: 'trop loin' })).toEqual([]);
    expect(await acts({ words: "& | ! :* <-> \\ '" })).toHaveLength((await find({})).length);
  });

  it('by the title of a design, also where an act on a round only names it', async () => {
    expect(await acts({ words: 'herisson' })).toEqual(['pass-over', 'refuse-design']);
    expect(await acts({ words: 'herisson plagiat' })).toEqual(['pass-over']);
  });

  it('by what it is on or names: a round’s address, an id', async () => {
    expect(await acts({ subject: '2027-03' })).toEqual(
      expect.arrayContaining(['move-voting', 'pass-over', 'refuse-design', 'plan-round']),
    );
    expect(await acts({ words: '2027-03 plagiat' })).toEqual(['pass-over']);
    expect(await acts({ subject: oeuvre.id })).toEqual(['pass-over', 'refuse-design']);
    expect(await acts({ words: oeuvre.id.toUpperCase() })).toEqual(['pass-over', 'refuse-design']);
  });

  it('by who did it, and by what the site did itself', async () => {
    expect(await acts({ actor: maud.id })).toEqual(['pass-over']);
    expect(await acts({ actor: 'shop' })).toContain('move-voting');
    expect((await find({ actor: 'shop' })).every((entry) => entry.actorId === null)).toBe(true);
    const { body } = await noe.get('/api/audit/actors').expect(200);
    expect(body.items).toEqual(
      [maud, noe, month.operator].map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    );
  });

  it('by act, and by days that begin at midnight on the shop’s wall', async () => {
    expect(await acts({ act: 'pass-over' })).toEqual(['pass-over']);
    expect(await acts({ from: '2027-02-11', to: '2027-02-11' })).toEqual(['move-voting', 'pass-over']);
    expect(await acts({ from: '2027-02-10', to: '2027-02-10' })).toEqual(['refuse-design']);
    expect(await acts({ from: '2027-02-12' })).toEqual([]);
  });

  it('and every filter narrows the others', async () => {
    expect(await acts({ words: 'herisson', actor: maud.id, from: '2027-02-11', act: 'pass-over' })).toEqual([
      'pass-over',
    ]);
    expect(await acts({ words: 'herisson', actor: maud.id, to: '2027-02-10' })).toEqual([]);
  });

  it('and names designs by their titles', async () => {
    const [entry] = await find({ act: 'pass-over' });
    expect(entry!.things).toEqual([{ id: oeuvre.id, name: oeuvre.title, design: oeuvre.id }]);
  });

  it('page after page, each act once, also while more are written', async () => {
    for (let nth = 0; nth < 120; nth++) await at(maud, { act: 'send-order', type: 'order', on: crypto.randomUUID() });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/api/audit?act=send-order${cursor ? `&cursor=${cursor}` : ''}`;
      const page: Page = (await noe.get(path).expect(200)).body;
      seen.push(...page.items.map((entry) => entry.id));
      cursor = page.nextCursor;
      await at(maud, { act: 'send-order', type: 'order', on: crypto.randomUUID() });
    } while (cursor !== null);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('and refuses what is no day, no person and no page', async () => {
    for (const query of ['from=2027-02-31', 'to=tomorrow', 'from=0000-01-01', 'actor=noe', 'cursor=1', 'words=%00']) {
      expect((await noe.get(`/api/audit?${query}`).expect(400)).body.code, query).toBe('bad_input');
    }
  });

  it('through its indexes', async () => {
    await shop.pool.query(`
      insert into audit_log (actor_name, act, subject_type, subject_id, details)
      select 'Many', 'send-order', 'order', gen_random_uuid()::text, jsonb_build_object('tracking', 'colis ' || n)
      from generate_series(1, 20000) as n`);
    await shop.pool.query('vacuum analyze audit_log');
    const { rows } = await shop.pool.query<{ 'QUERY PLAN': string }>(`
      explain select id from audit_log where id in (
        select id from audit_log where words @@ to_tsquery('simple', 'herisson:*')
        union select id from audit_log where mentions && array['${oeuvre.id}', '${crypto.randomUUID()}'])
      order by id desc limit 51`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('audit_log_words');
    expect(plan).toContain('audit_log_mentions');
    expect(await acts({ words: 'herisson' })).toEqual(['pass-over', 'refuse-design']);
    expect(await acts({ words: 'colis 19999' })).toEqual(['send-order']);
  });
});

describe('the audit log is taken away', () => {
  it('as CSV, oldest first, with no cell that a spreadsheet would run', async () => {
    const formula = '=HYPERLINK("http://evil.example";"x")';
    await at(
      { ...maud, name: formula },
      { act: 'hide-note', type: 'note', on: '@SUM(1)', details: { answer: '-1+1' } },
    );
    const answer = await noe.post('/api/audit/exports', { format: 'csv', act: 'hide-note' }).expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toContain('audit.csv');
    const [head, line, ...rest] = answer.text.split('\r\n');
    expect(head).toBe('\ufeffid,happenedAt,actorId,actorName,act,subjectType,subjectId,subject,details');
    expect(line).toContain(`"'${formula.replaceAll('"', '""')}"`);
    expect(line).toContain("'@SUM(1)");
    expect(rest).toEqual(['']);
  });

  it('as JSON lines, whole and in order, in pieces that do not grow with the log', async () => {
    const answer = await noe
      .post('/api/audit/exports', { format: 'jsonl', act: 'send-order' })
      .buffer(true)
      .parse(lines);
    const read = answer.body as { pieces: number; text: string };
    const entries = read.text
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one) as Entry);
    const { rows } = await shop.pool.query("select count(*)::int as n from audit_log where act = 'send-order'");
    expect(entries).toHaveLength(rows[0].n);
    expect(entries.length).toBeGreaterThan(20_000);
    expect(entries.map((entry) => entry.id)).toEqual(entries.map((entry) => entry.id).sort());
    expect(read.pieces).toBeGreaterThan(40);
  });

  it('and that is an act of its own, which says what was taken', async () => {
    const before = await find({ act: 'export-audit' });
    await noe.post('/api/audit/exports', { format: 'csv', words: 'herisson', from: '2027-02-01' }).expect(200);
    const after = await find({ act: 'export-audit' });
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({
      actorId: noe.id,
      details: { format: 'csv', words: 'herisson', from: '2027-02-01' },
    });
  });

  it('by operators only, in a form that is known', async () => {
    const member = await shop.member();
    await shop.visitor.post('/api/audit/exports', { format: 'csv' }).expect(401);
    await member.post('/api/audit/exports', { format: 'csv' }).expect(403);
    await noe.post('/api/audit/exports', { format: 'xlsx' }).expect(400);
    await noe.post('/api/audit/exports', { format: 'csv', to: 'now' }).expect(400);
    await shop.visitor.get('/api/audit/actors').expect(401);
    await member.get('/api/audit').expect(403);
  });
});

describe('the audit log only grows', () => {
  it.each([
    "update audit_log set actor_name = 'nobody'",
    'update audit_log set act = act where false',
    'delete from audit_log',
    'truncate audit_log',
    'truncate audit_log cascade',
    "insert into audit_log (id, actor_name, act, subject_type, subject_id) select id, '', '', '', '' from audit_log limit 1 on conflict (id) do update set act = ''",
  ])('%s is refused', async (statement) => {
    const count = async () => (await shop.pool.query('select count(*)::int as n from audit_log')).rows[0].n;
    const before = await count();
    await expect(shop.pool.query(statement)).rejects.toThrow('audit_log is append-only');
    expect(await count()).toBe(before);
  });
});

/** Counts the pieces in which an answer comes. */
function lines(response: Response, done: (error: Error | null, body: { pieces: number; text: string }) => void): void {
  const read = { pieces: 0, text: '' };
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.setEncoding('utf8');
  stream.on('data', (piece: string) => {
    read.pieces += 1;
    read.text += piece;
  });
  stream.on('end', () => done(null, read));
}
