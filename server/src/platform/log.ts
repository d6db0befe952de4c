import type { FastifyBaseLogger } from 'fastify';
import { type DestinationStream, pino, stdSerializers } from 'pino';

/**
 * JSON lines on standard output, without cookies and authorisations, and of a statement that Postgres refused without
 * the row that it quotes: a log is kept elsewhere, and longer, than what people tell the shop.
 */
export function createLog(level: string, out?: DestinationStream): FastifyBaseLogger {
  const settings = {
    level,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
    serializers: { err: withoutRows },
  };
  return out ? pino(settings, out) : pino(settings);
}

function withoutRows(error: Error): unknown {
  const { detail: _detail, where: _where, ...said } = stdSerializers.err(error);
  return said;
}
