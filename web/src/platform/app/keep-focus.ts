const controls = 'a[href], button, input, select, textarea, summary';
const headings = 'h1, h2, h3, h4, h5, h6';
const lists = 'ul, ol, tbody';

/** Where something was taken out of the page: what it stood in, and between what. */
interface Gap {
  readonly parent: Element;
  before: Node | null;
  after: Node | null;
}

/**
 * The focus is never lost. When what has it is taken out of the page, hidden or switched off, it goes to what stands in
 * its place now, in a list to the next row, else to the nearest heading above. Whoever moves it on purpose comes first.
 * Begins with what has the focus, or had it when this was sent for.
 */
export function keepFocus(first: Element): void {
  let holder: Element | null = null;
  let gap: Gap | null = null;
  let byKey = false;
  let isDue = false;

  const hold = (one: Element) => {
    holder = one;
    gap = null;
    byKey = one.matches(':focus-visible');
  };
  const look = () => {
    if (isDue) return;
    isDue = true;
    // Effects come first: they may wait for a frame, and React's own come after one.
    requestAnimationFrame(() => setTimeout(check));
  };
  const check = () => {
    isDue = false;
    if (!holder || document.activeElement !== document.body) return;
    const lost = holder;
    holder = null;
    // Left on purpose; what is only moved within the page is let go by the browser.
    if (!gap && isUsable(lost)) return;
    for (const one of heirs(lost, gap)) if (isGiven(one, byKey)) return;
  };

  hold(first);
  addEventListener('focusin', ({ target }) => hold(target as Element));
  addEventListener('focusout', look);
  new MutationObserver((records) => {
    if (!holder) return;
    for (const { target, removedNodes, previousSibling, nextSibling } of records) {
      for (const node of removedNodes) {
        if (node.contains(gap ? gap.parent : holder)) {
          gap = { parent: target as Element, before: previousSibling, after: nextSibling };
        } else if (node === gap?.before) gap.before = previousSibling;
        else if (node === gap?.after) gap.after = nextSibling;
      }
    }
    look();
  }).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'hidden', 'inert', 'open'],
  });
  look();
}

function isUsable(one: Element): boolean {
  return one.isConnected && one.checkVisibility() && !one.matches(':disabled, [inert] *');
}

/** Who may have it next, the best first. */
function* heirs(lost: Element, gap: Gap | null): Generator<Element> {
  const at = document.createRange();
  if (lost.isConnected) {
    yield lost;
    at.setStartBefore(lost);
  } else if (gap) {
    const { parent, before, after } = gap;
    at.setStart(parent, 0);
    if (before) at.setStartAfter(before);
    for (let node = before ? before.nextSibling : parent.firstChild; node && node !== after; node = node.nextSibling) {
      yield* stopsIn(node);
    }
    if (parent.matches(lists)) {
      yield* stopsIn(after);
      yield* stopsIn(before);
    }
  }
  for (let part: Node | null = at.startContainer; part instanceof Element; part = part.parentNode) {
    const heading = part.querySelector(headings);
    if (heading && at.comparePoint(heading, 0) < 0) yield heading;
  }
  const main = document.getElementById('main');
  if (main) yield main;
}

/** Headings and controls in a part of the page; but what is read out by itself is not read twice. */
function* stopsIn(node: Node | null): Generator<Element> {
  if (!(node instanceof Element)) return;
  for (const one of [node, ...node.querySelectorAll('*')]) {
    const isHeading = one.matches(headings) && !one.closest('[role=status], [role=alert]');
    if (isHeading || (one.matches(controls) && (one as HTMLElement).tabIndex >= 0)) yield one;
  }
}

/** Whether it took the focus. The page scrolls to it only for who finds the way by keys. */
function isGiven(one: Element, scroll: boolean): boolean {
  if (!(one instanceof HTMLElement)) return false;
  if (one.tabIndex < 0) one.tabIndex = -1;
  one.focus({ preventScroll: !scroll });
  return document.activeElement === one;
}
