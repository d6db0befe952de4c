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
    // Built names carry the hash of their content.
    setHeaders: (reply, path) => {
      const immutable = path.includes('/assets/');
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });

  return async (request, reply) => {
    const { cookie, 'accept-language': acceptLanguage } = request.headers;
    const cookies = readCookies(cookie);
    const rendered = await web.render({
      url: request.url,
      origin: deps.config.appUrl,
      theme: cookies.get('theme'),
      lang: cookies.get('lang'),
      order: cookies.get('order'),
      acceptLanguage,
      fetchApi: async (method, path) => {
        const answer = await app.inject({
          method: method as 'GET',
          url: path,
          headers: { [insideHeader]: insideToken, ...(cookie ? { cookie } : {}) },
        });
        return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
      },
    });
    if (rendered.redirect) return reply.redirect(rendered.redirect, 302);
    return reply
      .code(rendered.status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .header('vary', 'cookie, accept-language')
      .send(web.page(rendered));
  };
}

function readCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}
