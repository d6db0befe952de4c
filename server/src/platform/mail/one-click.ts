import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { mailOfLink, putPreference } from './topics.ts';
import { mailOfToken, unsubscribePage } from './unsubscribe.ts';

interface Link {
  readonly Params: { readonly token: string };
}

/**
 * The address in the List-Unsubscribe header (RFC 8058). A mail program posts a form to it, without any session; a
 * person who follows it, and a program that opens every link, are led to a page that asks.
 */
export function oneClickRoutes(app: FastifyInstance, deps: Deps): void {
  void app.register((scope, _options, done) => {
    // The form says `List-Unsubscribe=One-Click` and nothing that we need.
    const type = 'application/x-www-form-urlencoded';
    scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 1024 }, (_request, _body, read) => read(null));

    scope.get<Link>('/unsubscribe/:token', { schema: { hide: true } }, async (request, reply) => {
      const mail = await mailOfLink(deps, request.params.token);
      return reply.header('cache-control', 'no-store').redirect(unsubscribePage(deps.config, mail), 302);
    });

    scope.post<Link>('/unsubscribe/:token', { schema: { hide: true } }, async (request, reply) => {
      const { token } = request.params;
      if (mailOfToken(deps.config, token) === null) throw new Problem('not_found');
      await putPreference(deps, token, false).catch((error: unknown) => {
        // The account is erased, and its mails with it: no mail comes any more, which is what was asked.
        if (!(error instanceof Problem && error.code === 'not_found')) throw error;
      });
      return reply.code(200).type('text/plain; charset=utf-8').send('OK\n');
    });
    done();
  });
}
