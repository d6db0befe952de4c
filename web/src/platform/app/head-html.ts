import { textOf } from '../i18n/catalogues.ts';
import { languages, otherLang } from '../i18n/language.ts';
import { escapeHtml } from './escape.ts';
import { otherLanguagePath, titleOf } from './head.ts';
import type { Shown } from './prepare.ts';

/** The head of a page as HTML: what readers, search engines and shared links see. */
export function headHtml(shown: Shown, origin: string): string {
  const { head, lang, address } = shown;
  const text = textOf(lang, 'platform');
  const here = origin + address.pathname;
  const other = origin + otherLanguagePath(address.pathname);
  const addressIn = (language: string) => (language === lang ? here : other);
  const description = head.description ?? text.description;
  const image = head.image ? new URL(head.image, origin).href : undefined;
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">`;
  const property = (name: string, content: string) => `<meta property="${name}" content="${escapeHtml(content)}">`;
  return [
    `<title>${escapeHtml(titleOf(shown))}</title>`,
    meta('description', description),
    `<link rel="canonical" href="${escapeHtml(here)}">`,
    ...languages.map(
      (language) => `<link rel="alternate" hreflang="${language}" href="${escapeHtml(addressIn(language))}">`,
    ),
    `<link rel="alternate" hreflang="x-default" href="${escapeHtml(addressIn('fr'))}">`,
    ...(head.hidden ? [meta('robots', 'noindex')] : []),
    property('og:title', head.title),
    property('og:description', description),
    property('og:site_name', text.siteName),
    property('og:type', 'website'),
    property('og:url', here),
    property('og:locale', lang === 'fr' ? 'fr_FR' : 'en_GB'),
    property('og:locale:alternate', otherLang(lang) === 'fr' ? 'fr_FR' : 'en_GB'),
    ...(image ? [property('og:image', image), meta('twitter:card', 'summary_large_image')] : []),
  ].join('\n');
}
