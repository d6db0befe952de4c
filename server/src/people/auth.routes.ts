import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../deps.ts';
import { clientHeaders, toHeaders } from './accounts.ts';

/** better-auth's own routes, as they are: it speaks the web's Request and Response. */
export function authRoutes(app: FastifyInstance, deps: Deps): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const url = new URL(request.url, deps.config.appUrl);
      refuseBrokenTargets(url);
      const hasBody = request.method !== 'GET' && request.body !== undefined && request.body !== null;
      const headers = toHeaders(clientHeaders(request));
      headers.delete('content-length');
      const answer = await deps.accounts.handle(
        new Request(url, {
          method: request.method,
          headers,
          ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
        }),
      );
      if (answer.status === 429) {
        reply.header('retry-after', answer.headers.get('x-retry-after') ?? '60');
        throw new Problem('too_many_requests');
      }
      reply.code(answer.status);
      for (const [name, value] of answer.headers) {
        if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
      }
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.send(Buffer.from(await answer.arrayBuffer()));
    },
  });
}

/** better-auth decodes where it should go next a second time, and breaks on what does not decode. */
function refuseBrokenTargets(url: URL): void {
  for (const [name, value] of url.searchParams) {
    if (!name.endsWith('URL')) continue;
    try {
      decodeURIComponent(value);
    } catch {
      throw new Problem('bad_input', { reasons: [{ code: 'format', field: `querystring/${name}` }] });
    }
  }
}
