import { type RequestOptions, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ballot } from '../../web/src/platform/i18n/fr/ballot.ts';
import { ballotEnd } from '../../web/src/platform/i18n/fr/ballot-end.ts';
import { gallery } from '../../web/src/platform/i18n/fr/gallery.ts';
import { platform } from '../../web/src/platform/i18n/fr/platform.ts';
import { button, faceOf, heading, link, see } from '../support/at-the-screen.ts';
import { movePhase } from '../support/ballots.ts';
import { journey, openSite, type Site } from '../support/browser.ts';
import { planAndOpen } from '../support/month.ts';
import type { SignedIn } from '../support/shop.ts';
import { slowScripts } from '../support/slow-scripts.ts';

const slug = '2026-12';
const DESIGNS = 5;
const { words } = platform.rating;

journey('a ballot that comes with its page', () => {
  let site: Site;
  let roundId: string;

  beforeAll(async () => {
    site = await openSite();
    ({ roundId } = await planAndOpen(site.shop, { slug, designs: DESIGNS, voters: 3, phase: 'voting' }));
  }, 60_000);
  afterAll(() => site?.close());

  const standingOf = async (one: SignedIn) => (await one.get(`/api/rounds/${slug}`).expect(200)).body.standing;
  const at = (nth: number) => ballot.at(nth, DESIGNS);

  it('who opens it sees the first design before a script is there, and what is chosen meanwhile is a vote', async () => {
    const jo = await site.shop.member({ name: 'Jo' });
    const { page } = await site.visitor('a quick voter', { as: jo, device: 'phone', motion: 'reduce' });
    const scripts = await slowScripts(page);
    const dealt: string[] = [];
    page.on('request', (request) => dealt.push(...(request.url().endsWith('/hands') ? [request.method()] : [])));
    await page.goto(`/fr/rounds/${slug}/ballot`, { waitUntil: 'commit' });
    await see(page.getByText(at(1), { exact: true }));
    await faceOf(page.getByRole('radio', { name: words[3]! })).tap();
    expect(await page.getByText(at(1), { exact: true }).count()).toBe(1);
    expect((await standingOf(jo)).rated).toBe(0);
    scripts.arrive();
    await see(page.getByText(at(2), { exact: true }));
    await expect.poll(async () => (await standingOf(jo)).rated).toBe(1);
    expect(await standingOf(jo)).toMatchObject({ dealt: DESIGNS, skipped: 0 });
    expect(dealt).toEqual([]);
  });

  it('a choice and « next », both before a script is there, are one step', async () => {
    const ro = await site.shop.member({ name: 'Ro' });
    const { page } = await site.visitor('a quicker voter', { as: ro, device: 'phone', motion: 'reduce' });
    const scripts = await slowScripts(page);
    await page.goto(`/fr/rounds/${slug}/ballot`, { waitUntil: 'commit' });
    await faceOf(page.getByRole('radio', { name: words[1]! })).tap();
    await button(page, ballot.next).tap();
    scripts.arrive();
    await see(page.getByText(at(2), { exact: true }));
    await expect.poll(async () => (await standingOf(ro)).rated).toBe(1);
    expect(await page.getByText(ballot.needAnswer).count()).toBe(0);
  });

  it('answers that wait on the device are on it as soon as it can be touched, and are sent', async () => {
    const al = await site.shop.member({ name: 'Al' });
    const voter = await site.visitor('a voter without a network', { as: al, motion: 'reduce' });
    const { page } = voter;
    await voter.go(`/fr/rounds/${slug}/ballot`);
    await page.route('**/api/rounds/*/ballot/*', (route) => route.abort('internetdisconnected'));
    await page.route('**/api/rounds/*/ballot', (route) => route.abort('internetdisconnected'));
    await page.keyboard.press('4');
    await see(page.getByText(at(2), { exact: true }));
    await page.reload();
    await see(page.getByText(at(2), { exact: true }));
    expect((await standingOf(al)).rated).toBe(0);
    await page.unrouteAll();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(async () => (await standingOf(al)).rated).toBe(1);
    await see(page.getByText(at(2), { exact: true }));
  });

  it('who comes by a link is dealt on arrival, and without a network as soon as there is one', async () => {
    const su = await site.shop.member({ name: 'Su' });
    const voter = await site.visitor('a voter in a tunnel', { as: su, motion: 'reduce' });
    const { page } = voter;
    await voter.go(`/fr/rounds/${slug}`);
    await page.route('**/hands', (route) => route.abort('internetdisconnected'));
    await link(page, gallery.ballot).first().click();
    await see(heading(page, ballot.dealing.failed));
    expect((await standingOf(su)).dealt).toBe(0);
    await page.unrouteAll();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await see(page.getByText(at(1), { exact: true }));
    expect((await standingOf(su)).dealt).toBe(DESIGNS);
  });

  it('deals to who opens the page, not to what fetches it ahead, asks only for its head or reads it as a file', async () => {
    const bo = await site.shop.member({ name: 'Bo' });
    const ask = (headers: Record<string, string>, method = 'GET') =>
      fetch(`${site.origin}/fr/rounds/${slug}/ballot`, { method, headers: { cookie: bo.cookie, ...headers } });
    const opened = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
    const others: [Record<string, string>, string?][] = [
      [{}],
      [opened, 'HEAD'],
      [{ ...opened, 'sec-purpose': 'prefetch;prerender' }],
      [{ ...opened, purpose: 'prefetch' }],
      [{ 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' }],
      [{ 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' }],
    ];
    for (const [headers, method] of others) expect((await ask(headers, method)).status).toBe(200);
    expect((await standingOf(bo)).dealt).toBe(0);

    expect((await ask({})).headers.get('cache-control')).toBe('private, no-cache');
    const pages = await Promise.all([ask(opened), ask(opened)]);
    for (const one of pages) expect(one.headers.get('cache-control')).toBe('private, no-store');
    const titles = await Promise.all(pages.map(async (one) => /<h1[^>]*>([^<]+)/.exec(await one.text())?.[1]));
    expect(titles[0]).toBeTruthy();
    expect(titles[1]).toBe(titles[0]);
    expect((await standingOf(bo)).dealt).toBe(DESIGNS);
  });

  it('is not shown as it was to who comes back: what they rated since stands', async () => {
    const ed = await site.shop.member({ name: 'Ed' });
    const { page, go } = await site.visitor('a voter who comes back', { as: ed, motion: 'reduce' });
    await go(`/fr/rounds/${slug}`);
    await go(`/fr/rounds/${slug}/ballot`);
    for (const nth of [2, 3]) {
      await page.keyboard.press('4');
      await see(page.getByText(at(nth), { exact: true }));
    }
    await expect.poll(async () => (await standingOf(ed)).rated).toBe(2);
    await go('/fr/verify');
    await page.goBack();
    await see(page.getByText(at(3), { exact: true }));
    expect(await standingOf(ed)).toMatchObject({ dealt: DESIGNS, rated: 2, skipped: 0 });
  });

  it('notes the network of who opened the page, not its own', async () => {
    const networkOf = async (localAddress: string, options: (slug: string) => RequestOptions) => {
      const one = await site.shop.member();
      const { headers, ...asked } = options(slug);
      const url = new URL(site.origin);
      const { port } = url;
      await send({
        ...asked,
        host: '127.0.0.1',
        port,
        localAddress,
        headers: { ...headers, host: url.host, cookie: one.cookie },
      });
      const { rows } = await site.shop.pool.query<{ network: string }>(
        `select encode(network, 'hex') as network from voter_networks
         join pseudonyms on pseudonyms.id = pseudonym_id where member_id = $1`,
        [one.id],
      );
      return rows.map(({ network }) => network);
    };
    const page = (round: string) => ({ path: `/fr/rounds/${round}/ballot`, headers: { 'sec-fetch-dest': 'document' } });
    const call = (round: string) => ({ path: `/api/rounds/${round}/hands`, method: 'POST', headers: {} });
    const [network] = await networkOf('127.9.9.9', page);
    expect(network).toBeTruthy();
    expect(await networkOf('127.9.9.9', call)).toEqual([network]);
    expect(await networkOf('127.0.0.1', call)).not.toEqual([network]);
  });

  it('says which answers came too late to who gave them without a network, left, and is back in the final', async () => {
    const vi = await site.shop.member({ name: 'Vi' });
    const { page, go } = await site.visitor('a voter who was away', { as: vi, motion: 'reduce' });
    await go(`/fr/rounds/${slug}/ballot`);
    await page.route('**/api/rounds/*/ballot{,/*}', (route) => route.abort('internetdisconnected'));
    for (const nth of [2, 3]) {
      await page.keyboard.press('4');
      await see(page.getByText(at(nth), { exact: true }));
    }
    await page.goto('about:blank');
    const { body: hand } = await vi.post(`/api/rounds/${slug}/hands`).expect(200);
    const [out, ...finalists] = hand.designs.map(({ id }: { id: string }) => id);
    await movePhase(site.shop, { id: roundId, slug, designs: [out, ...finalists], designerId: '' }, 'final', finalists);
    await page.unrouteAll();
    await go(`/fr/rounds/${slug}/ballot`);
    await see(page.getByText(ballot.refused.beforeFinal(1)));
    expect(await standingOf(vi)).toMatchObject({ stage: 'final', dealt: DESIGNS - 1, rated: 1 });
    for (let nth = 1; nth < DESIGNS - 1; nth++) await page.keyboard.press('5');
    await see(page.getByText(ballotEnd.done.sent, { exact: true }));
    await see(page.getByText(ballot.refused.beforeFinal(1)));
  });

  it('says which answers came too late to who had no network when the vote was closed, on the spot and on the next visit', async () => {
    const [il, um] = [await site.shop.member({ name: 'Il' }), await site.shop.member({ name: 'Um' })];
    await site.shop.pool.query(`update members set joined_at = joined_at - interval '90 days' where id = any($1)`, [
      [il.id, um.id],
    ]);
    const begin = async (name: string, as: SignedIn) => {
      const { page, go } = await site.visitor(name, { as, motion: 'reduce' });
      await go(`/fr/rounds/${slug}/ballot`);
      await page.keyboard.press('3');
      await see(page.getByText(ballot.at(2, DESIGNS - 1), { exact: true }));
      await expect.poll(async () => (await standingOf(as)).rated).toBe(1);
      await page.route('**/api/rounds/*/ballot{,/*}', (route) => route.abort('internetdisconnected'));
      for (const nth of [3, 4]) {
        await page.keyboard.press('4');
        await see(page.getByText(ballot.at(nth, DESIGNS - 1), { exact: true }));
      }
      return { page, go };
    };
    const there = await begin('a voter whose network is away', il);
    const gone = await begin('a voter who left in a tunnel', um);
    await gone.page.goto('about:blank');
    await movePhase(site.shop, { id: roundId, slug, designs: [], designerId: '' }, 'frozen');
    for (const { page } of [there, gone]) await page.unrouteAll();
    await there.page.evaluate(() => dispatchEvent(new Event('online')));
    await gone.go(`/fr/rounds/${slug}/ballot`);
    for (const [{ page }, who] of [
      [there, il],
      [gone, um],
    ] as const) {
      await see(heading(page, ballotEnd.shut.closed), page.getByText(ballot.refused.late(2)));
      expect(await standingOf(who)).toMatchObject({ rated: 1, canVote: false });
    }
    // Told once: what was refused is let go.
    await gone.page.reload();
    await see(heading(gone.page, ballotEnd.shut.closed));
    expect(await gone.page.getByText(ballot.refused.late(2)).count()).toBe(0);
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});

function send(options: RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    request(options, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(String(answer.statusCode)))));
    })
      .on('error', reject)
      .end();
  });
}
