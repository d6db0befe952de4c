import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem, call } from '../api.ts';
import { loadTexts } from '../i18n/catalogues.ts';
import { type Lang, splitPath } from '../i18n/language.ts';
import { ErrorPage } from './error-page.tsx';
import { goTo } from './go-to.ts';
import { showHead } from './head.ts';
import { comeAnewWhenLeft } from './left.ts';
import { matchRoute, planOf, prepare, type Shown, unanswered } from './prepare.ts';

export { ErrorPage, prepare };

// Who goes back has come by a link or a key, which brought this file.
if (typeof window !== 'undefined') comeAnewWhenLeft();

/** Data that takes longer than this is waited for on the new page, not on the old one. */
const PATIENCE = 700;

/** One way from page to page. The entries of the browser's history are named as `Navigation` names them. */
export interface Trip {
  readonly from: string;
  readonly to: string;
  readonly lang: Lang;
  readonly client: QueryClient;
  /** The same page is asked for once more. */
  readonly again: boolean;
  /** False once the visitor has gone elsewhere. */
  isLive(): boolean;
  /** There, on the page that is shown already. */
  stay(): void;
  /** There, on another page; `arrive` is called when it stands in the document. */
  show(next: Shown, arrive: () => void): void;
}

/** An entry of the browser's history. */
interface Entry {
  readonly key: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

function entryOf(key: string): Entry {
  const { pathname, search, hash } = new URL(key.slice(key.indexOf(' ') + 1));
  return { key, pathname, search, hash };
}

/** How far entries were scrolled when they were left; one that is not here is new. */
const leftAt = new Map<string, number>();

/** Prepares the page of the new entry while the old one is shown, then shows it. */
export async function travel(trip: Trip): Promise<void> {
  const [before, entry] = [entryOf(trip.from), entryOf(trip.to)];
  if (!trip.again && isSamePage(before, entry)) {
    trip.stay();
    document.getElementById(entry.hash.slice(1))?.scrollIntoView();
    return;
  }
  const show = (next: Shown) => {
    leftAt.set(before.key, window.scrollY);
    trip.show(next, () => arrive(entry, before, next));
  };
  const lang = splitPath(entry.pathname).lang ?? trip.lang;
  try {
    if (lang !== trip.lang) throw new Error('Another language is another document.');
    const prepared = await prepare(entry, lang, trip.client, { patience: PATIENCE });
    if (!trip.isLive()) return;
    if ('redirect' in prepared) goTo(prepared.redirect, { replace: true });
    else show(prepared.shown);
  } catch {
    // Also a chunk that is gone after a deployment: the server knows what to answer. Where nothing answers, the page
    // says so, and is not given up for the browser's own.
    const answers = await isThere();
    if (!trip.isLive()) return;
    if (answers) window.location.assign(entry.pathname + entry.search);
    else show(unanswered(entry, trip.lang));
  }
}

/** Brings the code and texts of a page that is likely to be next. Its data waits for the click. */
export async function warm(href: string): Promise<void> {
  const { lang, path } = splitPath(href.split(/[?#]/)[0] ?? href);
  const match = lang && (await matchRoute(path));
  if (!match) return;
  await Promise.all([match.route.load(), planOf(match.route), loadTexts(lang, match.route.texts ?? [])]);
}

/** Whether the shop answers at all, if only to refuse. */
function isThere(): Promise<boolean> {
  return call(getShop).then(
    () => true,
    (error: unknown) => !(error instanceof ApiProblem && error.code === 'offline'),
  );
}

/** Only the fragment differs. */
function isSamePage(before: Entry, after: Entry): boolean {
  return before.pathname === after.pathname && before.search === after.search && after.hash !== '';
}

/** Scrolls and moves the focus as a browser does after a change of page. */
function arrive(entry: Entry, before: Entry, shown: Shown): void {
  showHead(shown);
  const sameList = entry.pathname === before.pathname;
  const left = leftAt.get(entry.key);
  if (left !== undefined) window.scrollTo(0, left);
  else if (entry.hash) document.getElementById(entry.hash.slice(1))?.scrollIntoView();
  else if (!sameList) window.scrollTo(0, 0);
  if (!sameList) document.getElementById('main')?.focus({ preventScroll: true });
}
