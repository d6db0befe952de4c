import { afterAll, beforeAll, expect, it } from 'vitest';
import { votingRound } from '../../scripts/demo/rounds.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { drawTiles } from '../support/drawn-pictures.ts';
import { type Month, planAndOpen } from '../support/month.ts';

const DESIGNS = 24;
/** Kilobytes over the network. */
const SCRIPTS = 95;
/** Of the 460 that the design allows. */
const MOST = 460 - SCRIPTS;

journey('a gallery of 24 designs on a phone', () => {
  let site: Site;
  let month: Month;
  let phone: Visitor;

  beforeAll(async () => {
    site = await openSite();
    month = await planAndOpen(site.shop, { designs: DESIGNS, phase: 'voting' });
    await drawTiles(
      site.shop,
      month.designs,
      votingRound.map(({ id }) => id),
    );
    phone = await site.visitor('the phone', { device: 'phone' });
  }, 120_000);
  afterAll(() => site?.close());

  it('shows what there is before it asks for scripts, and waits for few files', async () => {
    const { page } = phone;
    await phone.go(`/fr/rounds/${month.slug}`);
    await page.waitForLoadState('networkidle');
    const { loaded, painted, files } = await page.evaluate(filesOf);
    expect(painted).toBeGreaterThan(0);
    const scripts = files.filter(({ path }) => path.endsWith('.js') && !path.includes('entry-client'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const { path, asked } of scripts) expect(asked, path).toBeGreaterThanOrEqual(Math.max(loaded, painted));
    const styles = files.filter(({ path, asked }) => path.endsWith('.css') && asked < loaded);
    expect(styles.length).toBeLessThanOrEqual(2);
  });

  it('sends with a file only what is asked of a file; a script keeps the policy that binds it as a worker', async () => {
    const { files } = await phone.page.evaluate(filesOf);
    const seen = new Set<string>();
    for (const { path } of files.filter((file) => /^\/(assets|pictures)\//.test(file.path))) {
      const { headers } = await site.shop.visitor.get(path).expect(200);
      const isScript = path.endsWith('.js');
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect('content-security-policy' in headers, path).toBe(isScript);
      expect(headers['x-frame-options'], path).toBeUndefined();
      expect(headers['x-ratelimit-limit'], path).toBeUndefined();
      seen.add(path.split('.').at(-1)!);
    }
    expect([...seen].sort()).toEqual(['avif', 'css', 'js', 'woff2']);
    const { headers } = await site.shop.visitor.get('/favicon.svg').expect(200);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });

  it(`weighs at most ${MOST} kB beside its scripts, read to the end`, async () => {
    const { page } = phone;
    await page.evaluate(async () => {
      for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
        scrollTo(0, at);
        await new Promise((done) => setTimeout(done, 50));
      }
    });
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    const { files } = await page.evaluate(filesOf);
    const pictures = files.filter(({ path }) => path.startsWith('/pictures/'));
    expect(pictures.length).toBe(DESIGNS);
    const others = files.filter(({ path }) => !path.endsWith('.js'));
    const kilobytes = others.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    expect(kilobytes).toBeLessThan(MOST);
  });

  it(`brings ${SCRIPTS} kB of scripts at most until somebody does something there`, async () => {
    const { page } = phone;
    const scripts = async () => {
      const { files } = await page.evaluate(filesOf);
      return files.filter(({ path }) => path.endsWith('.js')).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    };
    for (const path of ['/fr', `/fr/rounds/${month.slug}`, `/fr/designs/${month.designs[0]!.id}`]) {
      await phone.go(path);
      await page.waitForLoadState('networkidle');
      const first = await scripts();
      expect(first, path).toBeGreaterThan(80);
      expect(first, path).toBeLessThan(SCRIPTS);
      await page.mouse.wheel(0, 100);
      await expect.poll(scripts, { message: path }).toBeGreaterThan(first + 3);
    }
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});

/** Runs in the page: everything that came, as it came over the network, and when it was asked for. */
function filesOf() {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const entries = [page!, ...performance.getEntriesByType('resource')] as PerformanceResourceTiming[];
  return {
    loaded: page!.loadEventStart,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    files: entries.map(({ name, encodedBodySize, startTime }) => ({
      path: new URL(name).pathname,
      bytes: encodedBodySize,
      asked: startTime,
    })),
  };
}
