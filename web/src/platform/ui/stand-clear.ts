import { type RefObject, useLayoutEffect } from 'react';

/** Where a message may stand, the first choice first. */
const spots = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const;
const CONTROLS = 'a[href], button, input, select, textarea, summary, label';
/** A thumb is not a point. */
const MARGIN_PX = 8;

/**
 * Puts a message, by its `data-spot`, where it covers nothing that can be pressed, and again when the page changes under
 * it; a message that is pointed at stays. Where everything is taken it stands at the foot, with room below the page.
 */
export function useClearSpot(place: RefObject<HTMLElement | null>, shown: readonly unknown[]): void {
  useLayoutEffect(() => {
    const element = place.current;
    return () => void delete element?.dataset.spot;
  }, [place]);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const settle = () => {
      if (element.dataset.spot && (element.matches(':hover, :focus-within') || isClear(element))) return;
      for (const spot of [...spots, spots[0]]) {
        element.dataset.spot = spot;
        if (isClear(element)) return;
      }
    };
    settle();
    const watch = new ResizeObserver(settle);
    watch.observe(document.body);
    addEventListener('resize', settle);
    return () => {
      watch.disconnect();
      removeEventListener('resize', settle);
    };
  }, [place, shown]);
}

function isClear(element: HTMLElement): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return [...document.querySelectorAll<HTMLElement>(CONTROLS)].every((control) => {
    if (element.contains(control)) return true;
    const box = control.getBoundingClientRect();
    const isApart =
      box.right < left - MARGIN_PX ||
      box.left > right + MARGIN_PX ||
      box.bottom < top - MARGIN_PX ||
      box.top > bottom + MARGIN_PX;
    return isApart || box.width === 0 || box.height === 0;
  });
}
