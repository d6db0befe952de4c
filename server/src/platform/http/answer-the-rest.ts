import type { Contract } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance } from 'fastify';
import type { RenderPage } from '../web/pages.ts';
import { sendProblem } from './problem-handler.ts';

/**
 * What no route takes: a page, when a browser asks for one; under /api a 404, or a 405 that names the methods which
 * the address does take.
 */
export function answerTheRest(
  app: FastifyInstance,
  contracts: readonly Contract[],
  renderPage: RenderPage | null,
): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (renderPage && isRead && !/^\/(api|assets)(\/|$)/.test(path)) {
      return renderPage(request, reply);
    }
    const allowed = contracts.filter((contract) => matches(contract.path, path)).map((contract) => contract.method);
    if (allowed.length === 0) return sendProblem(reply, request, new Problem('not_found'));
    reply.header('allow', [...new Set(allowed)].join(', '));
    return sendProblem(reply, request, new Problem('method_not_allowed'));
  });
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}
