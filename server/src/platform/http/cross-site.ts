import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site's page makes in a visitor's browser. Browsers say where a request comes from
 * (Sec-Fetch-Site, Origin); a program that is no browser says neither and carries no one else's cookies.
 */
export function refuseCrossSiteWrites(app: FastifyInstance, appUrl: string): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (safe.has(request.method)) return done();
    const { origin, 'sec-fetch-site': site } = request.headers;
    const isOurs =
      (site === undefined || site === 'same-origin' || site === 'none') && (origin === undefined || origin === appUrl);
    done(isOurs ? undefined : new Problem('cross_site'));
  });
}
