import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import { describe } from 'vitest';
import { chromiumFlags } from '../../scripts/support/chromium-flags.ts';
import { freePort } from '../../scripts/support/free-port.ts';
import { openShop, type SignedIn, type TestShop } from './shop.ts';

const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);

/** A `describe` in a real browser; without one it is skipped, and says why. */
export function journey(name: string, body: () => void): void {
  if (hasBrowser) {
    describe(name, body);
    return;
  }
  console.warn(
    `Skipped: ${name}. There is no browser at ${executablePath}: install Debian’s chromium, or set CHROMIUM.`,
  );
  describe.skip(name, body);
}

const devices = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
} as const;

export interface VisitorOptions {
  readonly device?: keyof typeof devices;
  readonly lang?: 'fr' | 'en';
  /** Someone who has signed in already. */
  readonly as?: Pick<SignedIn, 'cookie'>;
  readonly theme?: 'light' | 'dark';
  readonly motion?: 'reduce' | 'no-preference';
  readonly scripts?: false;
}

/** One person before a screen of their own: no cookie and no storage is shared with anyone. */
export interface Visitor {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens an address of the site and waits until the page can be used. */
  go(path: string): Promise<Response>;
  /** A picture of the page in the folder JOURNEY_SHOTS, where that is set. */
  shoot(name: string): Promise<void>;
}

/** The real application on a port of its own, and a browser to visit it with. */
export interface Site {
  readonly shop: TestShop;
  readonly origin: string;
  visitor(name: string, options?: VisitorOptions): Promise<Visitor>;
  /** What no page may cause: errors and warnings in the console, breaches of the content policy, answers of 500. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  // Known before the application is built: its own address is part of its settings.
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const [shop, browser] = await Promise.all([
    openShop({ appUrl: origin, port }),
    chromium.launch({ executablePath, args: chromiumFlags }),
  ]);
  await shop.app.listen({ host: '127.0.0.1', port });
  const built = await fetch(`${origin}/fr/sign-in`);
  if (!built.headers.get('content-type')?.startsWith('text/html')) {
    await Promise.all([browser.close(), shop.close()]);
    throw new Error('The web is not built: pnpm --filter @fraisier/web build');
  }
  const complaints: string[] = [];

  return {
    shop,
    origin,
    complaints,
    async visitor(name, options = {}) {
      const lang = options.lang ?? 'fr';
      const context = await browser.newContext({
        baseURL: origin,
        ...devices[options.device ?? 'desktop'],
        locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
        // Not the shop's: moments must read the same on the server and in the browser.
        timezoneId: lang === 'fr' ? 'Europe/Paris' : 'America/New_York',
        colorScheme: options.theme ?? 'light',
        reducedMotion: options.motion ?? 'no-preference',
        acceptDownloads: true,
        javaScriptEnabled: options.scripts ?? true,
      });
      context.setDefaultTimeout(30_000);
      if (options.as) await context.addCookies(cookiesOf(options.as.cookie, origin));
      const page = await context.newPage();
      listen(page, name, complaints);
      return {
        name,
        page,
        context,
        async go(path) {
          const response = await page.goto(path);
          if (!response) throw new Error(`${path} gave no answer`);
          await page.waitForFunction(isAlive, undefined, { polling: 50 });
          return response;
        },
        async shoot(shot) {
          const folder = process.env.JOURNEY_SHOTS;
          if (!folder) return;
          mkdirSync(folder, { recursive: true });
          await page.screenshot({ path: join(folder, `${shot}.png`), fullPage: true });
        },
      };
    },
    async close() {
      await browser.close();
      await shop.close();
    },
  };
}

/** React has taken the page over: from then on no click is lost. */
function isAlive(): boolean {
  const root = document.getElementById('root');
  return root !== null && Object.keys(root).some((key) => key.startsWith('__reactContainer'));
}

function listen(page: Page, name: string, complaints: string[]): void {
  const complain = (what: string) => complaints.push(`${name}, ${new URL(page.url()).pathname}: ${what}`);
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const { url } = message.location();
    // The status of the page itself is the test's to judge.
    if (url === page.url() && message.text().startsWith('Failed to load resource')) return;
    // Where a test takes the network away, what a page fetches ahead cannot come, and need not.
    if (message.text().includes('net::ERR_INTERNET_DISCONNECTED')) return;
    complain(`${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => complain(error.stack ?? error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) complain(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
}

export function cookiesOf(header: string, url: string) {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
