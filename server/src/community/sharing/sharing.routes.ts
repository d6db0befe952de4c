import { getOembed } from '@fraisier/shared/contracts/sharing.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import type { Routes } from '../../platform/http/route.ts';
import { atomFeed } from './feed.ts';
import { oembed, SHARE_AGE } from './oembed.ts';
import { createShareCards } from './share-card.ts';
import { type Shared, sharedKinds } from './share-facts.ts';
import type { Lang } from './share-words.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';

const languages: readonly string[] = ['fr', 'en'];
const hidden = { schema: { hide: true } };
/** A card is drawn, not looked up: whoever asks for every design's waits. */
const drawn = { ...hidden, config: { rateLimit: { max: 60, timeWindow: 60_000 } } };
const cached = `public, max-age=${SHARE_AGE}`;

export const sharingRoutes: Routes = (route, deps) => {
  route(getOembed, ({ query }) => oembed(deps, query));
};

/** What machines ask for by addresses of their own: cards, the feed, the maps of the site, and what is not for them. */
export function sharedFilesRoutes(app: FastifyInstance, deps: Deps): void {
  const cards = createShareCards(deps);
  app.get<{ Params: { lang: string; kind: string; name: string } }>(
    '/share/:lang/:kind/:name',
    drawn,
    async (request, reply) => {
      const shared = request.params;
      if (!languages.includes(shared.lang) || !isKind(shared.kind)) throw new Problem('not_found');
      const { body, etag } = await cards(shared as Shared);
      reply
        .header('cache-control', cached)
        .header('etag', `"${etag}"`)
        .header('cross-origin-resource-policy', 'cross-origin');
      if (request.headers['if-none-match'] === `"${etag}"`) return reply.code(304).send();
      return reply.type('image/jpeg').send(body);
    },
  );

  for (const lang of languages) {
    app.get(`/${lang}/feed.atom`, hidden, async (_, reply) =>
      reply
        .type('application/atom+xml; charset=utf-8')
        .header('cache-control', cached)
        .send(await atomFeed(deps, lang as Lang)),
    );
  }

  app.get('/sitemap.xml', hidden, async (_, reply) =>
    reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', cached)
      .send(await sitemapIndex(deps)),
  );
  app.get<{ Params: { file: string } }>('/sitemaps/:file', hidden, async (request, reply) => {
    const name = /^([a-z0-9-]+)\.xml$/.exec(request.params.file)?.[1];
    const map = name ? await sitemap(deps, name) : null;
    if (map === null) throw new Problem('not_found');
    return reply.type('application/xml; charset=utf-8').header('cache-control', cached).send(map);
  });

  app.get('/robots.txt', hidden, async (_, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', cached)
      .send(`User-agent: *\nDisallow: /api/\nAllow: /api/oembed\n\nSitemap: ${deps.config.appUrl}/sitemap.xml\n`),
  );
}

function isKind(kind: string): kind is Shared['kind'] {
  return (sharedKinds as readonly string[]).includes(kind);
}
