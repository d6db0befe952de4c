import rateLimit from '@fastify/rate-limit';
import { sendContactMessage } from '@fraisier/shared/contracts/contact.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { insideHeader, insideToken } from '../web/pages.ts';
import { lineOf } from './networks.ts';

const MINUTE = 60_000;
const CALLS_A_MINUTE = 1200;
/** Each has a mail sent to whatever address it names, without any account. */
const MESSAGES_IN_TEN_MINUTES = 10;
// One page takes some sixty files, and a school or an office has one address: twenty visitors must not use up each
// other's calls, nor a page come without its style. The files are public and their names are hashes of their content.
const FILES_A_MINUTE = 20_000;

const limits = {
  files: { max: FILES_A_MINUTE, within: MINUTE },
  messages: { max: MESSAGES_IN_TEN_MINUTES, within: 10 * MINUTE },
  calls: { max: CALLS_A_MINUTE, within: MINUTE },
} as const;

/** Bounds what one address may ask for: files and messages to the shop apart from all else. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: (request) => limits[kindOf(request)].max,
    keyGenerator: (request) => `${kindOf(request)} ${lineOf(request.ip)}`,
    timeWindow: (request) => limits[kindOf(request)].within,
    allowList: (request) => request.headers[insideHeader] === insideToken,
    errorResponseBuilder: () => new Problem('too_many_requests'),
  });
}

function kindOf({ method, url, routeOptions }: FastifyRequest): keyof typeof limits {
  if (routeOptions.config?.contract === sendContactMessage) return 'messages';
  const isFile = url.startsWith('/assets/') || url.startsWith('/pictures/');
  return isFile && (method === 'GET' || method === 'HEAD') ? 'files' : 'calls';
}
