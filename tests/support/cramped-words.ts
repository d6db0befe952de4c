import type { Page } from 'playwright-core';

/**
 * Words that cannot be read where they stand: cut by a box, beyond its edge, over other words or against them, or set
 * below 12 px. What scrolls into sight and what is kept for screen readers is left alone.
 */
export function crampedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    interface Line extends Box {
      readonly words: string;
      readonly block: Element;
      /** What lifts it from the page: only what lies in one layer can be in each other's way. */
      readonly layer: Element | null;
    }
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (one: Element) => {
      const style = styles.get(one) ?? getComputedStyle(one);
      styles.set(one, style);
      return style;
    };
    const found = new Set<string>();
    const short = (text: string) => `“${text.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
    const nameOf = (one: Element) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`;
    const across = (line: Box, box: Box) => Math.max(line.right - box.right, box.left - line.left);
    const down = (line: Box, box: Box) => Math.max(line.bottom - box.bottom, box.top - line.top);
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

    /** The nearest box that is not part of a line. */
    function blockOf(one: Element): Element {
      return one.parentElement && styleOf(one).display === 'inline' ? blockOf(one.parentElement) : one;
    }

    /** Checks a line of words against the boxes that it is in; null where nobody sees it. */
    function placed(words: string, from: Element, given: Box): Line | null {
      const block = blockOf(from);
      let line = given;
      let layer: Element | null = null;
      let isLifted = false;
      for (let box: Element | null = block; box && box !== document.body; box = box.parentElement) {
        const { position, overflowX, overflowY, clipPath, backgroundColor, borderLeftWidth, display } = styleOf(box);
        if (clipPath !== 'none') return null;
        if (display === 'contents') continue;
        const edge = box.getBoundingClientRect();
        if (scrolls(overflowX) || scrolls(overflowY)) {
          const left = Math.max(line.left, edge.left);
          const right = Math.min(line.right, edge.right);
          const top = Math.max(line.top, edge.top);
          const bottom = Math.min(line.bottom, edge.bottom);
          if (right - left < 2 || bottom - top < 2) return null;
          line = { left, right, top, bottom };
        }
        if ((hides(overflowX) && across(line, edge) > 1) || (hides(overflowY) && down(line, edge) > 1))
          found.add(`${words} is cut (${nameOf(box)})`);
        const isSeen = backgroundColor !== 'rgba(0, 0, 0, 0)' || Number.parseFloat(borderLeftWidth) > 0;
        // A line may be less high than its letters, where nobody sees its box.
        const by = isSeen ? Math.max(across(line, edge), down(line, edge)) : box === block ? across(line, edge) : 0;
        if (!isLifted && by > 1.5) found.add(`${words} goes beyond ${nameOf(box)}`);
        if (position === 'absolute' || position === 'fixed') isLifted = true;
        if (!layer && (isLifted || position === 'sticky')) layer = box;
      }
      return { ...line, words, block, layer };
    }

    const lines: Line[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const from = text.parentElement;
      if (!from || !text.nodeValue?.trim() || from.closest('script, style, noscript, textarea, select, .unseen'))
        continue;
      if (!from.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { fontSize, letterSpacing } = styleOf(from);
      const drawing = from instanceof SVGGraphicsElement ? from.getScreenCTM() : null;
      const size = Number.parseFloat(fontSize) * (drawing ? Math.hypot(drawing.c, drawing.d) : 1);
      if (size === 0) continue;
      const words = short(text.nodeValue);
      // A raised mark is smaller than the number that it follows.
      if (size < 11.9 && !from.closest('sup')) found.add(`${words} is ${size.toFixed(1)} px high`);
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom, width } of drawing
        ? [from.getBoundingClientRect()]
        : range.getClientRects()) {
        if (width < 1) continue;
        // Letters are less high than their line, and the last one is followed by a space.
        const middle = (top + bottom) / 2;
        const half = Math.min(size * 0.3, (bottom - top) / 2);
        const end = right - Math.max(0, Number.parseFloat(letterSpacing) || 0);
        const box = { left, right: Math.max(left + 1, end), top: middle - half, bottom: middle + half };
        const line = placed(words, from, box);
        if (line) lines.push(line);
      }
    }
    for (const one of document.querySelectorAll('body *')) {
      if (styleOf(one).textOverflow !== 'ellipsis' || one.scrollWidth <= one.clientWidth + 1) continue;
      if (one.textContent && one.checkVisibility())
        found.add(`${short(one.textContent)} ends in dots (${nameOf(one)})`);
    }
    lines.sort((one, other) => one.top - other.top);
    lines.forEach((one, at) => {
      for (const other of lines.slice(at + 1, at + 200)) {
        if (other.top > one.bottom) break;
        if (one.block === other.block || one.layer !== other.layer) continue;
        if (Math.min(one.bottom, other.bottom) - other.top < 3) continue;
        const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (shared > -2) found.add(`${one.words} ${shared > 1 ? 'lies over' : 'touches'} ${other.words}`);
      }
    });
    return [...found];
  });
}

/** Sets text as somebody may who reads it badly else (WCAG 1.4.12), until the page is left. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }
    `);
    document.adoptedStyleSheets = [spaced];
  });
}
