import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildApp } from '@fraisier/server/app.ts';
import { readUpload } from '@fraisier/server/platform/http/upload.ts';
import { updateMe } from '@fraisier/shared/contracts/people.ts';
import supertest from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { names } from '../support/corpus/odd.ts';
import { multipart } from '../support/multipart.ts';
import { openShop, type TestShop } from '../support/shop.ts';

/** A form of two fields: a name of at most 60 characters, and a language. */
const schema = updateMe.body;
const MAX = 100_000;
const file = Buffer.alloc(5000, 'x');

describe('reading an upload', () => {
  let shop: TestShop;
  let app: Awaited<ReturnType<typeof buildApp>>;
  beforeAll(async () => {
    shop = await openShop();
    const { storage } = shop.deps;
    app = await buildApp(shop.deps);
    app.post('/', async (request) => {
      const upload = await readUpload(request, { fileField: 'artwork', schema, maxBytes: MAX, storage, idleMs: 300 });
      await storage.remove(upload.file.key);
      const { bytes, fileName, sha256 } = upload.file;
      return { bytes, fileName, sha256: sha256.toString('hex'), fields: upload.fields };
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await app.close();
    await shop.close();
  });
  afterEach(async () => {
    for await (const { key } of shop.deps.storage.list('temp/')) expect.fail(`${key} is left`);
  });

  const form = () => supertest(app.server).post('/');
  const refused = async (request: supertest.Test, status: number, code: string) => {
    const answer = await request;
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    return answer.body.reasons as { code: string; field: string }[] | undefined;
  };

  /** Writes bytes to the server as they are, and gives what it answers, or '' when it only hangs up. */
  const raw = async (body: string, options: { length: number; end?: boolean }) => {
    const { port } = app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${options.length}\r\n\r\n${body}`,
    );
    if (options.end) socket.end();
    return text(socket).catch(() => '');
  };
  const part = '--b\r\nContent-Disposition: form-data; name="artwork"; filename="a.png"\r\n\r\n';

  it('gives the file and the fields', async () => {
    const { body } = await form().attach('artwork', file, 'Été à la mer.png').field('name', 'Mer').expect(200);
    expect(body).toMatchObject({ bytes: 5000, fileName: 'Été à la mer.png', fields: { name: 'Mer' } });
    expect(body.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes the fields before the file too', async () => {
    await form().field('name', 'Mer').attach('artwork', file, 'a.png').expect(200);
  });

  it('keeps of a file name only what is a name', async () => {
    const { body } = await form().attach('artwork', file, '../../etc/pass\u0007wd').field('name', 'x').expect(200);
    expect(body.fileName).toBe('passwd');
  });

  it.each(Object.entries(names))('keeps of %s what people read, and no path', async (_what, { name, kept }) => {
    const { type, body } = multipart({ body: file, name }, { name: 'Mer' });
    const answer = await supertest(app.server).post('/').set('content-type', type).send(body).expect(200);
    expect(answer.body.fileName).toBe(kept);
  });

  it('refuses a form without its file', async () => {
    const reasons = await refused(form().field('name', 'Mer'), 400, 'field_missing');
    expect(reasons).toEqual([{ code: 'required', field: 'artwork' }]);
  });

  it('tells every field that is wrong at once, and forgets the file', async () => {
    const request = form().attach('artwork', file, 'a.png').field('name', 'x'.repeat(61)).field('colour', 'red');
    const reasons = await refused(request, 400, 'field_missing');
    expect(reasons?.map((reason) => reason.field).sort()).toEqual(['colour', 'name']);
  });

  it('refuses a field given twice, and one that is endless', async () => {
    await refused(form().attach('artwork', file, 'a').field('name', 'a').field('name', 'b'), 400, 'field_missing');
    await refused(form().attach('artwork', file, 'a').field('name', 'x'.repeat(20_000)), 400, 'field_missing');
  });

  it('refuses a file under another name', async () => {
    const reasons = await refused(form().attach('picture', file, 'a').field('name', 'Mer'), 400, 'field_missing');
    expect(reasons).toContainEqual({ code: 'unknown_field', field: 'picture' });
  });

  it('refuses two files', async () => {
    const request = form().attach('artwork', file, 'a').attach('artwork', file, 'b').field('name', 'Mer');
    const reasons = await refused(request, 400, 'field_missing');
    expect(reasons).toContainEqual({ code: 'too_many_files', field: 'artwork' });
    await refused(
      form().attach('artwork', file, 'a').attach('artwork', file, 'b').attach('artwork', file, 'c'),
      400,
      'bad_input',
    );
  });

  it('takes a file of the very limit and refuses one byte more', async () => {
    await form().attach('artwork', Buffer.alloc(MAX), 'a').field('name', 'Mer').expect(200);
    await refused(
      form()
        .attach('artwork', Buffer.alloc(MAX + 1), 'a')
        .field('name', 'Mer'),
      413,
      'too_large',
    );
    await refused(
      form()
        .attach('artwork', Buffer.alloc(8 * MAX), 'a')
        .field('name', 'Mer'),
      413,
      'too_large',
    );
  });

  it('refuses what is no form', async () => {
    await refused(form().send({ name: 'Mer' }), 415, 'unsupported_media_type');
    await refused(form().set('content-type', 'multipart/form-data').send('x'), 400, 'bad_input');
    await refused(form().attach('artwork', file, 'a').field('__proto__', 'x'), 400, 'bad_input');
    await refused(form().set('content-type', 'multipart/form-data; boundary=b').send(''), 400, 'field_missing');
  });

  it('says that the upload was interrupted when the body ends before the file', async () => {
    const request = form().set('content-type', 'multipart/form-data; boundary=b').send(`${part}half of`);
    await refused(request, 400, 'upload_interrupted');
  });

  it('leaves nothing of a connection that was cut', async () => {
    await raw(`${part}half of`, { length: 9000, end: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
  });

  it('gives up on an upload that stalls, says so, and closes', async () => {
    const answer = await raw(`${part}half of`, { length: 9000 });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer.toLowerCase()).toContain('connection: close');
    expect(answer).toContain('"code":"timeout"');
  });
});
