import type { Route } from 'playwright-core';
import { platform as english } from '../../../web/src/platform/i18n/en/platform.ts';
import { problems as englishProblems } from '../../../web/src/platform/i18n/en/problems.ts';
import { platform as french } from '../../../web/src/platform/i18n/fr/platform.ts';
import { problems as frenchProblems } from '../../../web/src/platform/i18n/fr/problems.ts';
import type { Visitor } from '../../support/browser.ts';
import { axeViolations } from '../../support/page-checks.ts';

export const wordsOf = { fr: french, en: english };
const refusals = { fr: frenchProblems, en: englishProblems };
type Lang = keyof typeof wordsOf;

/** Goes on within the site, as the browser's own Back does: without a new document. */
export async function goWithin({ page }: Visitor, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** Stands between a page and the shop. */
export interface Answers {
  hang(): void;
  /** Answers what hangs, and all that is asked from now on, that the shop is away. */
  fail(): Promise<void>;
  /** Lets all through again. */
  pass(): Promise<void>;
}

export async function holdAnswers({ page }: Visitor): Promise<Answers> {
  let state: 'pass' | 'hang' | 'fail' = 'pass';
  let held: Route[] = [];
  const refuse = (route: Route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'unavailable', title: 'Unavailable', status: 503 }),
    });
  await page.route('**/api/**', async (route) => {
    if (state === 'hang') held.push(route);
    else if (state === 'fail') await refuse(route);
    else await route.continue();
  });
  return {
    hang() {
      state = 'hang';
    },
    async fail() {
      state = 'fail';
      const waiting = held;
      held = [];
      await Promise.all(waiting.map(refuse));
    },
    async pass() {
      state = 'pass';
      const waiting = held;
      held = [];
      await Promise.all(waiting.map((route) => route.continue()));
    },
  };
}

/** What is wrong with a page while its answers hang, when they fail, and when they are asked for once more. */
export async function throughItsStates(who: Visitor, lang: Lang, path: string, waits: boolean): Promise<string[]> {
  const failings: string[] = [];
  const { page } = who;
  const text = wordsOf[lang];
  const note = (what: string, found: readonly string[]) =>
    failings.push(...found.map((failing) => `${path} ${what}: ${failing}`));
  const oneHeading = async () => {
    const headings = await page.getByRole('heading', { level: 1 }).count();
    return headings === 1 ? [] : [`has ${headings} h1`];
  };
  await who.go(`/${lang}/contact`);
  const answers = await holdAnswers(who);
  answers.hang();
  await goWithin(who, `/${lang}${path}`);
  await page.locator('html:not([data-pending])').waitFor();
  if (waits) {
    await page.getByText(text.loading, { exact: true }).first().waitFor({ state: 'attached' });
    note('while it waits', [...(await oneHeading()), ...(await axeViolations(page))]);
    await answers.fail();
    const retry = page.getByRole('button', { name: text.retry }).first();
    await retry.waitFor();
    note('without an answer', [...(await oneHeading()), ...(await axeViolations(page))]);
    await answers.pass();
    // A page of several parts has as many of them.
    for (let parts = 0; parts < 8 && (await retry.isVisible()); parts++) {
      // A desk that reads itself again may have been quicker.
      await retry.press('Enter', { timeout: 1000 }).catch(() => undefined);
      await page.getByText(text.loading, { exact: true }).first().waitFor({ state: 'detached' });
      // It goes on once what the page does by itself is done.
      await page
        .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 10_000 })
        .catch(() => note('asked again', ['loses the focus']));
    }
  }
  await answers.pass();
  await page.getByText(text.loading, { exact: true }).first().waitFor({ state: 'detached' });
  if ((await page.getByText(refusals[lang].unavailable).count()) > 0) note('at last', ['still says what went wrong']);
  note('at last', await oneHeading());
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  return failings;
}
