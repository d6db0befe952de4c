import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site's page makes in a visitor's browser. Browsers say where a request comes from
 * (Sec-Fetch-Site, Origin); a program that is no browser says neither and carries no one else's cookies.
 */
export function refuseCrossSiteWrites(app: FastifyInstance, appUrl: string): void {
  app.addHook('onRequest', async (request) => {
    if (safe.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross_site');
    const { origin } = request.headers;
    if (origin !== undefined && origin !== appUrl) throw new Problem('cross_site');
  });
}
