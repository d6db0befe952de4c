import { pageIds } from '@fraisier/shared/texts/page.ts';
import type { Deps } from '../../deps.ts';
import { part, partWith, writeXml } from '../../platform/xml/write-xml.ts';
import { countSharedDesigns, listSharedDesigns, listSharedRounds, listSharedRuns } from './sharing.sql.ts';

/** A sitemap takes 50,000 addresses; each page here has two. */
export const DESIGNS_A_MAP = 20_000;

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const always = ['', '/rounds', '/runs', '/verify', '/contact', ...pageIds.map((page) => `/pages/${page}`)];

/** The maps there are: of the pages that the shop has anyway, and of its designs, so many a map. */
export async function sitemapIndex({ db, config }: Deps): Promise<string> {
  const maps = Math.ceil((await countSharedDesigns(db)) / DESIGNS_A_MAP);
  const names = ['pages', ...Array.from({ length: maps }, (_, index) => `designs-${index + 1}`)];
  return writeXml(
    partWith(
      'sitemapindex',
      { xmlns: SCHEMA },
      ...names.map((name) => part('sitemap', part('loc', `${config.appUrl}/sitemaps/${name}.xml`))),
    ),
  );
}

/** Null where there is no such map. */
export async function sitemap({ db, config }: Deps, name: string): Promise<string | null> {
  if (name === 'pages') {
    const [rounds, runs] = [await listSharedRounds(db), await listSharedRuns(db)];
    return written(config.appUrl, [
      ...always,
      ...rounds.map(({ slug }) => `/rounds/${slug}`),
      ...rounds.flatMap(({ slug, counted }) => (counted ? [`/rounds/${slug}/result`] : [])),
      ...runs.map((slug) => `/runs/${slug}`),
    ]);
  }
  const nth = Number(/^designs-([1-9]\d{0,4})$/.exec(name)?.[1] ?? 0);
  if (nth === 0) return null;
  const ids = await listSharedDesigns(db, { limit: DESIGNS_A_MAP, offset: (nth - 1) * DESIGNS_A_MAP });
  if (ids.length === 0) return null;
  return written(
    config.appUrl,
    ids.map((id) => `/designs/${id}`),
  );
}

/** Every page in both languages, each naming the other. */
function written(origin: string, paths: readonly string[]): string {
  const href = (lang: string, path: string) => `${origin}/${lang}${path}`;
  const others = (path: string) =>
    (['fr', 'en'] as const).map((lang) =>
      partWith('xhtml:link', { rel: 'alternate', hreflang: lang, href: href(lang, path) }),
    );
  return writeXml(
    partWith(
      'urlset',
      { xmlns: SCHEMA, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      ...paths.flatMap((path) =>
        (['fr', 'en'] as const).map((lang) => part('url', part('loc', href(lang, path)), ...others(path))),
      ),
    ),
  );
}
