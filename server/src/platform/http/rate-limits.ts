import rateLimit from '@fastify/rate-limit';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { insideHeader, insideToken } from '../web/pages.ts';

const MINUTE = 60_000;
const CALLS_A_MINUTE = 1200;
// One page takes some sixty files, and a school or an office has one address: twenty visitors must not use up each
// other's calls, nor a page come without its style. The files are public and their names are hashes of their content.
const FILES_A_MINUTE = 20_000;

/** Bounds what one address may ask for in a minute: files apart from all else. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: (request) => (asksForFile(request) ? FILES_A_MINUTE : CALLS_A_MINUTE),
    keyGenerator: (request) => `${asksForFile(request) ? 'files' : 'calls'} ${request.ip}`,
    timeWindow: MINUTE,
    allowList: (request) => request.headers[insideHeader] === insideToken,
    errorResponseBuilder: () => new Problem('too_many_requests'),
  });
}

function asksForFile({ method, url }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && (url.startsWith('/assets/') || url.startsWith('/pictures/'));
}
