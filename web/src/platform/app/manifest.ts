import type { Manifest } from '@fraisier/shared/http/web-build.ts';
import type { Lang } from '../i18n/language.ts';
import { escapeHtml } from './escape.ts';
import type { Shown } from './prepare.ts';

let manifest: Manifest = {};

/** Tells the renderer the client's chunks: once, before the first render. */
export function configure(options: { manifest: Manifest }): void {
  manifest = options.manifest;
}

const ENTRY = 'src/entry-client.ts';
const START = 'src/start.tsx';
const FONTS = ['src/assets/fonts/bricolage-800-narrow.woff2', 'src/assets/fonts/instrument.woff2'];

/** The address of the script that starts the page in the browser. */
export function entryScript(): string {
  const entry = manifest[ENTRY];
  if (!entry)
    throw new Error('The client manifest is not configured: build the web, then call configure({ manifest })');
  return `/${entry.file}`;
}

/** The link elements of a page: its styles block, its fonts come first, its scripts wait behind the pictures. */
export function preloadsOf(source: string | undefined, lang: Lang, shown: Shown): string[] {
  const areas = ['platform', ...(shown.route?.texts ?? [])];
  const roots = [START, ...(source ? [source] : []), ...areas.map((area) => `src/platform/i18n/${lang}/${area}.ts`)];
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const seen = new Set<string>();
  const walk = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const imported of chunk.imports ?? []) walk(imported);
    for (const css of chunk.css ?? []) styles.add(css);
    if (chunk.file.endsWith('.js')) scripts.add(chunk.file);
  };
  for (const key of [ENTRY, ...roots]) walk(key);
  const entry = manifest[ENTRY]?.file;
  const picture = shown.head.picture;
  return [
    ...FONTS.flatMap((font) => {
      const file = manifest[font]?.file;
      return file ? [`<link rel="preload" as="font" type="font/woff2" href="/${file}" crossorigin>`] : [];
    }),
    ...(picture ? [pictureLink(picture)] : []),
    ...[...styles].map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...[...scripts]
      .filter((file) => file !== entry)
      .map((file) => `<link rel="modulepreload" href="/${file}" fetchpriority="low">`),
  ];
}

function pictureLink(picture: NonNullable<Shown['head']['picture']>): string {
  const attributes = Object.entries({
    href: picture.href,
    imagesrcset: picture.srcset,
    imagesizes: picture.sizes,
    type: picture.type,
  }).flatMap(([name, value]) => (value ? [`${name}="${escapeHtml(value)}"`] : []));
  return `<link rel="preload" as="image" fetchpriority="high" ${attributes.join(' ')}>`;
}
