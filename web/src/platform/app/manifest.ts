import type { Manifest, ManifestEntry } from '@fraisier/shared/http/web-build.ts';
import type { Area } from '../i18n/catalogues.ts';
import type { Lang } from '../i18n/language.ts';
import { escapeHtml } from './escape.ts';
import type { Shown } from './prepare.ts';
import type { Head } from './route.ts';
import type { SentPage } from './take-over.ts';

let manifest: Manifest = {};

/** Tells the renderer the client's chunks: once, before the first render. */
export function configure(options: { manifest: Manifest }): void {
  manifest = options.manifest;
}

const ENTRY = 'src/entry-client.ts';
const START = 'src/start.tsx';
/** What prepares a page in the browser: in place of one that is not shown, and after the first link. */
const TRAVEL = 'src/platform/app/travel.ts';
const FONTS = ['src/assets/fonts/bricolage-800-narrow.woff2', 'src/assets/fonts/instrument.woff2'];

/** The layers of a whole shirt of the straight cut, which is the one that pages begin with: as `tee.module.css` asks. */
const CLOTH = [
  ['src/assets/tee/straight-mask.webp', 'image/webp'],
  ['src/assets/tee/straight-shade.avif', 'image/avif'],
  ['src/assets/tee/straight-light.avif', 'image/avif'],
] as const;

/** The address of the script that starts the page in the browser. */
export function entryScript(): string {
  const entry = manifest[ENTRY];
  if (!entry)
    throw new Error('The client manifest is not configured: build the web, then call configure({ manifest })');
  return `/${entry.file}`;
}

/** The link elements of a page: its styles block, its fonts come first, its scripts are named for later. */
export function preloadsOf(shown: Shown): string[] {
  const { route, lang } = shown;
  const parts = shown.parts ?? [];
  const first = [
    ENTRY,
    START,
    ...(route?.source ? [route.source] : []),
    ...parts.filter(([, where]) => where === 'first').map(([file]) => file),
    ...areasOf(shown).map((area) => textsIn(lang, area)),
    ...(sentPage(shown) ? [] : [TRAVEL]),
  ];
  const chunks = chunksOf(first);
  const scripts = chunks.map(({ file }) => file).filter((file) => file.endsWith('.js'));
  // What is below is seen at once as well; its scripts come when those of the first screen have run.
  const below = parts.filter(([, where]) => where === 'below').map(([file]) => file);
  const styles = new Set([...chunks, ...chunksOf(below)].flatMap(({ css }) => css ?? []));
  const entry = manifest[ENTRY]?.file;
  const picture = shown.head?.picture;
  return [
    ...FONTS.flatMap((font) => {
      const file = manifest[font]?.file;
      return file ? [`<link rel="preload" as="font" type="font/woff2" href="/${file}" crossorigin>`] : [];
    }),
    ...(picture ? [pictureLink(picture)] : []),
    ...(picture?.onTee ? clothLinks() : []),
    ...[...styles].map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...scripts.filter((file) => file !== entry).map((file) => `<link rel="later" href="/${file}">`),
  ];
}

/** The chunks of these files with all that they import, each once. */
function chunksOf(roots: readonly string[]): ManifestEntry[] {
  const seen = new Set<string>();
  const found: ManifestEntry[] = [];
  const walk = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const imported of chunk.imports ?? []) walk(imported);
    found.push(chunk);
  };
  for (const root of roots) walk(root);
  return found;
}

/** Where the browser finds the page and its texts; null where it must prepare the page itself. */
export function sentPage(shown: Shown): SentPage | null {
  const { route, lang } = shown;
  const file = manifest[route?.source ?? '']?.file;
  if (!route || !file || route.loadsCode) return null;
  const texts = areasOf(shown).map((area) => [area, `/${manifest[textsIn(lang, area)]?.file}`]);
  return {
    path: route.path,
    ...(route.frame && { frame: route.frame }),
    file: `/${file}`,
    texts: Object.fromEntries(texts),
  };
}

const areasOf = (shown: Shown): readonly Area[] => ['platform', ...shown.texts];
const textsIn = (lang: Lang, area: Area): string => `src/platform/i18n/${lang}/${area}.ts`;

function clothLinks(): string[] {
  return CLOTH.flatMap(([layer, type]) => {
    const file = manifest[layer]?.file;
    // A mask is asked for as across origins, a background is not; else it would come twice.
    const mode = layer.includes('-mask') ? ' crossorigin' : '';
    return file ? [`<link rel="preload" as="image" type="${type}" href="/${file}"${mode}>`] : [];
  });
}

function pictureLink(picture: NonNullable<Head['picture']>): string {
  const attributes = Object.entries({
    href: picture.href,
    imagesrcset: picture.srcset,
    imagesizes: picture.sizes,
    type: picture.type,
  }).flatMap(([name, value]) => (value ? [`${name}="${escapeHtml(value)}"`] : []));
  return `<link rel="preload" as="image" fetchpriority="high" ${attributes.join(' ')}>`;
}
