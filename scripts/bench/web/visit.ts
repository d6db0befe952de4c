import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumFlags } from '../../support/chromium-flags.ts';
import type { PageToMeasure } from './pages.ts';

/** The phone that Lighthouse takes a page for. */
export const phone: BrowserContextOptions = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
  locale: 'fr-FR',
};

/** One browser for several visitors, who share nothing. */
export async function withBrowser(executablePath: string, work: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** Opens a page as a visitor of its own who has never been here, and does something there. */
export async function visit<T>(
  browser: Browser,
  { url, cookies }: PageToMeasure,
  device: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(device);
  try {
    await context.addCookies([...cookies]);
    const page = await context.newPage();
    const answer = await page.goto(url);
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`);
    await page.waitForFunction(isAlive);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** React has taken the page over. */
function isAlive(): boolean {
  const root = document.getElementById('root');
  return root !== null && Object.keys(root).some((key) => key.startsWith('__reactContainer'));
}

/** Scrolls to the end as a reader would, so that everything that waits for sight has come. */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
      scrollTo(0, at);
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
}
