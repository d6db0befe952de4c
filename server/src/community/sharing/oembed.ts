import type { getOembed } from '@fraisier/shared/contracts/sharing.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { type Shared, shareFacts } from './share-facts.ts';

export const CARD = { width: 1200, height: 630 } as const;
/** Seconds for which an answer, or a card, may be kept by others. */
export const SHARE_AGE = 3600;

const PAGE = /^\/(fr|en)\/(?:(designs|runs|rounds)\/([^/]+)|rounds\/([^/]+)\/result)\/?$/;

/** What a page of ours is, read from its address; null where it is no page that can be shown elsewhere. */
export function sharedAt(url: string, origin: string): Shared | null {
  const address = URL.parse(url);
  if (!address || address.origin !== new URL(origin).origin) return null;
  const [, lang, kind, name, round] = PAGE.exec(address.pathname) ?? [];
  if (!lang) return null;
  return { lang: lang as Shared['lang'], kind: (kind ?? 'results') as Shared['kind'], name: name ?? round ?? '' };
}

/** https://oembed.com, section 2.3.4. Too small a frame for the card gets a link: a smaller picture would say nothing. */
export async function oembed(
  deps: Deps,
  query: { url: string; maxwidth?: number; maxheight?: number },
): Promise<ResponseOf<typeof getOembed>> {
  const { appUrl } = deps.config;
  const shared = sharedAt(query.url, appUrl);
  if (!shared) throw new Problem('not_found');
  const facts = await shareFacts(deps, shared);
  const fits = CARD.width <= (query.maxwidth ?? CARD.width) && CARD.height <= (query.maxheight ?? CARD.height);
  return {
    version: '1.0',
    title: facts.title,
    ...(facts.designer && {
      author_name: facts.designer.name,
      author_url: `${appUrl}/${shared.lang}/designers/${facts.designer.id}`,
    }),
    provider_name: (await readSettings(deps.db)).shop_name,
    provider_url: `${appUrl}/${shared.lang}`,
    cache_age: SHARE_AGE,
    ...(fits ? { type: 'photo', url: `${appUrl}${cardPath(shared)}`, ...CARD } : { type: 'link' }),
  };
}

export function cardPath({ lang, kind, name }: Shared): string {
  return `/share/${lang}/${kind}/${name}`;
}
