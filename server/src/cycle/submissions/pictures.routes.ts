import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';

/** Older pictures are named by the whole hash. */
const NAME = /^[0-9a-f]{24,64}\.(avif|webp|png|jpeg)$/;

/**
 * GET /pictures/<hash>.<format>: a picture is addressed by a hash of its bytes, so whoever has it once keeps it for
 * ever. Nothing but storage is asked: pictures are there while the database is not.
 */
export function picturesRoutes(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: { name: string } }>('/pictures/:name', { schema: { hide: true } }, async (request, reply) => {
    const { name } = request.params;
    const format = NAME.exec(name)?.[1];
    if (!format) throw new Problem('not_found');
    const picture = await deps.storage.readAll(`pictures/${name}`);
    return reply
      .type(`image/${format}`)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(picture);
  });
}
