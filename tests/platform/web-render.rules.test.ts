import { readdirSync, readFileSync } from 'node:fs';
import { listAudit } from '@fraisier/shared/contracts/audit.ts';
import * as shop from '@fraisier/shared/contracts/shop.ts';
import type { WebBuild } from '@fraisier/shared/http/web-build.ts';
import { beforeAll, expect, test } from 'vitest';
import { configure, page, type RenderRequest, render } from '../../web/src/entry-server.tsx';
import { opsRoutes } from '../../web/src/ops-routes.tsx';
import { ApiProblem, addressOf, call } from '../../web/src/platform/api.ts';
import { headHtml } from '../../web/src/platform/app/head-html.ts';
import { matchRoute, prepare, type Shown } from '../../web/src/platform/app/prepare.ts';
import { keyOf, makeQueryClient } from '../../web/src/platform/query.ts';
import * as lite from '../../web/src/platform/schema-lite.ts';
import { routes as shopRoutes } from '../../web/src/routes.tsx';

const routes = [...shopRoutes, ...opsRoutes];

const answers: Record<string, { status: number; body: unknown }> = {
  '/api/me': { status: 200, body: null },
  '/api/shop': {
    status: 200,
    body: {
      name: '</script><b>',
      timeZone: 'Europe/Paris',
      now: '2026-11-21T13:00:00Z',
      email: 'a@b.test',
      demo: true,
    },
  },
};

const ask = (url: string, more: Partial<RenderRequest> = {}) =>
  render({
    url,
    origin: 'https://shop.test',
    fetchApi: async (_method, path) => answers[path] ?? { status: 404, body: { code: 'not_found', status: 404 } },
    ...more,
  });

/** All that the server asks of the web's build. */
const build: WebBuild = { configure, page, render };

beforeAll(() => build.configure({ manifest: { 'src/entry-client.ts': { file: 'assets/entry.js' } } }));

test('an address without a language leads to the one of the visitor', async () => {
  expect(await ask('/', { acceptLanguage: 'en-GB' })).toMatchObject({ status: 302, redirect: '/en' });
  expect(await ask('/runs?x=1', { acceptLanguage: 'en', lang: 'fr' })).toMatchObject({ redirect: '/fr/runs?x=1' });
});

test('a page that was never printed is a 404 in the language of its address', async () => {
  const fr = await ask('/fr/nowhere');
  expect(fr.status).toBe(404);
  expect(fr.html).toContain('Cette page n’est pas au tirage.');
  expect((await ask('/en/nowhere')).html).toContain('This page was never printed.');
});

test('a browser without scripts is told what needs them, in the language of the page', async () => {
  const told = async (path: string) => /<noscript>.*?<\/noscript>/.exec(page(await ask(path)))?.[0];
  expect(await told('/fr/contact')).toContain('Tout se lit quand même');
  expect(await told('/en/contact')).toContain('Everything can still be read');
});

test('the state that the page is made of cannot break out of its element', async () => {
  const rendered = await ask('/fr/kit');
  expect(rendered.status).toBe(200);
  expect(rendered.state).not.toContain('<');
  expect(JSON.parse(rendered.state).answers).toHaveLength(2);
});

test('a rendered page obeys the content policy: no inline script, no style attribute, no handler', async () => {
  const html = page(await ask('/fr/kit', { theme: 'dark' }));
  expect(html).toMatch(/^<!doctype html>\n<html lang="fr" data-theme="dark" data-ink="\d\d">/);
  expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+="/);
  const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
  // There before the page is seen, so that no tap comes too early for it.
  expect(scripts).toEqual([
    ' type="module" src="/assets/entry.js" async blocking="render"',
    ' type="application/json" id="state"',
  ]);
});

test('a theme that does not exist is the one of the device', async () => {
  expect((await ask('/fr/kit', { theme: '"><b>' })).htmlAttributes['data-theme']).toBe('auto');
});

test('both languages of a page name each other', async () => {
  const { head } = await ask('/en/kit');
  expect(head).toContain('<link rel="canonical" href="https://shop.test/en/kit">');
  expect(head).toContain('hreflang="fr" href="https://shop.test/fr/kit"');
});

