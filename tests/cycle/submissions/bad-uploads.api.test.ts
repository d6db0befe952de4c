import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UPLOAD_QUOTA } from '@fraisier/shared/cycle/upload-quota.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { smallPng } from '../../support/artwork.ts';
import { SIGNATURE } from '../../support/corpus/png-writer.ts';
import { planAndOpen } from '../../support/month.ts';
import { filePart, multipart } from '../../support/multipart.ts';
import { type S3Server, s3Setting, startS3 } from '../../support/s3-server.ts';
import { openFiles, residentMb, type ServerProcess, startServer } from '../../support/server-process.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { filesIn, goodFields } from '../../support/submissions.ts';

const slug = '2026-12';
const onLinux = process.platform === 'linux';

const places = {
  'the disk': async () => ({ setting: undefined, close: async () => {} }),
  'an S3 server': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fraisier-uploads-'));
    const s3: S3Server = await startS3(folder);
    const close = async () => {
      await s3.close();
      await rm(folder, { recursive: true, force: true });
    };
    return { setting: s3Setting(s3.port), close };
  },
} as const;

/** The real server in its own process: what it holds in memory and open is the upload's alone. */
describe.each(Object.entries(places))('an upload to %s', (_name, open) => {
  let shop: TestShop;
  let server: ServerProcess;
  let maud: SignedIn;
  let closePlace: () => Promise<void>;
  let filesBefore: number;
  beforeAll(async () => {
    const place = await open();
    closePlace = place.close;
    shop = await openShop(place.setting ? { storage: place.setting } : {});
    await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
    maud = await shop.member();
    server = await startServer(shop, { WORKER_CONCURRENCY: '0' });
    await send(multipart({ body: Buffer.from('no picture') }).body);
    filesBefore = onLinux ? openFiles(server.pid).length : 0;
  });
  afterAll(async () => {
    await server?.kill();
    await shop?.close();
    await closePlace?.();
  });
  afterEach(async () => {
    await expect.poll(() => filesIn(shop, 'temp/', 'originals/'), { timeout: 5000 }).toEqual([]);
    const { rows } = await shop.pool.query('select count(*)::int as rows from artworks');
    expect(rows[0].rows).toBe(0);
    if (onLinux) await expect.poll(() => openFiles(server.pid).length).toBeLessThanOrEqual(filesBefore);
  });

  const path = `/api/rounds/${slug}/submissions`;
  const boundary = 'bbb';
  const head = (headers: Record<string, string | number>) =>
    [
      `POST ${path} HTTP/1.1`,
      'Host: x',
      `Cookie: ${maud.cookie}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n');
  const form = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  const fields = Buffer.concat(
    Object.entries(goodFields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
  );
  const end = Buffer.from(`--${boundary}--\r\n`);
  const file = (body: Buffer) => filePart(boundary, { body });

  const dial = () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    return socket;
  };
  /** The status and the code that come back, or that it hung up. */
  const answerOf = async (socket: Socket): Promise<string> => {
    let said = '';
    socket.on('data', (chunk) => (said += chunk));
    const until = Date.now() + 8000;
    while (Date.now() < until && !socket.closed && !/"code":"\w+"/.test(said)) await sleep(10);
    socket.destroy();
    const status = /^HTTP\/1\.1 (\d+)/.exec(said)?.[1];
    return status ? `${status} ${/"code":"(\w+)"/.exec(said)?.[1]}` : 'hung up';
  };
  const raw = async (headers: Record<string, string | number>, ...parts: (Buffer | string)[]) => {
    const socket = dial();
    socket.write(head(headers));
    for (const part of parts) socket.write(part);
    return answerOf(socket);
  };
  const send = (body: Buffer, headers: Record<string, string | number> = form) =>
    raw({ ...headers, 'Content-Length': body.length }, body);

  const bad: readonly [string, () => Promise<string>, string][] = [
    ['without its file', () => send(Buffer.concat([fields, end])), '400 field_missing'],
    ['without anything', () => send(Buffer.alloc(0)), '400 field_missing'],
    ['without its fields', async () => send(Buffer.concat([file(await smallPng()), end])), '400 field_missing'],
    [
      'of two files',
      async () => send(Buffer.concat([file(await smallPng()), file(await smallPng()), fields, end])),
      '400 field_missing',
    ],
    [
      'with a thousand fields before its file',
      async () => {
        const many = Buffer.concat(Array.from({ length: 1000 }, () => fields.subarray(0, fields.indexOf('--bbb', 1))));
        return send(Buffer.concat([many, file(await smallPng()), end]));
      },
      '400 bad_input',
    ],
    [
      'with the fields first and a file that is none',
      () => send(Buffer.concat([fields, file(Buffer.from('x')), end])),
      '422 not_an_image',
    ],
    [
      'whose boundary is another one',
      async () =>
        send(Buffer.concat([file(await smallPng()), end]), { 'Content-Type': 'multipart/form-data; boundary=no' }),
      '400 upload_interrupted',
    ],
    ['that has no boundary', () => send(end, { 'Content-Type': 'multipart/form-data' }), '400 bad_input'],
    [
      'that is JSON',
      () => send(Buffer.from('{}'), { 'Content-Type': 'application/json' }),
      '415 unsupported_media_type',
    ],
    [
      'in chunks, cut in a chunk',
      async () => {
        const socket = dial();
        socket.write(head({ ...form, 'Transfer-Encoding': 'chunked' }));
        socket.write(
          `8000\r\n${file(await smallPng())
            .toString('latin1')
            .slice(0, 2000)}`,
        );
        socket.end();
        return answerOf(socket);
      },
      '400 bad_input',
    ],
    [
      'in chunks that are no chunks',
      () => raw({ ...form, 'Transfer-Encoding': 'chunked' }, 'zzzz\r\nnothing\r\n'),
      '400 bad_input',
    ],
    [
      'that says two lengths',
      () => raw({ ...form, 'Content-Length': 10, 'Transfer-Encoding': 'chunked' }, '0\r\n\r\n'),
      '400 bad_input',
    ],
    [
      'that is longer than it says',
      async () => {
        const body = Buffer.concat([file(await smallPng()), fields, end]);
        return raw({ ...form, 'Content-Length': 5000 }, body);
      },
      '400 bad_input',
    ],
  ];
  it.each(bad.map(([what, act, expected]) => ({ what, act, expected })))('$what ends: $expected', async (one) => {
    expect(await one.act()).toBe(one.expected);
  });

  it('that is shorter than it says, and ends, ends too', async () => {
    const socket = dial();
    const body = file(await smallPng());
    socket.write(head({ ...form, 'Content-Length': body.length + 50_000 }));
    socket.write(body);
    socket.end();
    expect(['400 upload_interrupted', '400 bad_input', 'hung up']).toContain(await answerOf(socket));
  });

  it('whose sender goes away leaves nothing, at whatever moment', async () => {
    const body = Buffer.concat([file(Buffer.concat([SIGNATURE, Buffer.alloc(9_000_000, 7)])), fields, end]);
    await Promise.all(
      [0, 10, 60_000, 3_000_000, 8_500_000].map(async (bytes) => {
        const socket = dial();
        socket.write(head({ ...form, 'Content-Length': body.length }));
        await new Promise((sent) => socket.write(body.subarray(0, bytes), sent));
        socket.resetAndDestroy();
      }),
    );
    // And nobody waits for what does not come: every place that one person has is free again.
    await expect.poll(() => send(Buffer.concat([fields, end])), { timeout: 5000 }).toBe('400 field_missing');
    const all = Array.from({ length: UPLOAD_QUOTA.atOnce }, () => send(Buffer.concat([fields, end])));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['400 field_missing']));
  });

  it.runIf(onLinux)('of 60 MB moves the memory by a few of them', async () => {
    const sizes: number[] = [];
    const large = async () => {
      const socket = dial();
      const opening = Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="artwork"; filename="a.png"\r\n\r\n`,
      );
      const total = 60_000_000;
      socket.write(head({ ...form, 'Content-Length': opening.length + total + fields.length + end.length + 2 }));
      socket.write(opening);
      const piece = Buffer.alloc(1_000_000, 0x41);
      for (let sent = 0; sent < total; sent += piece.length) {
        if (!socket.write(piece)) await new Promise((drained) => socket.once('drain', drained));
        sizes.push(residentMb(server.pid));
      }
      socket.write(Buffer.concat([Buffer.from('\r\n'), fields, end]));
      return answerOf(socket);
    };
    // Once for what the first of its kind sets up.
    expect(await large()).toBe('422 not_an_image');
    const moved: number[] = [];
    // What one of them moves hangs on when garbage is collected; held whole, each would move sixty.
    for (let nth = 0; nth < 3; nth++) {
      sizes.length = 0;
      const before = residentMb(server.pid);
      expect(await large()).toBe('422 not_an_image');
      moved.push(Math.max(...sizes) - before);
    }
    expect(Math.min(...moved)).toBeLessThan(48);
  });
});
