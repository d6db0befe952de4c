import { brotliCompress, type CompressCallback, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Below one packet nothing arrives sooner for being smaller. */
const LEAST_BYTES = 1400;
const TEXT = /^(text\/|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml)\b)/;

const encoders = {
  // Beyond 5 a page takes ten times as long for one hundredth of its bytes.
  br: (body: Buffer, done: CompressCallback) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    brotliCompress(body, { params }, done);
  },
  gzip: (body: Buffer, done: CompressCallback) => gzip(body, done),
} as const;

/**
 * Compresses pages and answers on their way out, in the pool of threads. Built files come compressed from the build,
 * and streams (downloads, files) go out as they are.
 */
export function compressAnswers(app: FastifyInstance): void {
  // With a callback, not a promise: most answers are short, and every vote passes here.
  app.addHook('onSend', (request, reply, payload: unknown, done) => {
    if (!isLong(payload) || !TEXT.test(String(reply.getHeader('content-type') ?? ''))) return done(null, payload);
    if (reply.hasHeader('content-encoding')) return done(null, payload);
    reply.header('vary', [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '));
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (!encoding) return done(null, payload);
    reply.header('content-encoding', encoding).removeHeader('content-length');
    // The same content in other bytes: a strong tag would promise the same bytes.
    const tag = reply.getHeader('etag');
    if (typeof tag === 'string' && tag.startsWith('"')) reply.header('etag', `W/${tag}`);
    encoders[encoding](Buffer.from(payload), done);
  });
}

function isLong(payload: unknown): payload is string | Buffer {
  if (typeof payload === 'string') return Buffer.byteLength(payload) >= LEAST_BYTES;
  return Buffer.isBuffer(payload) && payload.length >= LEAST_BYTES;
}

/** The smaller of those that the client takes, whatever order it names them in. */
function chooseEncoding(header: string | string[] | undefined): keyof typeof encoders | null {
  const taken = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim()))
    .flatMap(([name = '', weight = 'q=1']) => (Number(weight.slice(2)) > 0 ? [name] : []));
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null;
}
