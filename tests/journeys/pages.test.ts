import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opsPlans } from '../../web/src/ops-plans.ts';
import { opsRoutes } from '../../web/src/ops-routes.tsx';
import { plans as shopPlans } from '../../web/src/plans.ts';
import { routes as shopRoutes } from '../../web/src/routes.tsx';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { crampedWords, spaceText } from '../support/cramped-words.ts';
import { keepPicture } from '../support/keep-picture.ts';
import { type LivelyShop, livelyShop } from '../support/lively-shop.ts';
import { axeViolations, inWords, layoutShifts, overflowAt, smallTargets } from '../support/page-checks.ts';
import { onPaper, sheetsOf } from './pages/on-paper.ts';
import { type Person, places, type Visit } from './pages/places.ts';
import { goWithin, throughItsStates, wordsOf } from './pages/states.ts';

const routes = [...shopRoutes, ...opsRoutes];
const plans = { ...shopPlans, ...opsPlans };
const langs = ['fr', 'en'] as const;
type Lang = (typeof langs)[number];

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const narrowest = { width: 320, height: 844 };
/** Pages that stand without an answer of the shop, or with what every page has already. */
const standAlone = ['/pages/:page', '/sign-in', '/me/erased'];
/** Shows every state at once. */
const specimen = '/kit';
/** One of each kind, gone to while there is no network: art, lists, one thing, forms, the console. A ballot is kept. */
const kinds = [
  '/',
  '/rounds',
  '/rounds/:round',
  '/designs/:design',
  '/runs/:run',
  '/orders/:order',
  '/me',
  '/pages/:page',
  '/ops/moderation',
];
/** What people keep on paper. */
const printed = [
  '/rounds/:round/result',
  '/designs/:design/letter',
  '/orders/:order',
  '/bounties/:bounty',
  '/verify',
  '/pages/:page',
];
const widths = [320, 390, 768, 1024, 1440, 1920, 2560];
/** French runs longer: where it fits, English does, but for single words on the narrowest. */
const widthsOf = { fr: widths, en: [320, 390] };

