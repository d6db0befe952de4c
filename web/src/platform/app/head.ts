import { textOf } from '../i18n/catalogues.ts';
import { otherLang, splitPath } from '../i18n/language.ts';
import type { Shown } from './prepare.ts';

export function titleOf(shown: Shown): string {
  const { siteName } = textOf(shown.lang, 'platform');
  return shown.head.title === siteName ? siteName : `${shown.head.title} · ${siteName}`;
}

/** The same page in the other language. */
export function otherLanguagePath(pathname: string, search = ''): string {
  const { lang, path } = splitPath(pathname);
  return `/${otherLang(lang ?? 'en')}${path === '/' ? '' : path}${search}`;
}

/** Makes the document's head that of the page, after a change of page in the browser. */
export function showHead(shown: Shown): void {
  document.title = titleOf(shown);
  const { pathname } = shown.address;
  const set = (selector: string, name: string, value: string) =>
    document.head.querySelector(selector)?.setAttribute(name, value);
  set('meta[name="description"]', 'content', shown.head.description ?? textOf(shown.lang, 'platform').description);
  set('link[rel="canonical"]', 'href', window.location.origin + pathname);
  set(`link[hreflang="${shown.lang}"]`, 'href', window.location.origin + pathname);
  set(`link[hreflang="${otherLang(shown.lang)}"]`, 'href', window.location.origin + otherLanguagePath(pathname));
}
