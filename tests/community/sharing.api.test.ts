import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shareFacts } from '@fraisier/server/community/sharing/share-facts.ts';
import { openPicture, toPixels } from '@fraisier/server/platform/images/open-picture.ts';
import { readXml, type XmlElement } from '@fraisier/server/platform/xml/read-xml.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binary } from '../support/binary.ts';
import { makeReady } from '../support/bounties.ts';
import { enterDesign, liveToDecided, type Month, planAndOpen } from '../support/month.ts';
import { openShop, type TestShop } from '../support/shop.ts';
import { handIn } from '../support/submissions.ts';

let shop: TestShop;
let open: Month;
let past: Awaited<ReturnType<typeof liveToDecided>>;
let drawn: string;
const title = '<b>Œuf & “co”</b>';
beforeAll(async () => {
  shop = await openShop();
  past = await liveToDecided(shop, { slug: '2026-11', designs: 4 });
  open = await planAndOpen(shop, { slug: '2026-12', phase: 'collecting', designs: 2 });
  drawn = (await handIn(await shop.member({ name: 'Dessinatrice' }), open.slug, { title })).id;
  await shop.runJobs();
  await open.operator.post(`/api/designs/${drawn}/admission`).expect(200);
  await shop.runJobs();
}, 60_000);
afterAll(() => shop.close());

