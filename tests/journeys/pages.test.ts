import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../web/src/routes.tsx';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { type LivelyShop, livelyShop } from '../support/lively-shop.ts';
import { axeViolations, overflowAt } from '../support/page-checks.ts';

type Person = keyof LivelyShop['people'];

/** One visit of a page: where, by whom, and with which answer. */
interface Visit {
  readonly path: string;
  /** Signed out when nobody is named. */
  readonly as?: Person;
  readonly status?: 404;
}

const langs = ['fr', 'en'] as const;

/** Every page of the site, visited where it has something to show. A page that is not here fails the test below. */
const places: Record<string, (shop: LivelyShop) => Visit[]> = {
  '/': () => [{ path: '/' }],
  '/rounds': () => [{ path: '/rounds' }],
  '/rounds/:round': ({ rounds }) => [
    { path: `/rounds/${rounds.decided}` },
    { path: `/rounds/${rounds.voting}` },
    { path: `/rounds/${rounds.collecting}`, as: 'newDesigner' },
    { path: '/rounds/2031-01', status: 404 },
  ],
  '/rounds/:round/ballot': ({ rounds }) => [
    { path: `/rounds/${rounds.voting}/ballot`, as: 'buyer' },
    { path: `/rounds/${rounds.decided}/ballot`, as: 'buyer' },
  ],
  '/rounds/:round/submit': ({ rounds }) => [
    { path: `/rounds/${rounds.collecting}/submit`, as: 'buyer' },
    { path: `/rounds/${rounds.decided}/submit`, as: 'buyer' },
  ],
  '/rounds/:round/result': ({ rounds }) => [
    { path: `/rounds/${rounds.decided}/result` },
    { path: `/rounds/${rounds.voting}/result` },
  ],
  '/verify': ({ rounds }) => [
    { path: '/verify' },
    { path: `/verify?round=${rounds.decided}`, as: 'buyer' },
    { path: `/verify?round=${rounds.voting}&receipts=mine`, as: 'member' },
  ],
  '/designs/:design': ({ winningDesign, designInVote, waitingDesign }) => [
    { path: `/designs/${winningDesign}` },
    { path: `/designs/${designInVote}` },
    { path: `/designs/${waitingDesign}`, as: 'newDesigner' },
    { path: `/designs/${waitingDesign}`, status: 404 },
  ],
  '/designs/:design/letter': ({ losingDesign, winningDesign }) => [
    { path: `/designs/${losingDesign}/letter`, as: 'loser' },
    { path: `/designs/${winningDesign}/letter`, as: 'winner' },
  ],
  '/designers/:designer': ({ people }) => [{ path: `/designers/${people.winner.id}` }],
  '/runs': () => [{ path: '/runs' }],
  '/runs/:run': ({ run }) => [{ path: `/runs/${run}` }, { path: `/runs/${run}`, as: 'buyer' }],
  '/orders/:order': ({ paidOrder, sentOrder, heldOrder }) => [
    { path: `/orders/${paidOrder}`, as: 'buyer' },
    { path: `/orders/${sentOrder}`, as: 'buyer' },
    { path: `/orders/${heldOrder}`, as: 'buyer' },
  ],
  '/pay/:payment': ({ payment }) => [{ path: `/pay/${payment}`, as: 'buyer' }],
  '/sign-in': () => [{ path: '/sign-in' }],
  '/sign-in/confirm': () => [{ path: '/sign-in/confirm?token=of-no-use-at-all' }],
  '/me': () => [
    { path: '/me', as: 'buyer' },
    { path: '/me', as: 'winner' },
    { path: '/me', as: 'member' },
  ],
  '/me/account': () => [{ path: '/me/account', as: 'buyer' }],
  '/me/erased': () => [{ path: '/me/erased' }, { path: '/me/erased', as: 'buyer', status: 404 }],
  '/bounties/:bounty': ({ bounty }) => [{ path: `/bounties/${bounty}`, as: 'winner' }],
  '/bounties/keep-account': () => [
    { path: `/bounties/keep-account?token=${'a'.repeat(43)}` },
    { path: '/bounties/keep-account' },
  ],
  '/mail/:token': ({ unsubscribe }) => [{ path: `/mail/${unsubscribe}` }],
  '/demo/mail': () => [{ path: '/demo/mail' }],
  '/contact': () => [{ path: '/contact' }],
  '/pages/:page': () => [
    ...['rules', 'method', 'bounty', 'terms', 'privacy', 'imprint', 'sizes', 'designers'].map((page) => ({
      path: `/pages/${page}`,
    })),
    { path: '/pages/nothing', status: 404 as const },
  ],
  '/ops': () => [{ path: '/ops', as: 'operator' }],
  '/ops/rounds': () => [{ path: '/ops/rounds', as: 'operator' }],
  '/ops/rounds/calendar': () => [{ path: '/ops/rounds/calendar', as: 'operator' }],
  '/ops/rounds/:round': ({ rounds }) => [
    { path: `/ops/rounds/${rounds.decided}`, as: 'operator' },
    { path: `/ops/rounds/${rounds.voting}`, as: 'operator' },
    { path: `/ops/rounds/${rounds.collecting}`, as: 'operator' },
  ],
  '/ops/moderation': () => [{ path: '/ops/moderation', as: 'operator' }],
  '/ops/votes': ({ rounds }) => [
    { path: '/ops/votes', as: 'operator' },
    { path: `/ops/votes?round=${rounds.voting}&state=appeals`, as: 'operator' },
    { path: `/ops/votes?round=${rounds.decided}&state=quarantined`, as: 'operator' },
  ],
  '/ops/bounties': () => [{ path: '/ops/bounties', as: 'operator' }],
  '/ops/ledger': () => [
    { path: '/ops/ledger', as: 'operator' },
    { path: '/ops/ledger?on=2026-11-30', as: 'admin' },
  ],
  '/ops/ledger/:account': () => [{ path: '/ops/ledger/bounty_reserved', as: 'operator' }],
  '/ops/mail': () => [
    { path: '/ops/mail', as: 'operator' },
    { path: '/ops/mail?view=samples&template=result-letter&theme=dark', as: 'operator' },
  ],
  '/ops/prints': () => [{ path: '/ops/prints', as: 'operator' }],
  '/ops/orders': () => [{ path: '/ops/orders', as: 'operator' }],
  '/ops/settings': () => [
    { path: '/ops/settings', as: 'operator' },
    { path: '/ops/settings', as: 'admin' },
  ],
  '/ops/audit': () => [{ path: '/ops/audit', as: 'operator' }],
  '/ops/messages': () => [{ path: '/ops/messages', as: 'operator' }],
  '/kit': () => [{ path: '/kit' }],
};

