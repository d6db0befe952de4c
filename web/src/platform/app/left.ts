const LEFT = 'left';

/** Somebody signs out: pages that the browser has kept as they were are not to be shown again. */
export function noteLeaving(): void {
  try {
    localStorage.setItem(LEFT, String(Date.now()));
  } catch {
    // The device keeps nothing.
  }
}

/** A page that the browser kept whole, to be shown again on the way back, comes anew if somebody signed out since. */
export function comeAnewWhenLeft(): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || leftAt() < performance.timeOrigin) return;
    document.documentElement.hidden = true;
    window.location.reload();
  });
}

function leftAt(): number {
  try {
    return Number(localStorage.getItem(LEFT));
  } catch {
    return 0;
  }
}
