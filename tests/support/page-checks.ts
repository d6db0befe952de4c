import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds against WCAG 2 A and AA, a line for each kind: what, where, why. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the content policy refuses scripts of others, as it should.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => {
      const shown = nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.failureSummary ?? ''})`);
      return `${id} ×${nodes.length}: ${shown.join('; ')}`;
    });
  });
}

/** The elements that make a page wider than a screen of this width; none when it fits. */
export async function overflowAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 });
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > wide + 1,
    );
    const names = beyond.slice(0, 4).map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`);
    return [`${document.documentElement.scrollWidth} px wide`, ...names];
  });
}
