import { randomUUID } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../deps.ts';
import { clientFolder, loadWebBuild } from './web-build.ts';

/** Marks the requests that a page render makes of this very process, so that they are not counted against anyone. */
export const insideHeader = 'x-fraisier-inside';
export const insideToken = randomUUID();

export type RenderPage = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Serves the built files, and gives what answers a page's address; null when the web is not built. */
export async function useWeb(app: FastifyInstance, deps: Deps): Promise<RenderPage | null> {
  const web = await loadWebBuild();
  if (!web) return null;
  await app.register(fastifyStatic, {
    root: clientFolder,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.{br,gz}'],
    // Built names carry the hash of their content.
    setHeaders: (reply, path) => {
      const immutable = path.includes('/assets/');
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });

  return async (request, reply) => {
    const { cookie, 'accept-language': acceptLanguage } = request.headers;
    const cookies = readCookies(cookie);
    let hasActed = false;
    const rendered = await web.render({
      url: request.url,
      origin: deps.config.appUrl,
      theme: cookies.get('theme'),
      lang: cookies.get('lang'),
      order: cookies.get('order'),
      acceptLanguage,
      isVisit: isVisit(request),
      fetchApi: async (method, path) => {
        hasActed ||= method !== 'GET';
        const answer = await app.inject({
          method: method as 'GET' | 'POST',
          url: path,
          remoteAddress: request.ip,
          headers: { [insideHeader]: insideToken, ...(cookie ? { cookie } : {}) },
        });
        return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
      },
    });
    if (rendered.redirect) return reply.redirect(rendered.redirect, 302);
    return (
      reply
        .code(rendered.status)
        .type('text/html; charset=utf-8')
        // Who goes back is shown again what a browser kept, `no-cache` or not: a hand without what was answered since.
        .header('cache-control', hasActed ? 'private, no-store' : 'private, no-cache')
        .header('vary', 'cookie, accept-language')
        .send(web.page(rendered))
    );
  };
}

/** A page that a browser says it shows: not one that it or a proxy fetches ahead, nor one inside another site's. */
function isVisit({ method, headers }: FastifyRequest): boolean {
  const isAhead = headers['sec-purpose'] !== undefined || headers.purpose !== undefined;
  return method === 'GET' && headers['sec-fetch-dest'] === 'document' && !isAhead;
}

function readCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}
