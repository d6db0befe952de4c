import { createRequire } from 'node:module';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressAnswers } from '@fraisier/server/platform/http/compression.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Fastify is the server's; this is the little of it that is needed here. */
type App = Parameters<typeof compressAnswers>[0];
const serverRequire = createRequire(new URL('../../server/package.json', import.meta.url));
const Fastify = serverRequire('fastify') as () => App;

describe('an answer on its way out', () => {
  const app = Fastify();
  beforeAll(async () => {
    compressAnswers(app);
    const long = 'long enough. '.repeat(400);
    app.get('/long', (_, reply) => reply.header('etag', '"tag"').header('vary', 'cookie').send({ long }));
    app.get('/short', () => ({ short: 'by a packet' }));
    app.get('/packed', (_, reply) =>
      reply.type('application/json').header('content-encoding', 'zstd').send(Buffer.from(long)),
    );
    app.get('/zip', (_, reply) => reply.type('application/zip').send(Buffer.from(long)));
    await app.ready();
  });
  afterAll(() => app.close());

  const ask = (url: string, encodings?: string) =>
    app.inject({ url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });

  it('is brotli to whoever takes it, whatever they name first, and the same words', async () => {
    const plain = await ask('/long');
    for (const encodings of ['gzip, deflate, br, zstd', 'BR;q=0.5, gzip']) {
      const answer = await ask('/long', encodings);
      expect(answer.headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(plain.body);
      expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length);
    }
  });

  it('is gzip to whoever takes no brotli, and as it is to whoever takes neither', async () => {
    const gzipped = await ask('/long', 'gzip, br;q=0');
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(gzipped.rawPayload).toString()).long).toMatch(/^long enough/);
    for (const encodings of [undefined, 'identity', 'br;q=0', 'zstd', '']) {
      const answer = await ask('/long', encodings);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.json().long).toMatch(/^long enough/);
    }
  });

  it('says in every case that it depends on what is taken, and promises no equal bytes once compressed', async () => {
    const [plain, packed] = [await ask('/long'), await ask('/long', 'br')];
    for (const { headers } of [plain, packed]) expect(headers.vary).toBe('cookie, accept-encoding');
    expect([plain.headers.etag, packed.headers.etag]).toEqual(['"tag"', 'W/"tag"']);
  });

  it('stays as it is when it is short, compressed already or no text', async () => {
    expect((await ask('/short', 'br')).headers['content-encoding']).toBeUndefined();
    expect((await ask('/packed', 'br')).headers['content-encoding']).toBe('zstd');
    expect((await ask('/zip', 'br')).headers['content-encoding']).toBeUndefined();
  });
});
