import { deviceStorage, keep, readKept } from '../device.ts';

const KEY = 'fraisier.left';

/** Somebody signs out: pages that the browser has kept as they were are not to be shown again. */
export function noteLeaving(): void {
  keep(deviceStorage(), KEY, Date.now());
}

/** A page that the browser kept whole, to be shown again on the way back, comes anew if somebody signed out since. */
export function comeAnewWhenLeft(): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || Number(readKept(deviceStorage(), KEY)) < performance.timeOrigin) return;
    document.documentElement.hidden = true;
    window.location.reload();
  });
}
