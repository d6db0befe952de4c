import type { Locator, Page } from 'playwright-core';

/** More stops than this on the way to one control is no way. */
const FAR = 80;

const NOTHING = 'nothing has the focus';

/**
 * Presses Tab until the focus is there, once around the page at most. At every stop the focus must be in sight, and
 * must show.
 */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  let wasRound = false;
  for (let stops = 0; stops < FAR; stops++) {
    await page.keyboard.press('Tab');
    const { wrong, isThere } = await wanted.evaluate(stopAt, NOTHING);
    // After the last stop of a page comes the browser's own bar.
    if (wrong && (wrong !== NOTHING || wasRound)) throw new Error(wrong);
    if (isThere) return;
    if (wrong) wasRound = true;
  }
  throw new Error(`not reached in ${FAR} stops: ${wanted}`);
}

/** Goes there by Tab and presses it. */
export async function press(control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(control.page(), control);
  await control.page().keyboard.press(key);
}

/** Goes there by Tab and types. */
export async function type(field: Locator, words: string): Promise<void> {
  await tabTo(field.page(), field);
  await field.page().keyboard.type(words);
}

/**
 * Goes to a field of date and time by Tab and sets it by the arrows, `2031-10-02T12:00`. Its parts stand in the order of
 * the browser's own language, with or without a half of the day: each is known by what an arrow changes.
 */
export async function setMoment(field: Locator, wanted: string): Promise<void> {
  const { keyboard } = field.page();
  const numbers = async () => numbersOf(await field.inputValue());
  await tabTo(field.page(), field);
  for (let part = 0; part < 6; part++) {
    const before = await numbers();
    await keyboard.press('ArrowUp');
    const after = await numbers();
    await keyboard.press('ArrowDown');
    const at = before.findIndex((number, index) => number !== after[index]);
    const missing = numbersOf(wanted)[at]! - before[at]!;
    const isHalfOfDay = Math.abs(after[at]! - before[at]!) === 12;
    const presses = isHalfOfDay ? Number(missing !== 0) : Math.abs(missing);
    for (let press = 0; press < presses; press++) await keyboard.press(missing > 0 ? 'ArrowUp' : 'ArrowDown');
    if ((await field.inputValue()) === wanted) return;
    await keyboard.press('ArrowRight');
  }
  throw new Error(`${await field.inputValue()} is not ${wanted}`);
}

const numbersOf = (moment: string) => moment.split(/\D/).map(Number);

/** Waits until something has the focus, if only the heading of what has just come. */
export async function focusIsKept(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
}

/** Waits until this very control has the focus. */
export async function hasFocus(control: Locator): Promise<void> {
  await control.waitFor();
  await control.page().waitForFunction((one) => one === document.activeElement, await control.elementHandle());
}

/** Runs in the page. Nothing is wrong when whatever has the focus is in sight and looks otherwise than without it. */
function stopAt(wanted: Element, nothing: string): { wrong: string | null; isThere: boolean } {
  const one = document.activeElement;
  const isThere = one === wanted;
  if (!(one instanceof HTMLElement) || one === document.body) return { wrong: nothing, isThere };
  // Within a field of date and time it goes on by parts, and would begin again at the first.
  const known = window as Window & { lastStop?: Element };
  if (known.lastStop === one) return { wrong: null, isThere };
  known.lastStop = one;
  const label = one instanceof HTMLInputElement ? one.labels?.[0] : undefined;
  const shown = label ?? one;
  const name = `${one.tagName.toLowerCase()} “${(shown.textContent ?? '').trim().slice(0, 40)}”`;
  const box = shown.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return { wrong: `${name} has the focus and no place`, isThere };
  if (box.bottom <= 0 || box.top >= innerHeight) return { wrong: `${name} has the focus out of sight`, isThere };
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
        style.stroke,
        style.strokeWidth,
      ])
      .join();
  const focused = look();
  one.blur();
  const blurred = look();
  one.focus({ preventScroll: true });
  return { wrong: focused === blurred ? `${name} does not show that it has the focus` : null, isThere };
}
