import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';

/** JSON lines on standard output, without cookies and authorisations. */
export function createLog(level: string): FastifyBaseLogger {
  return pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization'] });
}
