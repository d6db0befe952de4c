import { doEarlyActs, leaveEarlyActs, rememberEarlyActs } from './platform/app/early-acts.ts';

/**
 * The page is whole as the server sent it: React comes after all that is seen has loaded and is on the screen, or at the
 * first touch or key if that is earlier. What is done before it is there is remembered.
 */
const signs = ['pointerdown', 'keydown', 'touchstart', 'focusin'] as const;
let underWay = false;

async function start(): Promise<void> {
  if (underWay) return;
  underWay = true;
  for (const event of signs) removeEventListener(event, start);
  try {
    if (document.readyState === 'loading') {
      await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
    }
    // All at once now, where one would else name the next; and not before, when they would take the line from what is
    // seen: browsers fetch scripts before the pictures that a page has further down.
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=later]')) link.rel = 'modulepreload';
    const { hydratePage } = await import('./start.tsx');
    await hydratePage(() => {
      performance.mark('works');
      void doEarlyActs();
    });
  } catch (error) {
    // Mostly the network: the next touch tries again.
    leaveEarlyActs();
    underWay = false;
    waitForSigns();
    throw error;
  }
}

function waitForSigns(): void {
  for (const event of signs) addEventListener(event, start, { passive: true });
}

/** What has loaded is on the screen two frames later, once there was a first one: that may take long on a slow machine. */
async function startWhenSeen(): Promise<void> {
  // A tab in the background paints nothing.
  if (!document.hidden && PerformanceObserver.supportedEntryTypes.includes('paint')) {
    await new Promise<unknown>((resolve) =>
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true }),
    );
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }
  await start();
}

/** No text of ours becomes HTML, and scripts are files of this site: the browser holds us to it. */
window.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
});

rememberEarlyActs();
waitForSigns();
if (document.readyState === 'complete') void startWhenSeen();
else addEventListener('load', () => void startWhenSeen());
