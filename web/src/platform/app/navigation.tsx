import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Location, NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import type { Lang } from '../i18n/language.ts';
import { splitPath } from '../i18n/language.ts';
import { doEarlyActs } from './early-acts.ts';
import { showHead } from './head.ts';
import { prepare, type Shown } from './prepare.ts';
import { ShownPage } from './shown-page.tsx';

/** Data that takes longer than this is waited for on the new page, not on the old one. */
const PATIENCE = 700;

const seenAt = new Map<string, number>();

/**
 * Keeps the old page until the next one is ready (code, texts, data), then swaps them in one go, scrolls and moves the
 * focus, as a browser does.
 */
export function Navigation({ first }: { first: Shown }) {
  const [shown, setShown] = useState(first);
  const location = useLocation();
  const kind = useNavigationType();
  const navigate = useNavigate();
  const client = useQueryClient();
  const settled = useRef<Location>(location);
  const arrival = useRef<(() => void) | null>(null);

  useEffect(() => {
    if (settled.current === location) return;
    if (isSamePage(settled.current, location)) {
      settled.current = location;
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
      return;
    }
    const here = splitPath(location.pathname).lang ?? (shown.lang as Lang);
    if (here !== shown.lang) {
      window.location.reload();
      return;
    }
    let live = true;
    const before = settled.current;
    document.documentElement.setAttribute('data-pending', '');
    prepare(location, here, client, { patience: PATIENCE })
      .then((prepared) => {
        if (!live) return;
        if ('redirect' in prepared) {
          void navigate(prepared.redirect, { replace: true });
          return;
        }
        seenAt.set(before.key, window.scrollY);
        settled.current = location;
        arrival.current = () => arrive(location, before, kind, prepared.shown);
        startTransition(() => setShown(prepared.shown));
      })
      // A chunk that is gone after a deployment: the server knows what to answer. Without a network the page stays.
      .catch(() => {
        if (!live) return;
        if (navigator.onLine) window.location.assign(location.pathname + location.search);
        else void navigate(-1);
      });
    return () => {
      live = false;
      document.documentElement.removeAttribute('data-pending');
    };
  }, [location, kind, client, navigate, shown.lang]);

  // The whole page listens now.
  useEffect(() => void doEarlyActs(), []);

  // Once the new page stands in the document.
  useLayoutEffect(() => {
    if (shown === first) return;
    arrival.current?.();
    arrival.current = null;
  }, [shown, first]);

  return <ShownPage shown={shown} />;
}

/** Only the fragment differs. */
function isSamePage(before: Location, after: Location): boolean {
  return before.pathname === after.pathname && before.search === after.search && after.hash !== '';
}

/** Scrolls and moves the focus as a browser does after a change of page. */
function arrive(location: Location, before: Location, kind: NavigationType, shown: Shown): void {
  document.documentElement.removeAttribute('data-pending');
  showHead(shown);
  const sameList = location.pathname === before.pathname;
  if (kind === NavigationType.Pop) window.scrollTo(0, seenAt.get(location.key) ?? 0);
  else if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  else if (!sameList) window.scrollTo(0, 0);
  if (!sameList) document.getElementById('main')?.focus({ preventScroll: true });
}