test('a page that can be shared names its card and its embed, and what it is as data that breaks out of nothing', async () => {
  await ask('/fr/kit');
  const head = {
    title: '“Œuf” & co',
    card: 'designs/1',
    cardAlt: 'An egg "in" its cup',
    structured: { '@type': 'VisualArtwork', name: '</script><b>', image: '/pictures/a.webp' },
  };
  const address = { pathname: '/fr/designs/1', search: '' };
  const html = headHtml({ head, address, lang: 'fr' } as unknown as Shown, 'https://shop.test');
  expect(html).toContain('<meta property="og:image" content="https://shop.test/share/fr/designs/1">');
  expect(html).toContain('<meta property="og:image:alt" content="An egg &quot;in&quot; its cup">');
  expect(html).toContain('oembed?url=https%3A%2F%2Fshop.test%2Ffr%2Fdesigns%2F1"');
  expect(html).toContain('type="application/atom+xml"');
  const data = /<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)).toEqual({
    '@context': 'https://schema.org',
    url: 'https://shop.test/fr/designs/1',
    ...head.structured,
    image: 'https://shop.test/pictures/a.webp',
  });
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect((await ask('/fr/kit')).head).not.toMatch(/og:image|oembed|ld\+json/);
});

test('no two pages answer to one address, and every page is found at its own', async () => {
  const paths = routes.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const { path } of routes) expect((await matchRoute(path.replace(/:\w+/g, 'x')))?.route.path, path).toBe(path);
});

test('pages for members lead a visitor to sign-in and back; the workshop refuses members', async () => {
  for (const { path, audience } of routes) {
    if (audience === 'anyone') continue;
    const address = `/fr${path.replace(/:\w+/g, 'x')}`;
    const redirect = `/fr/sign-in?next=${encodeURIComponent(address)}`;
    expect(await ask(address), address).toMatchObject({ status: 302, redirect });
    if (audience !== 'operator') continue;
    const me = { id: 'x', email: 'a@b.test', name: 'A', role: 'member', locale: 'fr', joinedAt: '' } as const;
    expect((await ask(address, { me })).status, address).toBe(403);
  }
});

test('an address that cannot be is a page that is not there', async () => {
  const refused = { status: 400, body: { code: 'bad_input', status: 400 } };
  const rendered = await ask('/fr/designers/nobody', { fetchApi: async (_method, path) => answers[path] ?? refused });
  expect(rendered.status).toBe(404);
  expect(rendered.html).toContain('Cette page n’est pas au tirage.');
});

test('a shop that is down gives a page that says so, not a blank one', async () => {
  const down = { status: 503, body: { code: 'unavailable', status: 503 } };
  const rendered = await ask('/fr/kit', {
    fetchApi: async (_method, path) => (path === '/api/me' ? { status: 200, body: null } : down),
  });
  expect(rendered.html).toContain('<main');
  const dark = await ask('/en/kit', { fetchApi: async () => down });
  expect(dark.status).toBe(503);
  expect(dark.html).toContain('Part of the site is down. Nothing is lost.');
});

test('a refusal of the shop keeps its code, and an answer without one is named by its status', async () => {
  const refusing = (status: number, body: unknown) =>
    call(shop.getShop, {}, { transport: async () => ({ status, body }) });
  await expect(refusing(409, { code: 'sold_out', reasons: [{ code: 'x' }] })).rejects.toMatchObject({
    code: 'sold_out',
    status: 409,
    reasons: [{ code: 'x' }],
  });
  await expect(refusing(502, '<html>')).rejects.toMatchObject({ code: 'unavailable' });
  await expect(refusing(500, undefined)).rejects.toBeInstanceOf(ApiProblem);
});

test('a call fills its path and leaves out what is not given', () => {
  expect(addressOf(listAudit, { query: { act: 'a b', subject: undefined } })).toBe('/api/audit?act=a+b');
  expect(keyOf(listAudit)).toEqual(['listAudit']);
});

test('the browser shows the answer that the server sent, without asking again', async () => {
  let asked = 0;
  const client = makeQueryClient(async (_method, path) => {
    asked += 1;
    return answers[path]!;
  });
  await prepare({ pathname: '/fr/kit', search: '' }, 'fr', client);
  await prepare({ pathname: '/fr/kit', search: '' }, 'fr', client);
  expect(asked).toBe(2);
});

test('every schema builder that a contract uses has its stand-in in the web', () => {
  const folder = new URL('../../shared/src/contracts/', import.meta.url);
  const used = readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/\bType\.([A-Z]\w+)\(/g)].map(([, builder]) => builder!),
  );
  expect([...new Set(used)].filter((builder) => !(builder in lite))).toEqual([]);
});
