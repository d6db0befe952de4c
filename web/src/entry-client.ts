import './platform/look/global.css';

/**
 * The page is whole as the server sent it: React comes after everything that is seen has loaded, or at the first touch
 * or key if that is earlier.
 */
let started = false;
function start(): void {
  if (started) return;
  started = true;
  for (const event of signs) removeEventListener(event, start);
  void import('./start.tsx').then(({ hydratePage }) => hydratePage());
}
const signs = ['pointerdown', 'keydown', 'touchstart', 'focusin', 'load'] as const;

if (document.readyState === 'complete') start();
else for (const event of signs) addEventListener(event, start, { passive: true });
