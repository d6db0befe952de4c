import { loadTexts } from '../i18n/catalogues.ts';
import { splitPath } from '../i18n/language.ts';
import { matchRoute } from './prepare.ts';

/** Brings the code and texts of a page that is likely to be next. Its data waits for the click. */
export function preload(href: string): void {
  const { lang, path } = splitPath(href.split(/[?#]/)[0] ?? href);
  const match = matchRoute(path);
  if (!lang || !match) return;
  Promise.all([match.route.load(), loadTexts(lang, match.route.texts ?? [])]).catch(() => {
    // The click will try again, and tell.
  });
}
