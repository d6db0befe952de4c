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
      // Sounds and style sheets are fetched again for rules that nothing here can break.
      preload: false,
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
  const { width: before, height } = page.viewportSize() ?? { width: 0, height: 844 };
  if (width !== before) await page.setViewportSize({ width, height });
  return page.evaluate(async () => {
    const root = document.documentElement;
    // What measures itself follows the screen a few frames later.
    for (let frame = 0; frame < 60 && root.scrollWidth > root.clientWidth; frame++) {
      await new Promise(requestAnimationFrame);
    }
    const wide = root.clientWidth;
    if (root.scrollWidth <= wide) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > wide + 1,
    );
    const names = beyond.slice(0, 4).map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`);
    return [`${root.scrollWidth} px wide`, ...names];
  });
}

export interface LayoutShift {
  /** As browsers count it: the part of the screen that moved, times how far. */
  readonly amount: number;
  readonly moved: readonly string[];
}

/** What moved since the page was opened without anyone touching it, each time it did. */
export function layoutShifts(page: Page): Promise<LayoutShift[]> {
  return page.evaluate(async () => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    const shifts: Shift[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[])));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What there is so far is handed over in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 50));
    observer.disconnect();
    return (
      shifts
        // Less than a hundredth is a line of text that settles when its font comes, on a slow machine.
        .filter(({ hadRecentInput, value }) => !hadRecentInput && value >= 0.01)
        .map(({ value, sources }) => ({
          amount: value,
          moved: sources.map(({ node }) =>
            node instanceof Element
              ? `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''}`
              : (node?.nodeName ?? 'what is gone'),
          ),
        }))
    );
  });
}

/** For people. */
export const inWords = ({ amount, moved }: LayoutShift): string => `${amount.toFixed(4)}: ${moved.join(', ')}`;

/** Links and controls that are smaller than a fingertip can be asked to hit, 24 by 24 px; those in a sentence may be. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')) {
      // A box or a dot is hit by its words too.
      const isDot = one instanceof HTMLInputElement && ['checkbox', 'radio'].includes(one.type);
      const box = (isDot && one.labels?.[0]) || one;
      if (!box.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { width, height, left, top } = box.getBoundingClientRect();
      // Seen by nobody: shown when it has the focus, or kept for readers.
      if (width <= 1 || height <= 1 || left + width <= 0 || top + height <= 0) continue;
      const inSentence =
        getComputedStyle(box).display === 'inline' && box.closest('p, li, dd, td, th, label, figcaption') !== null;
      if (inSentence || (width >= 23.5 && height >= 23.5)) continue;
      small.push(
        `${one.tagName.toLowerCase()} “${(box.textContent ?? '').trim().slice(0, 30)}” is ${Math.round(width)} × ${Math.round(height)}`,
      );
    }
    return small;
  });
}
