import { leaveEarlyActs, rememberEarlyActs } from './platform/app/early-acts.ts';
import './platform/look/global.css';

/**
 * The page is whole as the server sent it: React comes after everything that is seen has loaded, or at the first touch
 * or key if that is earlier. What is done before it is there is remembered.
 */
const signs = ['pointerdown', 'keydown', 'touchstart', 'focusin', 'load'] as const;

async function start(): Promise<void> {
  for (const event of signs) removeEventListener(event, start);
  try {
    if (document.readyState === 'loading') {
      await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
    }
    const { hydratePage } = await import('./start.tsx');
    await hydratePage();
  } catch (error) {
    // Mostly the network: the next touch tries again.
    leaveEarlyActs();
    waitForSigns();
    throw error;
  }
}

function waitForSigns(): void {
  for (const event of signs) addEventListener(event, start, { passive: true });
}

/** No text of ours becomes HTML, and scripts are files of this site: the browser holds us to it. */
window.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
});

rememberEarlyActs();
if (document.readyState === 'complete') void start();
else waitForSigns();