async function inFile<T>(body: Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'fraisier-card-'));
  try {
    await writeFile(join(folder, 'card'), body);
    return await use(join(folder, 'card'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
async function coloursIn(body: Buffer, part: { left: number; top: number; width: number; height: number }) {
  const { data } = await inFile(body, (file) => toPixels(openPicture(file).extract(part)));
  return new Set(Array.from({ length: data.length / 4 }, (_, at) => data.readUInt32BE(4 * at))).size;
}
const origin = () => shop.deps.config.appUrl;
const card = (path: string) => shop.visitor.get(path).buffer(true).parse(binary);
async function xml(path: string): Promise<XmlElement> {
  const answer = await shop.visitor.get(path).buffer(true).parse(binary);
  expect(answer.status).toBe(200);
  return readXml(
    (async function* () {
      yield answer.body;
    })(),
  );
}
const under = (element: XmlElement, ...path: string[]): XmlElement[] =>
  path.length === 0
    ? [element]
    : element.children.filter(({ name }) => name === path[0]).flatMap((one) => under(one, ...path.slice(1)));
const texts = (element: XmlElement, ...path: string[]) => under(element, ...path).map(({ text }) => text);

describe('a card', () => {
  it('is a picture of 1,200 × 630 in each language, for a design, a run, a result and a round', async () => {
    const winner = past.closing.winners[0]!.design;
    const names = [`designs/${drawn}`, `designs/${winner}`, 'runs/2026-11', 'results/2026-11', 'rounds/2026-12'];
    for (const path of names.flatMap((name) => [`/share/fr/${name}`, `/share/en/${name}`])) {
      const answer = await card(path).expect(200);
      expect(answer.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=3600' });
      const { width, height, format, exif } = await inFile(answer.body, (file) => openPicture(file).metadata());
      expect({ width, height, format, exif }, path).toEqual({
        width: 1200,
        height: 630,
        format: 'jpeg',
        exif: undefined,
      });
      const { etag } = answer.headers;
      await shop.visitor.get(path).set('if-none-match', etag!).expect(304);
    }
    const [fr, en] = [await card(`/share/fr/${names[0]}`), await card(`/share/en/${names[0]}`)];
    expect(fr.headers.etag).not.toBe(en.headers.etag);
  });

  it('shows the art on its shirt: without it, it is another picture', async () => {
    const { body } = await card(`/share/fr/designs/${drawn}`).expect(200);
    expect(await coloursIn(body, { left: 780, top: 60, width: 220, height: 500 })).toBeGreaterThan(200);
    const { body: plain } = await card('/share/fr/rounds/2026-12').expect(200);
    expect(await coloursIn(plain, { left: 980, top: 60, width: 200, height: 400 })).toBeLessThan(5);
  });

  it('names neither designer nor figure before the count, and both after it', async () => {
    const facts = await shareFacts(shop.deps, { kind: 'designs', name: drawn, lang: 'fr' });
    expect(facts).toMatchObject({ designer: null, title, words: { by: null, title } });
    expect(facts.words.foot.join('')).toBe('Auteur et notes sous scellés jusqu’au décompte');
    expect(JSON.stringify(facts)).not.toContain('Dessinatrice');
    const winner = past.closing.winners[0]!;
    const { ranking } = (await shop.visitor.get('/api/rounds/2026-11/result').expect(200)).body;
    const won = await shareFacts(shop.deps, { kind: 'designs', name: winner.design, lang: 'en' });
    expect(won.designer?.name).toBe(ranking[0].designer.name);
    expect(won.words.foot.join('')).toMatch(/^1st of 4, [1-6]\.\d\d points out of 6 from \d+\sratings$/);
  });

  it('is of nothing that a visitor may not see', async () => {
    const waiting = await handIn(await shop.member(), open.slug, { title: 'Pas encore admis' });
    const names = [
      `designs/${waiting.id}`,
      `designs/${crypto.randomUUID()}`,
      'designs/1',
      'runs/2026-12',
      'runs/x',
      'results/2026-12',
      'rounds/1999-01',
      'members/1',
    ];
    for (const name of names) {
      const { body, status } = await shop.visitor.get(`/share/fr/${name}`);
      expect([status, body.code].join(' '), name).toMatch(/^(404 not_found|409 not_counted)$/);
    }
    await shop.visitor.get(`/share/de/designs/${drawn}`).expect(404);
  });

  it('is drawn once for who ask at the same time', async () => {
    const calls = await Promise.all(Array.from({ length: 6 }, () => card(`/share/en/designs/${open.designs[0]!.id}`)));
    expect(new Set(calls.map(({ status, headers }) => `${status} ${headers.etag}`)).size).toBe(1);
  });
});

describe('the feed', () => {
  it('tells in each language what opened and what was decided, newest first, and what is sold once it is', async () => {
    const fr = await xml('/fr/feed.atom');
    expect(fr).toMatchObject({ name: 'feed', space: 'http://www.w3.org/2005/Atom' });
    const titles = texts(fr, 'entry', 'title');
    expect(titles).toContain('Le dépôt de décembre 2026 est ouvert');
    expect(titles.some((one) => /est élu, récolte de novembre 2026$/.test(one))).toBe(true);
    expect(titles.some((one) => one.endsWith('est en vente'))).toBe(false);
    const moments = texts(fr, 'entry', 'updated');
    expect(moments).toEqual(moments.toSorted().reverse());
    const ids = texts(fr, 'entry', 'id');
    expect(new Set(ids).size).toBe(ids.length);
    await makeReady({
      winner: past.designs.find(({ id }) => id === past.closing.winners[0]!.design)!.designer,
      bounty: past.closing.bounties[0]!.id,
      month: past,
    });
    const en = texts(await xml('/en/feed.atom'), 'entry', 'title');
    expect(en.some((one) => one.endsWith('is on sale'))).toBe(true);
    expect(en).toContain('Submissions for December 2026 are open');
  });
});

describe('what search engines are told', () => {
  it('leads from the robots’ file over the index to every page that anyone may see, in both languages', async () => {
    const robots = await shop.visitor.get('/robots.txt').expect(200);
    expect(robots.text).toContain(`Sitemap: ${origin()}/sitemap.xml`);
    expect(robots.text).toContain('Disallow: /api/');
    const maps = texts(await xml('/sitemap.xml'), 'sitemap', 'loc');
    const pages = (await Promise.all(maps.map((map) => xml(new URL(map).pathname)))).flatMap((map) =>
      texts(map, 'url', 'loc'),
    );
    expect(new Set(pages).size).toBe(pages.length);
    const paths = pages.map((page) => page.slice(origin().length));
    for (const lang of ['/fr', '/en']) {
      const wanted = ['', '/rounds/2026-11/result', '/rounds/2026-12', '/runs/2026-11', `/designs/${drawn}`];
      expect(paths).toEqual(expect.arrayContaining(wanted.map((path) => lang + path)));
    }
    expect(paths.filter((path) => /\/(me|ops|sign-in)\b/.test(path) || path.includes('2026-12/result'))).toEqual([]);
    await shop.visitor.get('/sitemaps/designs-2.xml').expect(404);
    await shop.visitor.get('/sitemaps/pages').expect(404);
  });

  it('names no design that waits, is refused or withdrawn', async () => {
    const designer = await shop.member();
    const late = await enterDesign(shop, open, { designer, nth: 7 });
    await shop.deps.db.updateTable('designs').set({ state: 'withdrawn' }).where('id', '=', late.id).execute();
    const designs = texts(await xml('/sitemaps/designs-1.xml'), 'url', 'loc').join();
    expect(designs).toContain(drawn);
    expect(designs).not.toContain(late.id);
  });
});

describe('an embed', () => {
  const embed = (url: string, more = '') => shop.visitor.get(`/api/oembed?url=${encodeURIComponent(url)}${more}`);

  it('is the card as a photo, with who drew it once everyone may know', async () => {
    const { body } = await embed(`${origin()}/fr/designs/${drawn}`).expect(200);
    expect(body).toMatchObject({ version: '1.0', type: 'photo', title, width: 1200, height: 630 });
    expect(body.author_name).toBeUndefined();
    expect(body.url).toBe(`${origin()}/share/fr/designs/${drawn}`);
    const won = await embed(`${origin()}/en/rounds/2026-11/result?x=1#y`).expect(200);
    expect(won.body.url).toBe(`${origin()}/share/en/results/2026-11`);
    const run = await embed(`${origin()}/en/runs/2026-11/`).expect(200);
    expect(run.body.author_name).toMatch(/^Designer/);
  });

  it('is a link where the card does not fit, and nothing for other pages and sites', async () => {
    const url = `${origin()}/fr/designs/${drawn}`;
    const { body } = await embed(url, '&maxwidth=600').expect(200);
    expect(body).toMatchObject({ type: 'link', title });
    expect(body.url).toBeUndefined();
    for (const other of ['https://evil.example/fr/designs/1', `${origin()}/fr`, `${origin()}/api/rounds`, `${url}x`]) {
      await embed(other).expect(404);
    }
    await embed('nonsense').expect(400);
    await embed(url, '&format=xml').expect(400);
    await embed(url, '&maxwidth=0').expect(400);
  });
});
