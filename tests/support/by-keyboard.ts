import type { Locator, Page } from 'playwright-core';

/** More stops than this on the way to one control is no way. */
const FAR = 80;

/** Presses Tab until the focus is there. At every stop the focus must be in sight, and must show. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let stops = 0; stops < FAR; stops++) {
    await page.keyboard.press('Tab');
    const wrong = await page.evaluate(whyFocusIsLost);
    if (wrong) throw new Error(wrong);
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error(`not reached in ${FAR} stops: ${wanted}`);
}

/** Waits until something has the focus, if only the heading of what has just come. */
export async function focusIsKept(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
}

/** Waits until this very control has the focus. */
export async function hasFocus(control: Locator): Promise<void> {
  await control.waitFor();
  await control.page().waitForFunction((one) => one === document.activeElement, await control.elementHandle());
}

/** Runs in the page. Null when whatever has the focus is in sight and looks otherwise than without it. */
function whyFocusIsLost(): string | null {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return 'nothing has the focus';
  const label = one instanceof HTMLInputElement ? one.labels?.[0] : undefined;
  const shown = label ?? one;
  const name = `${one.tagName.toLowerCase()} “${(shown.textContent ?? '').trim().slice(0, 40)}”`;
  const box = shown.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return `${name} has the focus and no place`;
  if (box.bottom <= 0 || box.top >= innerHeight) return `${name} has the focus out of sight`;
  const parts = [shown, one, ...shown.querySelectorAll('*')];
  const look = () =>
    parts
      .flatMap((part) => [null, '::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo)))
      .map((style) => [
        style.outlineStyle,
        style.outlineWidth,
        style.outlineColor,
        style.boxShadow,
        style.backgroundColor,
      ])
      .join();
  const focused = look();
  one.blur();
  const blurred = look();
  one.focus({ preventScroll: true });
  return focused === blurred ? `${name} does not show that it has the focus` : null;
}
