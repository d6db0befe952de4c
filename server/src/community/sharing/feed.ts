import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { findRound } from '../../cycle/rounds/find-round.ts';
import { readResult } from '../../cycle/rounds/read-result.ts';
import { showRounds } from '../../cycle/rounds/show-rounds.ts';
import { listRuns } from '../../cycle/runs/read-runs.ts';
import type { Deps } from '../../deps.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { part, partWith, writeXml } from '../../platform/xml/write-xml.ts';
import { type Lang, shareWords } from './share-words.ts';

interface Entry {
  readonly path: string;
  readonly what: string;
  readonly at: string;
  readonly title: string;
}

const MOST = 40;

/** Atom 1.0 (RFC 4287) of what happened in the shop, newest first: rounds opened and decided, runs put on sale. */
export async function atomFeed(deps: Deps, lang: Lang): Promise<string> {
  const { db, config } = deps;
  const { shop_name: shop } = await readSettings(db);
  const [rounds, runs] = [await showRounds(db, null, undefined), await listRuns(deps, null)];
  const entries: Entry[] = [];
  for (const round of rounds.items) entries.push(...(await entriesOf(deps, round, lang)));
  for (const { slug, state, openedAt, design } of runs.items) {
    if (state === 'preparing') continue;
    entries.push({ path: `/runs/${slug}`, what: 'run', at: openedAt, title: shareWords.feed.run(design.title, lang) });
  }
  const shown = entries.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST);
  const href = (path: string) => `${config.appUrl}/${lang}${path}`;
  return writeXml(
    partWith(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang },
      part('id', href('/feed.atom')),
      part('title', shareWords.feed.title(shop, lang)),
      part('subtitle', shareWords.feed.subtitle(lang)),
      part('updated', shown[0]?.at ?? new Date(0).toISOString()),
      part('author', part('name', shop)),
      partWith('link', { rel: 'self', type: 'application/atom+xml', href: href('/feed.atom') }),
      partWith('link', { rel: 'alternate', type: 'text/html', href: href('') }),
      ...shown.map(({ path, what, at, title }) =>
        part(
          'entry',
          // What happened is one entry in both languages, and a page may have several.
          part('id', `${config.appUrl}/${lang}${path}#${what}`),
          part('title', title),
          part('updated', at),
          part('published', at),
          partWith('link', { rel: 'alternate', type: 'text/html', href: href(path) }),
          part('summary', title),
        ),
      ),
    ),
  );
}

async function entriesOf({ db }: Deps, round: Round, lang: Lang): Promise<Entry[]> {
  const { collecting, voting, decided, cancelled } = round.actual;
  if (cancelled) return [];
  const { feed } = shareWords;
  const entries: Entry[] = [];
  const path = `/rounds/${round.slug}`;
  if (collecting) entries.push({ path, what: 'collecting', at: collecting, title: feed.collecting(round.slug, lang) });
  if (voting) {
    entries.push({ path, what: 'voting', at: voting, title: feed.voting(round.slug, round.counts.designs, lang) });
  }
  if (decided) {
    const { winners } = await readResult(db, await findRound(db, round.slug));
    const title = feed.decided(round.slug, winners.map((one) => one.title).join(', ') || null, lang);
    entries.push({ path: `${path}/result`, what: 'decided', at: decided, title });
  }
  return entries;
}
