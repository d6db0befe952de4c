import type { Browser, Page } from 'playwright-core';
import { median, spreadOf } from '../measure.ts';
import { atMost, figure } from '../report.ts';
import { type PageName, signIn } from './pages.ts';
import { phone, visit, withBrowser } from './visit.ts';
import type { WebBench } from './web.ts';

const INP_MS = 100;
/** As Lighthouse slows its phone down. */
const SLOWER = 4;
/** The browser tells of no event that took less. */
const LEAST_MS = 16;

interface Scene {
  readonly name: string;
  readonly page: PageName;
  act(page: Page): Promise<void>;
}

const star = (page: Page, nth: number) => page.locator('label:has(input[type=radio][value="4"])').nth(nth);

/** What people do most, as they do it. Each is waited for, so that none hides behind another. */
const scenes: readonly Scene[] = [
  {
    name: 'the menu is opened and shut',
    page: 'home',
    async act(page) {
      await page.getByRole('button', { name: 'Menu', exact: true }).tap();
      await page.getByRole('dialog').waitFor();
      await settled(page);
      await page.getByRole('button', { name: 'Fermer le menu' }).tap();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  },
  {
    name: '24 designs are put on shirts and taken off',
    page: 'gallery',
    async act(page) {
      for (const view of ['Porté', 'À plat']) {
        await page.locator('label', { hasText: view }).tap();
        await settled(page);
      }
    },
  },
  {
    name: 'three designs are rated by tap',
    page: 'ballot',
    async act(page) {
      for (let nth = 0; nth < 3; nth++) await answered(page, () => star(page, 0).tap());
    },
  },
  {
    name: 'three designs are rated by key',
    page: 'ballot',
    async act(page) {
      for (const key of ['5', '3', '4']) {
        await page.keyboard.press('j');
        await settled(page);
        await answered(page, () => page.keyboard.press(key));
      }
    },
  },
  {
    name: 'a size is chosen',
    page: 'run',
    async act(page) {
      for (const size of ['S', 'L']) {
        await page
          .locator('label', { has: page.getByRole('radio', { name: size, exact: true }) })
          .first()
          .tap();
        await settled(page);
      }
    },
  },
];

/**
 * Lighthouse’s lab has no finger: so the worst of the interactions of a visit, from the touch or key to the next paint,
 * as the browser itself accounts for it (PerformanceEventTiming by interactionId), on a processor four times as slow.
 */
export async function measureTouch({ chromium, pages, report, shop, times }: WebBench): Promise<void> {
  await withBrowser(chromium, async (browser) => {
    for (const { name, page, act } of scenes) {
      const worst: number[] = [];
      for (let nth = 0; nth < times; nth++) {
        // A hand is rated once: each visit to the ballot is of somebody else.
        const cookies = page === 'ballot' ? await signIn(shop, voters[nth % voters.length]!) : pages[page].cookies;
        worst.push(await worstOf(browser, { ...pages[page], cookies }, act));
      }
      report.add(atMost(INP_MS, figure(`${page}: ${name}`, median(worst), 'ms INP', spreadOf(worst))));
    }
  });
}

/** Of the demo's people who have none of the designs in the vote. A hand has ten, which is enough for three visits each. */
const voters = ['farid', 'maud', 'theo', 'ines', 'oskar'];

async function worstOf(browser: Browser, page: WebBench['pages'][PageName], act: Scene['act']): Promise<number> {
  return visit(browser, page, phone, async (shown) => {
    await shown.waitForLoadState('networkidle');
    await shown.evaluate(watchEvents);
    const devtools = await shown.context().newCDPSession(shown);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await act(shown);
    await settled(shown);
    const { worst, seen } = await shown.evaluate(() => ({
      worst: Math.max(0, ...(window.interactions?.values() ?? [])),
      seen: performance.interactionCount,
    }));
    if (!seen) throw new Error('The browser counted no interaction');
    return Math.max(LEAST_MS, worst);
  });
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
}

/** The next design is there. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const title = () => page.evaluate(() => document.querySelector('main h1, main h2')?.textContent ?? '');
  const before = await title();
  await act();
  await page.waitForFunction((old) => (document.querySelector('main h1, main h2')?.textContent ?? '') !== old, before);
  await settled(page);
}

declare global {
  interface Window {
    interactions?: Map<number, number>;
  }
  interface Performance {
    readonly interactionCount: number;
  }
}

/** Runs in the page: the longest event of each interaction. */
function watchEvents(): void {
  const found = new Map<number, number>();
  window.interactions = found;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (entry.interactionId === 0) continue;
      found.set(entry.interactionId, Math.max(found.get(entry.interactionId) ?? 0, entry.duration));
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