journey('every page', () => {
  let site: Site;
  let shop: LivelyShop;
  const visitors = new Map<string, Promise<Visitor>>();
  /** Addresses within the site that pages lead to, each with who saw it first, and where. */
  const links = new Map<string, { as: Person | undefined; on: string }>();
  /** Addresses that were opened, and by whom. */
  const opened = new Set<string>();

  beforeAll(async () => {
    site = await openSite();
    shop = await livelyShop(site.shop);
  }, 120_000);
  afterAll(() => site?.close());

  function visitor(lang: Lang, as: Person | undefined): Promise<Visitor> {
    const key = `${lang} ${as ?? 'nobody'}`;
    const known = visitors.get(key);
    if (known !== undefined) return known;
    const made = site.visitor(key, { lang, motion: 'reduce', ...(as ? { as: shop.people[as] } : {}) });
    const ready = made.then(async (who) => {
      await who.go(`/${lang}/contact`);
      // What moves when the fonts come for the first time is looked at for itself.
      await who.page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
      return who;
    });
    visitors.set(key, ready);
    return ready;
  }

  it('is in the list of this test, and nothing else', () => {
    expect(routes.map((route) => route.path).sort()).toEqual(Object.keys(places).sort());
  });

  it('leads to sign-in and back where one must be someone, and is refused to who is not of the workshop', async () => {
    const { member } = shop.people;
    for (const { path: route, audience } of routes) {
      const path = `/fr${places[route]?.(shop)[0]?.path}`;
      if (audience === 'anyone') continue;
      const { headers } = await site.shop.visitor.get(path).expect(302);
      expect(headers.location).toBe(`/fr/sign-in?next=${encodeURIComponent(path)}`);
      if (audience === 'operator')
        await member
          .get(path)
          .expect(403)
          .expect('content-type', /^text\/html/);
    }
  });

  describe.for(routes.map(({ path, audience }) => ({ route: path, loader: plans[path]?.loader, audience })))(
    '$route',
    ({ route, loader, audience }) => {
      it('can be read, used and fits, in both languages, both themes and on every screen', async () => {
        const failings: string[] = [];
        // Both languages at once: while one page is fetched, the other is looked at.
        await Promise.all(
          langs.map(async (lang) => {
            for (const visit of places[route]?.(shop) ?? []) {
              const seen = await look(await visitor(lang, visit.as), lang, visit);
              failings.push(...seen.map((failing) => `/${lang}${visit.path} as ${visit.as ?? 'nobody'}: ${failing}`));
            }
          }),
        );
        expect([...failings, ...site.complaints.splice(0)]).toEqual([]);
      });

      it.skipIf(route === specimen)('says what it waits for, what did not come and how to ask again', async () => {
        const [visit] = places[route]?.(shop) ?? [];
        if (!visit) throw new Error('no visit');
        const lang = audience === 'operator' ? 'en' : 'fr';
        const who = await visitor(lang, visit.as);
        await who.page.setViewportSize(lang === 'fr' ? phone : desktop);
        await who.page.emulateMedia({ colorScheme: lang === 'fr' ? 'dark' : 'light' });
        const failings = await throughItsStates(
          who,
          lang,
          visit.path,
          loader !== undefined && !standAlone.includes(route),
        );
        expect([...failings, ...site.complaints.splice(0).filter((complaint) => !complaint.includes('503'))]).toEqual(
          [],
        );
      });
    },
  );

  it('leaves nobody before a blank or dead page where the network is gone, and comes by itself when it is back', async () => {
    const wrong: string[] = [];
    let told = 0;
    for (const route of kinds) {
      const visit = places[route]!(shop)[0]!;
      const { page, context, ...who } = await visitor('fr', visit.as);
      const { error, loading, offline } = wordsOf.fr;
      await who.go('/fr/contact');
      await beThere(page);
      await context.setOffline(true);
      try {
        await goWithin({ page, context, ...who }, `/fr${visit.path}`);
        await page.getByText(offline.title, { exact: true }).waitFor();
        await page.locator('html:not([data-pending])').waitFor();
        await page.getByText(loading, { exact: true }).first().waitFor({ state: 'detached' });
        // What the browser has kept of an answer it may still show.
        if (await page.getByText(offline.noAnswer, { exact: true }).first().isVisible()) told++;
        if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) wrong.push(`${route} is blank`);
        if (route === kinds[0]) wrong.push(...(await axeViolations(page)));
      } finally {
        await context.setOffline(false);
      }
      await page.getByText(offline.noAnswer, { exact: true }).first().waitFor({ state: 'detached' });
      await page.locator('html:not([data-pending])').waitFor();
      const titles = await page.getByRole('heading', { level: 1 }).allTextContents();
      if (titles.length !== 1 || titles[0] === error.title) wrong.push(`${route} is called ${titles.join(', ')}`);
    }
    expect([...wrong, ...site.complaints.splice(0)]).toEqual([]);
    expect(told).toBeGreaterThan(kinds.length / 2);
  });

  it('stays, where the network goes before the first tap, and follows that tap when it is back', async () => {
    const { page, context, go } = await site.visitor('in a tunnel', { lang: 'fr', device: 'phone' });
    await go('/fr/contact');
    await context.setOffline(true);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('footer a[href="/fr/pages/rules"]')?.click());
    await page.waitForURL('**/fr/pages/rules');
    await page.getByText(wordsOf.fr.offline.title, { exact: true }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: title! }).waitFor();
    expect(site.complaints.splice(0)).toEqual([]);
  });

  it('moves by a line of text at most where its fonts come late', async () => {
    const { page, go } = await site.visitor('on a slow line', { lang: 'fr', device: 'phone', as: shop.people.member });
    // Asked anew for each page: a page whose files are answered here keeps none.
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    const moved: string[] = [];
    for (const route of ['/', '/rounds/:round', '/designs/:design', '/runs/:run', '/rounds/:round/ballot']) {
      const { path } = places[route]!(shop)[0]!;
      await go(`/fr${path}`);
      await page.evaluate(() => document.fonts.ready);
      const shifts = await layoutShifts(page);
      const sum = shifts.reduce((total, { amount }) => total + amount, 0);
      if (sum > 0.05) moved.push(`${route} moves by ${shifts.map(inWords).join(' and ')}`);
    }
    expect(moved).toEqual([]);
    expect(
      await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length),
    ).toBeGreaterThan(1);
  });

  it('is printed black on white without what one clicks, from a dark screen too', async () => {
    const sheets: Record<string, number> = {};
    for (const route of printed) {
      const { path, as } = places[route]!(shop)[0]!;
      const { page, context, go } = await visitor('fr', as);
      await context.addCookies([{ name: 'theme', value: 'dark', url: site.origin }]);
      await go(`/fr${path}`);
      await page.emulateMedia({ media: 'print' });
      expect(await onPaper(page), route).toEqual([]);
      sheets[route] = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
      await page.emulateMedia({ media: null });
      await context.clearCookies({ name: 'theme' });
    }
    expect(sheets['/designs/:design/letter']).toBe(1);
    expect(sheets['/rounds/:round/result']).toBe(3);
    expect(Math.min(...Object.values(sheets))).toBeGreaterThan(0);
  });

  it('leads nowhere that is not there', async () => {
    const broken: string[] = [];
    const unseen = [...links].filter(([address, { as }]) => !opened.has(`${as} ${address}`));
    for (const [address, { as, on }] of unseen) {
      const { status } = await (as ? shop.people[as] : site.shop.visitor).get(address);
      if (status >= 400) broken.push(`${on} leads to ${address}: ${status}`);
    }
    expect(links.size).toBeGreaterThan(routes.length);
    expect(broken).toEqual([]);
  });

  it('is told to search engines by the address that it calls its own', async () => {
    const map = await fetch(`${site.origin}/sitemaps/pages.xml`);
    const told = [...(await map.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address!);
    const wrong: string[] = [];
    for (const address of told) {
      const { status, text } = await site.shop.visitor.get(`${new URL(address).pathname}/`);
      if (status !== 200) wrong.push(`${address} answers ${status}`);
      else if (!text.includes(`<link rel="canonical" href="${address}">`))
        wrong.push(`${address} is another to itself`);
    }
    for (const { path, status } of [...places['/pages/:page']!(shop), ...places['/contact']!(shop)])
      if (!status && !told.includes(`${site.origin}/fr${path}`)) wrong.push(`${path} is told to nobody`);
    expect(wrong).toEqual([]);
    expect(told.length).toBeGreaterThan(30);
  });

  /**
   * Opened on a desktop in French and on a phone in English, in a light theme; then turned to the other screen and the dark
   * one: each theme is seen on each screen, and in each language.
   */
  async function look(who: Visitor, lang: Lang, visit: Visit): Promise<string[]> {
    const failings: string[] = [];
    const { page } = who;
    const [first, second] = lang === 'fr' ? [desktop, phone] : [phone, desktop];
    const failIn = (where: string) => (what: string) => void failings.push(`${what} (${where})`);
    // Each turn of the screen is a layout: those of the two screens are looked at while the page is there.
    const fits = async (width: number) => {
      const wide = await overflowAt(page, width);
      if (wide.length > 0) failings.push(`overflows at ${width} px: ${wide.join(', ')}`);
      if (width === phone.width) failings.push(...(await smallTargets(page)));
    };
    await page.setViewportSize(first);
    await page.emulateMedia({ colorScheme: 'light' });
    const response = await who.go(`/${lang}${visit.path}`);
    if (response.status() !== (visit.status ?? 200)) failings.push(`answered ${response.status()}`);
    const html = await response.text();
    if (/<[^>]+\sstyle=/.test(html)) failings.push('has a style attribute');
    if (!/<h1[\s>]/.test(html)) failings.push('has no h1 before any script has run');
    const title = await page.title();
    if (title.length < 3) failings.push(`is called “${title}”`);
    const headings = await page.getByRole('heading', { level: 1 }).allTextContents();
    if (headings.length !== 1) failings.push(`has ${headings.length} h1`);
    if (headings.some((heading) => heading.trim() === '')) failings.push('has an h1 without words');
    for (const shift of await layoutShifts(page)) failings.push(`moves by ${inWords(shift)}`);
    (await axeViolations(page)).forEach(failIn(`light, ${first.width} px`));
    await fits(first.width);
    await who.shoot(`${lang}${visit.path.replaceAll(/[/?=]/g, '-')}${visit.as ? `-as-${visit.as}` : ''}`);
    if (visit.kept) await keepPicture(page, `${visit.kept}-${lang}-light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    if (visit.kept) await keepPicture(page, `${visit.kept}-${lang}-dark`);
    await page.setViewportSize(second);
    (await axeViolations(page)).forEach(failIn(`dark, ${second.width} px`));
    await fits(second.width);
    for (const width of widthsOf[lang]) if (width !== first.width && width !== second.width) await fits(width);
    if (lang === 'fr') failings.push(...(await withLargeLetters(page)));
    failings.push(...(await withSpacedText(page, lang)));
    // A page that is not there offers itself in the other language.
    if (visit.status === 404) return failings;
    opened.add(`${visit.as} /${lang}${visit.path}`);
    const hrefs = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    for (const href of hrefs) {
      const address = href.split('#')[0]!;
      if (!links.has(address)) links.set(address, { as: visit.as, on: visit.path });
    }
    return failings;
  }
});

/** What cannot be read by who sets text wider than we do; French runs longer. */
async function withSpacedText(page: Page, lang: Lang): Promise<string[]> {
  await spaceText(page);
  const cramped: string[] = [];
  for (const { width, height } of lang === 'fr' ? [narrowest, desktop] : [narrowest]) {
    await page.setViewportSize({ width, height });
    const found = await crampedWords(page);
    cramped.push(...found.map((words) => `${words} at ${width} px with spaced text`));
  }
  return cramped;
}

/** What goes beyond the screen, or cannot be read, for who has set the browser's letters to twice their size. */
async function withLargeLetters(page: Page): Promise<string[]> {
  const settings = await page.context().newCDPSession(page);
  const set = (standard: number) => settings.send('Page.setFontSizes', { fontSizes: { standard } });
  await set(32);
  const wide = [];
  for (const { width } of [phone, desktop]) {
    const found = await overflowAt(page, width);
    if (found.length > 0) wide.push(`overflows at ${width} px with large letters: ${found.join(', ')}`);
    wide.push(...(await crampedWords(page)).map((words) => `${words} at ${width} px with large letters`));
  }
  await set(16);
  await settings.detach();
  return wide;
}

/** Somebody moves on the page: with that comes what leads to other pages. */
async function beThere(page: Visitor['page']): Promise<void> {
  await page.mouse.move(100, 100);
  await page.mouse.move(120, 110);
  const travel = () =>
    performance.getEntriesByType('resource').find(({ name }) => /\/travel-[^/]*\.js$/.test(name))?.name;
  const file = await page.waitForFunction(travel);
  // With all that it imports.
  await page.evaluate(`import(${JSON.stringify(await file.jsonValue())})`);
}
