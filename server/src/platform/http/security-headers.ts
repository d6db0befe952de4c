import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';

const policy = 'content-security-policy';
/** What tells a browser how to treat a document, and says nothing of a picture in it. */
const ofDocuments = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'strict-transport-security',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];
const PART_OF_A_PAGE = /^(image\/(avif|webp|png|jpeg)|font\/|text\/css|(text|application)\/javascript)/;

/**
 * Tells browsers what a page of the shop may do: its own scripts, styles and pictures, nothing inline, no frames. The
 * files that a page is made of are spared what only a document needs, 0.7 kB each. A script keeps the policy: as a worker
 * it is bound by its own.
 */
export async function setSecurityHeaders(app: FastifyInstance, { https }: { https: boolean }): Promise<void> {
  const headers = await headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['default'],
      },
    },
    hsts: https ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers);
    done();
  });
  app.addHook('onSend', (_, reply, payload: unknown, done) => {
    const type = String(reply.getHeader('content-type') ?? '');
    if (PART_OF_A_PAGE.test(type)) {
      for (const name of type.includes('javascript') ? ofDocuments : [policy, ...ofDocuments]) reply.removeHeader(name);
    }
    done(null, payload);
  });
}

type Headers = Record<string, string | number | string[] | undefined>;

/**
 * What helmet adds to an answer. It puts that together anew for each request, which took a tenth of a vote's time in
 * Node, and it is always the same: so it is asked once.
 */
async function headersOf(options: FastifyHelmetOptions): Promise<Headers> {
  const bare = Fastify();
  const dressed = Fastify();
  await dressed.register(helmet, options);
  const answers = await Promise.all(
    [bare, dressed].map(async (app) => {
      app.get('/', (_, reply) => reply.code(204).send());
      const { headers } = await app.inject('/');
      await app.close();
      return headers;
    }),
  );
  const [without, withThem] = answers as [Headers, Headers];
  return Object.fromEntries(Object.entries(withThem).filter(([name]) => !(name in without)));
}
