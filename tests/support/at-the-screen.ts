import type { Locator, Page } from 'playwright-core';
import { entry } from '../../web/src/platform/i18n/fr/entry.ts';
import type { Site, Visitor } from './browser.ts';

/** What people do in the journeys, as they would: by what they read on the screen. */

export const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });

export const heading = (page: Page | Locator, name: string): Locator =>
  page.getByRole('heading', { name, exact: true });

export const link = (page: Page | Locator, name: string): Locator => page.getByRole('link', { name, exact: true });

/** What a finger or a mouse meets of a box or a button that is drawn by its label. */
export const faceOf = (control: Locator): Locator => control.locator('xpath=ancestor::label');

/** Waits until it is there to be seen. */
export async function see(...seen: Locator[]): Promise<void> {
  for (const one of seen) await one.first().waitFor({ state: 'visible' });
}

/** On how many lines each of them is set. */
export function linesIn(texts: Locator): Promise<number[]> {
  return texts.evaluateAll((all) =>
    all.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
}

/** Asks for a link on the sign-in page, finds it among the mails of the demo, and confirms. */
export async function signInByMail(site: Site, who: Visitor, email: string): Promise<void> {
  const { page } = who;
  await page.getByLabel(entry.signIn.email).fill(email);
  await button(page, entry.signIn.send).click();
  await see(heading(page, entry.signIn.sentTitle));
  await site.shop.runJobs();
  await who.go(`/fr/demo/mail?to=${encodeURIComponent(email)}`);
  await page.getByRole('list', { name: entry.mail.links }).getByRole('link').first().click();
  await button(page, entry.confirm.enter).click();
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
  await page.waitForFunction(() => document.readyState === 'complete');
}

/** A connection that takes two seconds for so many bytes, until it ends. */
export async function slowUpload(page: Page, bytes: number): Promise<{ end(): Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const limit = (uploadThroughput: number) =>
    session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await limit(bytes / 2);
  return {
    async end() {
      await limit(-1);
      await session.detach();
    },
  };
}
