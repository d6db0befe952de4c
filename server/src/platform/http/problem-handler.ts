import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, type ProblemCode, type ProblemReason, problems } from '@fraisier/shared/http/problems.ts';
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What Fastify and its plugins refuse, in our words. */
const fastifyCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_input',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_input',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_input',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_FILES_LIMIT: 'bad_input',
  FST_FIELDS_LIMIT: 'bad_input',
  FST_PARTS_LIMIT: 'bad_input',
  FST_PROTO_VIOLATION: 'bad_input',
  FST_ERR_BAD_URL: 'bad_input',
  FST_ERR_MAX_PARAM_LENGTH: 'bad_input',
};

const byStatus: Record<number, ProblemCode> = {
  400: 'bad_input',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timeout',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** The database does not answer, is starting, stopping, or has no connection left. */
const databaseIsAway = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300']);

const noConnection = /^(Connection terminated|timeout exceeded when trying to connect)/;

interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params?: { missingProperty?: string; additionalProperty?: string };
}

export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { validation, validationContext, code, statusCode } = error as FastifyError & {
    validation?: readonly ValidationError[];
  };
  if (validation) {
    const reasons: ProblemReason[] = validation.map((entry) => ({
      code: entry.keyword,
      field: fieldOf(entry, validationContext),
      detail: entry.message ?? '',
    }));
    const keyMissing = validation.some((entry) => entry.params?.missingProperty === 'idempotency-key');
    return new Problem(keyMissing ? 'key_missing' : 'bad_input', { detail: sentence(reasons), reasons });
  }
  const known = (code && fastifyCodes[code]) || (statusCode && byStatus[statusCode]);
  if (known) return new Problem(known);
  // Postgres could not read a value, such as a NUL in a text: the request's fault, not ours.
  if (code === '22021' || code === '22P05')
    return new Problem('bad_input', { detail: 'The text has a character that cannot be stored.' });
  if (statusCode && statusCode >= 400 && statusCode < 500) return new Problem('bad_input');
  if (code && databaseIsAway.has(code)) return new Problem('unavailable');
  // What pg says of a connection that ended under a statement, or that nobody got in time, has no code.
  if (error instanceof Error && noConnection.test(error.message)) return new Problem('unavailable');
  return new Problem('internal');
}

function fieldOf(entry: ValidationError, context: string | undefined): string {
  const name = entry.params?.missingProperty ?? entry.params?.additionalProperty;
  return `${context && context !== 'body' ? context : ''}${entry.instancePath}${name ? `/${name}` : ''}` || '/';
}

function sentence(reasons: readonly ProblemReason[]): string {
  return reasons
    .slice(0, 5)
    .map((reason) => `${reason.field} ${reason.detail}`)
    .join('; ');
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem.toBody(request.url.split('?')[0]));
}

export function useProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error({ err: (error as Error).cause ?? error }, 'request failed');
    if (problem.code === 'too_many_requests' && !reply.hasHeader('retry-after')) reply.header('retry-after', '60');
    if (problem.code === 'unavailable' || problem.code === 'packet_not_ready') reply.header('retry-after', '5');
    if (problem.code === 'storage_full') reply.header('retry-after', '3600');
    // The rest of the body never came, and is not waited for.
    if (problem.code === 'timeout') reply.header('connection', 'close');
    return sendProblem(reply, request, problem);
  });
}

/** What is refused before any route, hook or handler of ours is reached, told in the same form. */
export const earlyProblems = {
  frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
    void sendProblem(reply, request, toProblem(error));
  },
  /** What is no HTTP, or came too late or too large to be any. */
  clientErrorHandler(error: ConnectionError, socket: Socket): void {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const problem = new Problem(clientErrors[error.code ?? ''] ?? 'bad_input');
    const body = JSON.stringify(problem.toBody());
    if (socket.writable) {
      socket.write(
        `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nconnection: close\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\ncontent-type: application/problem+json\r\n\r\n${body}`,
      );
    }
    socket.destroy(error);
  },
};

const clientErrors: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
  HPE_HEADER_OVERFLOW: 'too_large',
};

export const problemSchema = {
  $id: 'Problem',
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string' },
    reasons: {
      type: 'array',
      items: {
        type: 'object',
        properties: { code: { type: 'string' }, field: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    instance: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'code'],
} as const;
