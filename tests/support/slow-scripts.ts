import type { Page } from 'playwright-core';

/** Holds back every script but the first, which comes with the styles, until they may arrive. */
export async function slowScripts(page: Page): Promise<{ arrive(): void; waiting(): number }> {
  let arrive = () => {};
  let waiting = 0;
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/assets\/(?!entry-client-)[^/]+\.js$/, async (route) => {
    waiting++;
    await arrival;
    await route.continue();
  });
  return { arrive: () => arrive(), waiting: () => waiting };
}
