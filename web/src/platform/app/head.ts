import { textOf } from '../i18n/catalogues.ts';
import { type Lang, otherLang, otherLanguagePath } from '../i18n/language.ts';
import type { Shown } from './prepare.ts';
import type { Head } from './route.ts';

export function titleOf(head: Head, lang: Lang): string {
  const { siteName } = textOf(lang, 'platform');
  return head.title === siteName ? siteName : `${head.title} · ${siteName}`;
}

/** Makes the document's head that of the page, after a change of page in the browser. */
export function showHead({ head, lang, address: { pathname } }: Shown): void {
  if (!head) return;
  document.title = titleOf(head, lang);
  const set = (selector: string, name: string, value: string) =>
    document.head.querySelector(selector)?.setAttribute(name, value);
  set('meta[name="description"]', 'content', head.description ?? textOf(lang, 'platform').description);
  set('link[rel="canonical"]', 'href', window.location.origin + pathname);
  set(`link[hreflang="${lang}"]`, 'href', window.location.origin + pathname);
  set(`link[hreflang="${otherLang(lang)}"]`, 'href', window.location.origin + otherLanguagePath(pathname));
}
