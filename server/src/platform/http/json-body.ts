import type { FastifyInstance } from 'fastify';

/** Many clients call every request JSON, also one that has no body: that is no broken JSON, there is nothing to read. */
export function useJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
}
