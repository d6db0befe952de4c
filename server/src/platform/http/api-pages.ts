import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { describeRoute } from './describe-route.ts';

const description = `The public interface. Errors are RFC 9457 problem details with a stable \`code\`.

Sign in: \`POST /api/auth/sign-in/magic-link\` with \`{"email"}\` mails a link; \`POST /api/sign-in\` with the \`token\` of
the link sets the session's cookie; \`POST /api/auth/sign-out\` ends it.`;

/** GET /api/openapi.json, and a readable page of it at /api/docs. */
export async function useApiPages(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fraisier',
        version: '1',
        description,
      },
    },
    transform: describeRoute,
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema-${index}`) },
  });
  // Swagger's own page needs inline styles: its own policy, on its own address only.
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
