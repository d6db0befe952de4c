import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocationProperty } from 'wouter/use-browser-location';
import { firstSign } from './first-sign.ts';
import type { Shown } from './prepare.ts';
import { ShownPage } from './shown-page.tsx';

/** Tells two entries of the browser's history apart, even of one address: each that we made has a key. */
const entryNow = () => `${history.state?.key ?? ''} ${location.href}`;

/** Under way to another page. */
const PENDING = 'data-pending';

/**
 * Keeps the old page until the next one is ready (code, texts, data), then swaps them in one go, scrolls and moves the
 * focus, as a browser does. What that takes comes when the first page is there and somebody does something on it.
 */
export function Navigation({ first, onListening }: { first: Shown; onListening: () => void }) {
  const [shown, setShown] = useState(first);
  const now = useLocationProperty(entryNow, entryNow);
  const client = useQueryClient();
  const settled = useRef(now);
  const arrival = useRef<(() => void) | null>(null);
  const [tries, setTries] = useState(0);
  const tried = useRef(0);
  const retry = useCallback(() => setTries((before) => before + 1), []);
  const { lang } = shown;

  useEffect(() => {
    const again = tried.current !== tries;
    tried.current = tries;
    if (settled.current === now && !again) return;
    const root = document.documentElement;
    let live = true;
    root.setAttribute(PENDING, '');
    const stay = () => {
      settled.current = now;
      root.removeAttribute(PENDING);
    };
    const show = (next: Shown, arrive: () => void) => {
      settled.current = now;
      arrival.current = arrive;
      startTransition(() => setShown(next));
    };
    import('./travel.ts').then(
      ({ travel }) => {
        if (live) void travel({ from: settled.current, to: now, lang, client, again, isLive: () => live, stay, show });
      },
      () => {
        // Gone after a deployment, or out of reach: the server knows the page, at once or once it can be asked. Where there
        // is no network, this page would be left for the browser's own.
        const reload = () => live && location.reload();
        if (navigator.onLine) reload();
        else addEventListener('online', reload);
      },
    );
    return () => {
      live = false;
      root.removeAttribute(PENDING);
    };
  }, [now, client, lang, tries]);

  useEffect(onListening, []);
  useEffect(bringTravel, []);

  // Once the new page stands in the document.
  useLayoutEffect(() => {
    if (shown === first) return;
    document.documentElement.removeAttribute(PENDING);
    arrival.current?.();
    arrival.current = null;
  }, [shown, first]);

  return <ShownPage shown={shown} onRetry={retry} />;
}

/** Before the first link is followed, and while there is a network. */
function bringTravel(): void {
  void firstSign.then(() => import('./travel.ts')).catch(() => {});
}
