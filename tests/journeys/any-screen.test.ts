import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ballot } from '../../web/src/platform/i18n/fr/ballot.ts';
import { see } from '../support/at-the-screen.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { planAndOpen } from '../support/month.ts';

const slug = '2027-03';
const DESIGNS = 4;

journey('whatever the screen and its colours', () => {
  let site: Site;
  let voter: Visitor;

  beforeAll(async () => {
    site = await openSite();
    await planAndOpen(site.shop, { slug, designs: DESIGNS, voters: 2, phase: 'voting' });
    voter = await site.visitor('the voter', { as: await site.shop.member({ name: 'Rosa' }), motion: 'reduce' });
  }, 60_000);
  afterAll(() => site?.close());

  async function openBallot(width: number, height: number): Promise<Page> {
    const { page } = voter;
    await page.setViewportSize({ width, height });
    await voter.go(`/fr/rounds/${slug}/ballot`);
    await see(page.getByText(ballot.at(1, DESIGNS), { exact: true }));
    return page;
  }

  it.each([
    ['a window at 400 %', 320, 256],
    ['a phone', 390, 844],
    ['a phone on its side', 667, 375],
    ['a large phone on its side', 932, 430],
    ['a laptop', 1280, 620],
  ])('on %s nothing of a ballot that has the focus is covered', async (_, width, height) => {
    const page = await openBallot(width, height);
    await page.getByText(ballot.word.summary, { exact: true }).click();
    await page.keyboard.press('Tab');
    const stops = [];
    for (let nth = 0; nth < 10; nth++) {
      stops.push(await page.evaluate(partSeenOfFocus));
      await page.keyboard.press('Tab');
    }
    expect(stops.filter(({ seen }) => seen > 0).length).toBeGreaterThan(6);
    expect(stops.filter(({ seen }) => seen < 0.3)).toEqual([]);
  });

  it.each([
    [667, 375],
    [844, 390],
    [912, 1368],
    [932, 430],
    [1024, 620],
  ])('at %i by %i the whole shirt is seen, and the scale beside or below it', async (width, height) => {
    const page = await openBallot(width, height);
    expect(await page.evaluate(hiddenEdgesOfShirt)).toEqual([]);
  });

  it('where colours are forced, what is chosen, counted or done still differs from what is not', async () => {
    const { page } = voter;
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await voter.go('/fr/kit');
      expect(await page.evaluate(lostWhereForced)).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('for who asks for more contrast no word is paler than the ink, on paper, at night and on a month', async () => {
    const { page } = voter;
    const colours = new Set<string>();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ contrast: 'more', colorScheme });
      await voter.go('/fr/kit');
      const muted = page.locator('.muted');
      for (const colour of await muted.evaluateAll((all) => all.map((one) => getComputedStyle(one).color)))
        colours.add(colour);
    }
    expect([...colours].sort()).toEqual(['rgb(24, 16, 17)', 'rgb(246, 241, 237)']);
    await page.emulateMedia({ contrast: null, colorScheme: 'light' });
  });

  it('without scripts every word is there, what needs them is said, and nothing is offered that would be lost', async () => {
    const { page } = await site.visitor('who runs no scripts', { scripts: false, device: 'phone' });
    for (const path of ['', '/contact', '/sign-in', `/rounds/${slug}`, '/verify']) {
      await page.goto(`/fr${path}`);
      await see(page.locator('.scriptless'));
      await see(page.getByRole('heading', { level: 1 }));
      expect(await page.locator('button:visible, form:visible').count(), path).toBe(0);
    }
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});

/** How much of what has the focus can be seen where it stands: nothing else lies over it, and it is on the screen. */
function partSeenOfFocus(): { what: string; seen: number } {
  const one = document.activeElement;
  if (!one || one === document.body) return { what: 'nothing', seen: 1 };
  const shown = one.closest('label') ?? one;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const across = Math.min(Math.max(left + width / 2, 1), innerWidth - 1);
  const points = Array.from({ length: 10 }, (_, nth) => top + (height * (nth + 0.5)) / 10);
  const free = points.filter((down) => {
    const hit = down >= 0 && down < innerHeight && document.elementFromPoint(across, down);
    return hit && (shown.contains(hit) || hit.contains(shown));
  });
  return { what: shown.textContent?.trim() || one.tagName, seen: free.length / points.length };
}

/** The sides on which the shirt goes beyond its sheet, or lies below the screen or the foot of the page. */
function hiddenEdgesOfShirt(): string[] {
  const cloth = document.querySelector('main svg[data-fabric]')!;
  const shirt = cloth.getBoundingClientRect();
  const sheet = cloth.closest('[class*="stage"]')!.getBoundingClientRect();
  const foot = document.querySelector('input[type="radio"][value="1"]')!.closest('fieldset')!.getBoundingClientRect();
  const end = foot.left >= shirt.right ? innerHeight : foot.top;
  return [
    ...(shirt.width < 180 ? ['small'] : []),
    ...(shirt.left < sheet.left ? ['left'] : []),
    ...(shirt.right > sheet.right ? ['right'] : []),
    ...(shirt.bottom > end ? ['bottom'] : []),
  ];
}

/** Choices and counts whose states look the same, and words under a plate of their own colour. */
function lostWhereForced(): string[] {
  const look = (one: Element) => {
    const { backgroundColor, borderBottomColor } = getComputedStyle(one);
    return `${backgroundColor} ${borderBottomColor} ${getComputedStyle(one, '::after').backgroundColor}`;
  };
  const looks = (input: Element) => [input.closest('label')!, input.nextElementSibling!].map(look).join();
  const lost: string[] = [];
  const chosen = [...document.querySelectorAll<HTMLInputElement>('label input[type="radio"]:checked')];
  for (const one of chosen) {
    const other = document.querySelector(`input[name="${CSS.escape(one.name)}"]:not(:checked)`)!;
    if (looks(one) === looks(other)) lost.push(`${one.closest('label')?.textContent} is not seen to be chosen`);
  }
  for (const row of ['strip', 'deal']) {
    const kinds = new Map(
      [...document.querySelectorAll(`[class*="${row}"] > i`)].map((cell) => [cell.className, cell]),
    );
    const seen = new Set([...kinds.values()].map((cell) => look(cell) + getComputedStyle(cell).backgroundImage));
    if (kinds.size < 3 || seen.size < kinds.size) lost.push(`${row}: ${kinds.size} kinds of cells, ${seen.size} seen`);
  }
  const page = getComputedStyle(document.documentElement).backgroundColor;
  for (const one of document.querySelectorAll('main :is(button, a, span, b, label, i)')) {
    const { color, forcedColorAdjust } = getComputedStyle(one);
    // A browser lays a plate of the page's colour below words.
    if (one.textContent && color === page && forcedColorAdjust !== 'none')
      lost.push(`${one.textContent} is not to be read`);
  }
  return chosen.length > 5 ? lost : ['too few choices to compare'];
}
