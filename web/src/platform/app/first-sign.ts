/** What tells that somebody is at the page, and will do something there soon. */
const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'] as const;

/** Settles with the first of them: what nobody needs before is brought then. Never on the server. */
export const firstSign = new Promise<void>((resolve) => {
  if (typeof window === 'undefined') return;
  // A page that is loaded anew stands where it was left.
  if (scrollY > 0) resolve();
  for (const event of signs) addEventListener(event, () => resolve(), { once: true, passive: true, capture: true });
});
