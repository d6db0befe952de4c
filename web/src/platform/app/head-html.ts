import { textOf } from '../i18n/catalogues.ts';
import { languages, otherLang, otherLanguagePath } from '../i18n/language.ts';
import { escapeHtml } from './escape.ts';
import { titleOf } from './head.ts';
import type { Shown } from './prepare.ts';
import type { Head, Structured } from './route.ts';

/** The head of a page as HTML: what readers, search engines and shared links see. */
export function headHtml(shown: Shown, origin: string): string {
  const { lang, address } = shown;
  const text = textOf(lang, 'platform');
  const head: Head = shown.head ?? { title: text.siteName };
  // A page answers with a slash at its end too, and is the same one.
  const pathname = address.pathname.replace(/\/+$/, '');
  const here = origin + pathname;
  const other = origin + otherLanguagePath(pathname);
  const addressIn = (language: string) => (language === lang ? here : other);
  const description = head.description ?? text.description;
  const card = head.card && `${origin}/share/${lang}/${head.card}`;
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">`;
  const property = (name: string, content: string) => `<meta property="${name}" content="${escapeHtml(content)}">`;
  return [
    `<title>${escapeHtml(titleOf(head, lang))}</title>`,
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
    `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(text.feed)}" href="/${lang}/feed.atom">`,
    ...(card
      ? [
          property('og:image', card),
          property('og:image:width', '1200'),
          property('og:image:height', '630'),
          property('og:image:alt', head.cardAlt ?? head.title),
          meta('twitter:card', 'summary_large_image'),
          `<link rel="alternate" type="application/json+oembed" title="${escapeHtml(head.title)}" href="${escapeHtml(`${origin}/api/oembed?url=${encodeURIComponent(here)}`)}">`,
        ]
      : []),
    ...(head.structured ? [structuredHtml(head.structured, here, origin)] : []),
  ].join('\n');
}

/** Data, which no browser runs: the content policy has nothing against it. */
function structuredHtml(structured: Structured, here: string, origin: string): string {
  const whole = JSON.stringify({ '@context': 'https://schema.org', url: here, ...structured }, (_, value) =>
    typeof value === 'string' && value.startsWith('/') ? origin + value : value,
  );
  return `<script type="application/ld+json">${whole.replaceAll('<', '\\u003c')}</script>`;
}