journey('every page', () => {
  let site: Site;
  let shop: LivelyShop;
  const visitors = new Map<string, Promise<Visitor>>();
  /** Addresses within the site that pages lead to, each with who saw it first, and where. */
  const links = new Map<string, { as: Person | undefined; on: string }>();

  beforeAll(async () => {
    site = await openSite();
    shop = await livelyShop(site.shop);
  }, 120_000);
  afterAll(() => site?.close());

  /** French on a light desktop, English on a dark phone: each page is seen both ways. */
  function visitor(lang: (typeof langs)[number], as: Person | undefined): Promise<Visitor> {
    const key = `${lang} ${as ?? 'nobody'}`;
    const known = visitors.get(key);
    if (known !== undefined) return known;
    const made = site.visitor(key, {
      lang,
      theme: lang === 'fr' ? 'light' : 'dark',
      motion: 'reduce',
      ...(as ? { as: shop.people[as] } : {}),
    });
    visitors.set(key, made);
    return made;
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

  for (const { path: route } of routes) {
    describe(route, () => {
      for (const lang of langs) {
        it(`can be read, used and fits in ${lang}`, async () => {
          const failings: string[] = [];
          for (const visit of places[route]?.(shop) ?? []) {
            const who = await visitor(lang, visit.as);
            const seen = await look(who, lang, visit);
            failings.push(...seen.map((failing) => `${visit.path} as ${visit.as ?? 'nobody'}: ${failing}`));
          }
          expect([...failings, ...site.complaints.splice(0)]).toEqual([]);
        });
      }
    });
  }

  it('leads nowhere that is not there', async () => {
    const broken: string[] = [];
    for (const [address, { as, on }] of links) {
      const { status } = await (as ? shop.people[as] : site.shop.visitor).get(address);
      if (status >= 400) broken.push(`${on} leads to ${address}: ${status}`);
    }
    expect(links.size).toBeGreaterThan(routes.length);
    expect(broken).toEqual([]);
  });

  async function look(who: Visitor, lang: (typeof langs)[number], visit: Visit): Promise<string[]> {
    const failings: string[] = [];
    const { page } = who;
    const phone = lang === 'en';
    await page.setViewportSize(phone ? { width: 390, height: 844 } : { width: 1440, height: 900 });
    const response = await who.go(`/${lang}${visit.path}`);
    if (response.status() !== (visit.status ?? 200)) failings.push(`answered ${response.status()}`);
    const html = await response.text();
    if (/<[^>]+\sstyle=/.test(html)) failings.push('has a style attribute');
    if (!/<h1[\s>]/.test(html)) failings.push('has no h1 before any script has run');
    const title = await page.title();
    if (title.length < 3) failings.push(`is called “${title}”`);
    const headings = await page.getByRole('heading', { level: 1 }).count();
    if (headings !== 1) failings.push(`has ${headings} h1`);
    failings.push(...(await axeViolations(page)));
    await who.shoot(`${lang}${visit.path.replaceAll(/[/?=]/g, '-')}${visit.as ? `-as-${visit.as}` : ''}`);
    for (const width of [390, 320]) {
      const wide = await overflowAt(page, width);
      if (wide.length > 0) failings.push(`overflows at ${width} px: ${wide.join(', ')}`);
    }
    // A page that is not there offers itself in the other language.
    if (visit.status === 404) return failings;
    const hrefs = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    for (const href of hrefs) {
      const address = href.split('#')[0]!;
      if (!links.has(address)) links.set(address, { as: visit.as, on: visit.path });
    }
    return failings;
  }
});
