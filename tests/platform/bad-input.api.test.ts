import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Contract } from '@fraisier/shared/http/contract.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReady } from '../support/bounties.ts';
import { enterDesign, liveToDecided, planAndOpen } from '../support/month.ts';
import { type Cast, castOf, contractsOf, expectProblem, neededHeaders, pathOf, sampleOf } from '../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

interface Sent {
  readonly method: Contract['method'];
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string | Buffer;
}

let shop: TestShop;
let cast: Cast;
let contracts: Contract[];
const slug = '2026-12';

interface Place {
  readonly params: Record<string, string>;
  readonly as: SignedIn;
}
/** Where a call has something to do, by its contract: so that what is refused is refused for its form. */
let real: Partial<Record<string, Place>>;

async function placesThatAreThere(): Promise<typeof real> {
  const past = await liveToDecided(shop, { slug: '2026-11', designs: 2 });
  const { admin, operator } = cast;
  const voting = await planAndOpen(shop, { slug, phase: 'voting', designs: 4 });
  await operator.post('/api/rounds', { slug: '2027-01' }).expect(201);
  await operator.post('/api/rounds', { slug: '2027-02' }).expect(201);
  await operator.post('/api/rounds/2027-01/advance', { to: 'collecting' }).expect(200);
  const collecting = { slug: '2027-01', roundId: await roundId('2027-01') };
  const waiting = await enterDesign(shop, collecting, { designer: cast.member, nth: 9, state: 'checked' });
  const { body: hand } = await cast.member.post(`/api/rounds/${slug}/hands`).expect(200);
  const dealt = { round: slug, design: hand.designs[0].id as string };
  const [bounty] = past.closing.bounties;
  const [run] = past.closing.runs;
  const winner = past.designs.find((design) => design.id === bounty!.design)!.designer;
  await makeReady({ winner, bounty: bounty!.id, month: past });
  const placed = await cast.member
    .post(`/api/runs/${run!.slug}/orders`, {
      pieces: [{ size: 'M', cut: 'straight', fabric: 'blanc' }],
      address: { name: 'Ana', line1: '1 rue du Port', postalCode: '13001', city: 'Marseille', country: 'FR' },
    })
    .set('idempotency-key', 'bad-input-1')
    .expect(201);
  const order = { order: placed.body.order.id as string };
  const payment = { payment: (placed.body.payUrl as string).split('/').at(-1)! };
  const message = await shop.visitor
    .post('/api/contact', { kind: 'question', name: 'Ana', email: 'ana@fraisier.test', message: 'Une question, donc.' })
    .expect(202);
  return {
    castRating: { params: dealt, as: cast.member },
    castRatings: { params: { round: slug }, as: cast.member },
    putPayee: { params: { bounty: bounty!.id }, as: winner },
    acceptContract: { params: { bounty: bounty!.id }, as: winner },
    placeOrder: { params: { run: run!.slug }, as: cast.member },
    settleSandboxPayment: { params: payment, as: cast.member },
    recommend: { params: order, as: cast.member },
    sendOrder: { params: order, as: operator },
    replanRound: { params: { round: '2027-02' }, as: operator },
    cancelRound: { params: { round: '2027-02' }, as: operator },
    advanceRound: { params: { round: voting.slug }, as: operator },
    refuseDesign: { params: { design: waiting.id }, as: operator },
    answerContactMessage: { params: { message: message.body.id }, as: operator },
    closeRound: { params: { round: past.slug }, as: operator },
    submitDesign: { params: { round: collecting.slug }, as: cast.member },
    putSettings: { params: {}, as: admin },
  };
}

async function roundId(of: string): Promise<string> {
  const { rows } = await shop.pool.query<{ id: string }>('select id from rounds where slug = $1', [of]);
  return rows[0]!.id;
}
beforeAll(async () => {
  shop = await openShop({ logLevel: 'silent' });
  cast = await castOf(shop);
  contracts = contractsOf(shop);
  real = await placesThatAreThere();
}, 120_000);
afterAll(() => shop.close());

/** Whatever is sent: an answer, in time, and never one that says that the shop broke. */
async function expectAnswer(sent: Sent, contract?: Contract): Promise<number> {
  const answer = await shop.app.inject(sent);
  const about = `${sent.method} ${sent.url} ${String(sent.payload).slice(0, 300)} → ${answer.body.slice(0, 300)}`;
  expect(answer.statusCode, about).toBeLessThan(500);
  if (answer.statusCode >= 400) {
    const body = answer.headers['content-type'] === 'application/problem+json' ? answer.json() : answer.body;
    expectProblem({ status: answer.statusCode, headers: answer.headers, body }, contract);
  }
  return answer.statusCode;
}

const urlOf = (contract: Contract) => pathOf(contract, real[contract.name]?.params);
const headersOf = (contract: Contract) => ({
  cookie: (real[contract.name]?.as ?? (contract.audience === 'admin' ? cast.admin : cast.operator)).cookie,
  ...neededHeaders(contract),
});

// What has broken shops before.
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    -1e308,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    'x\udfffy',
    '\u202e\u0000\ufffe',
    'é'.repeat(70_000),
    '%00',
    "'; drop table rounds; --",
    '{{7*7}}<%= 7*7 %>',
    '../../etc/passwd',
    'NaN',
    'null',
    '2026-13',
    '9999-12',
    '0000-01',
    '2026-02-30T25:61:61Z',
    '+275760-09-13T00:00:00.001Z',
    '294277-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    'urn:uuid:00000000-0000-7000-8000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    [],
    [[]],
    {},
    { length: 3 },
    { toString: 'x' },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A right value with something wrong in one place, however deep, or nothing right at all. */
const spoiltOf = (schema: unknown): fc.Arbitrary<unknown> => {
  const right = sampleOf(schema);
  const one = fc.tuple(fc.constantFrom(...pathsIn(right)), nasty).map(([path, value]) => spoil(right, path, value));
  return fc.oneof({ weight: 5, arbitrary: one }, { weight: 1, arbitrary: nasty });
};

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]))];
}

function spoil(value: unknown, [name, ...rest]: readonly string[], wrong: unknown): unknown {
  if (name === undefined) return wrong;
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === name ? spoil(one, rest, wrong) : one));
  const whole = value as Record<string, unknown>;
  return { ...whole, [name]: spoil(whole[name], rest, wrong) };
}

/** JSON.stringify, and what it would never write. */
const asJson = (value: unknown): fc.Arbitrary<string> => {
  const json = JSON.stringify(value) ?? 'undefined';
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(json) },
    { weight: 1, arbitrary: fc.nat(json.length).map((at) => json.slice(0, at)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        `${json}x`,
        json.replace('{', '{"__proto__":{"role":"admin"},'),
        json.replace('{', '{"constructor":{"prototype":{"role":"admin"}},'),
        '['.repeat(20_000),
        `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
        '1e99999',
        '\ufeff{}',
      ),
    },
  );
};

const params = { seed: 20_261_201, numRuns: 10, endOnFailure: true } as const;

describe('whatever is sent', { timeout: 60_000 }, () => {
  it('as a body, no route breaks', async () => {
    for (const contract of contracts.filter((one) => one.method !== 'GET' && !one.upload)) {
      const arbitrary = spoiltOf(contract.body ?? { type: 'object' }).chain(asJson);
      await fc.assert(
        fc.asyncProperty(arbitrary, async (payload) => {
          const headers = { ...headersOf(contract), 'content-type': 'application/json' };
          await expectAnswer({ method: contract.method, url: urlOf(contract), headers, payload }, contract);
        }),
        params,
      );
    }
  });

  it('as bytes of any kind, no route breaks', async () => {
    const kinds = fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'text/plain',
      'image/png',
      'nonsense',
      ';;;',
      '',
    );
    for (const contract of contracts.filter((one) => one.method !== 'GET')) {
      await fc.assert(
        fc.asyncProperty(kinds, fc.uint8Array({ maxLength: 200 }), async (kind, bytes) => {
          const headers = { ...headersOf(contract), ...(kind ? { 'content-type': kind } : {}) };
          const payload = Buffer.from(bytes);
          await expectAnswer({ method: contract.method, url: urlOf(contract), headers, payload }, contract);
        }),
        { ...params, numRuns: 5 },
      );
    }
  });

  it('in the address, no route breaks', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '%00',
        '%',
        '%ff',
        '%C0%80',
        '%ED%A0%80',
        '..%2f..%2fetc',
        '9'.repeat(190),
        '9'.repeat(5000),
        'null',
        '0000-01',
        '9999-12',
        '2026-12-99999999999999999999',
        'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
        '%F0%9F%8D%93',
      ),
      fc.string({ maxLength: 40 }).map(encodeURIComponentSafely),
    );
    for (const contract of contracts.filter((one) => one.params)) {
      await fc.assert(
        fc.asyncProperty(piece, async (wrong) => {
          const names = Object.keys(contract.params!.properties);
          const url = pathOf(contract, Object.fromEntries(names.map((name) => [name, wrong])));
          const payload = contract.body && !contract.upload ? JSON.stringify(sampleOf(contract.body)) : undefined;
          const headers = {
            ...headersOf(contract),
            ...(payload ? { 'content-type': 'application/json' } : {}),
          };
          await expectAnswer({ method: contract.method, url, headers, ...(payload ? { payload } : {}) });
        }),
        { ...params, numRuns: 8 },
      );
    }
  });

  it('as a query, no list breaks', async () => {
    const value = fc.oneof(
      fc.constantFrom(
        '%00',
        '%',
        '-1',
        '1e400',
        '9'.repeat(400),
        '0x10',
        'true',
        '%ED%A0%80',
        'f'.repeat(64),
        'ffffffff-ffff-ffff-ffff-ffffffffffff',
        '00000000-0000-0000-0000-000000000000',
        '9999-12',
        '0000-01',
        "'",
        '%27%20or%201=1',
      ),
      fc.string({ maxLength: 30 }).map(encodeURIComponentSafely),
    );
    for (const contract of contracts.filter((one) => one.query)) {
      const names = [...Object.keys(contract.query!.properties), 'strange', '__proto__'];
      const pair = fc.tuple(fc.constantFrom(...names), value).map(([name, one]) => `${name}=${one}`);
      await fc.assert(
        fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 3 }), async (pairs) => {
          await expectAnswer(
            { method: 'GET', url: `${pathOf(contract)}?${pairs.join('&')}`, headers: headersOf(contract) },
            contract,
          );
        }),
        { ...params, numRuns: 20 },
      );
    }
  });

  it('in a header, no route breaks', async () => {
    const words = fc.constantFrom('', ' ', 'x'.repeat(7000), '\u00ff', '"', '=;=;', 'null', '%00', 'é'.repeat(60));
    const names = fc.constantFrom('cookie', 'idempotency-key', 'accept', 'accept-language', 'origin', 'content-length');
    const placeOrder = contracts.find((one) => one.name === 'placeOrder')!;
    const getMe = contracts.find((one) => one.name === 'getMe')!;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(placeOrder, getMe), names, words, async (contract, name, word) => {
        const payload = contract.body ? JSON.stringify(sampleOf(contract.body)) : undefined;
        const headers = {
          ...headersOf(contract),
          ...(payload ? { 'content-type': 'application/json' } : {}),
          [name]: word,
        };
        await expectAnswer({
          method: contract.method,
          url: pathOf(contract),
          headers,
          ...(payload ? { payload } : {}),
        });
      }),
      { ...params, numRuns: 60 },
    );
  });

  it('as a form, no upload breaks, and none leaves a file behind', async () => {
    const upload = contracts.find((one) => one.name === 'submitDesign')!;
    const text = fc.oneof(
      fc.constantFrom('', '\0', 'a\r\n\r\nb', '--x--', 'é'.repeat(5000), '"'),
      fc.string({ maxLength: 50 }),
    );
    const name = fc.constantFrom('artwork', 'title', 'story', 'fabric', '__proto__', 'a"b', '', 'x'.repeat(300));
    const part = fc
      .record({ name, text, file: fc.boolean() })
      .map(
        (one) =>
          `--x\r\nContent-Disposition: form-data; name="${one.name}"${one.file ? '; filename="a.png"\r\nContent-Type: image/png' : ''}\r\n\r\n${one.text}\r\n`,
      );
    const body = fc.tuple(fc.array(part, { maxLength: 6 }), fc.constantFrom('--x--\r\n', '', '--x', '--x--'));
    await fc.assert(
      fc.asyncProperty(body, async ([parts, end]) => {
        const headers = { cookie: cast.member.cookie, 'content-type': 'multipart/form-data; boundary=x' };
        const status = await expectAnswer(
          { method: 'POST', url: urlOf(upload), headers, payload: Buffer.from(parts.join('') + end) },
          upload,
        );
        expect(status).toBeGreaterThanOrEqual(400);
      }),
      { ...params, numRuns: 60 },
    );
    const left: string[] = [];
    for await (const { key } of shop.deps.storage.list('temp/')) left.push(key);
    expect(left).toEqual([]);
  });

  it('to the sign-in routes, they do not break', async () => {
    const addresses = [
      'sign-in/magic-link',
      'sign-out',
      'magic-link/verify',
      'passkey/verify-authentication',
      'nothing',
    ];
    const body = fc.oneof(
      nasty,
      fc.record({ email: nasty }),
      fc.record({ email: fc.constant('someone@fraisier.test'), name: nasty, metadata: nasty, callbackURL: nasty }),
      fc.record({ response: nasty }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...addresses), body.chain(asJson), async (address, payload) => {
        const answer = await shop.app.inject({
          method: 'POST',
          url: `/api/auth/${address}`,
          headers: { 'content-type': 'application/json' },
          payload,
        });
        expect(answer.statusCode, `${address} ${payload.slice(0, 300)} → ${answer.body}`).toBeLessThan(500);
      }),
      { ...params, numRuns: 120 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }).map(encodeURIComponentSafely), async (token) => {
        const answer = await shop.app.inject(`/api/auth/magic-link/verify?token=${token}&callbackURL=${token}`);
        expect(answer.statusCode, token).toBeLessThan(500);
      }),
      { ...params, numRuns: 20 },
    );
  });

  it('over the wire, what is no request is answered and hung up on', async () => {
    await shop.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = shop.app.server.address() as AddressInfo;
    const say = (text: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        let answer = '';
        socket.on('data', (part) => {
          answer += part;
        });
        socket.on('close', () => resolve(answer));
        socket.on('error', reject);
        socket.setTimeout(5000, () => reject(new Error(`no answer to ${text.slice(0, 60)}`)));
      });
    for (const [text, status, code] of [
      ['HELLO\r\n\r\n', 400, 'bad_input'],
      ['GET /api/health HTTP/1.1\r\n\r\n', 400, 'bad_input'],
      [`GET /api/health HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 413, 'too_large'],
      [
        'POST /api/contact HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello',
        400,
        'bad_input',
      ],
    ] as const) {
      const answer = await say(text);
      expect(answer, text.slice(0, 60)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      if (code && answer.includes('problem+json')) expect(answer).toContain(`"code":"${code}"`);
    }
    // A body that says it is longer than it is: the client hangs up, and the shop goes on.
    await new Promise<void>((resolve) => {
      const request = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/api/contact' });
      request.setHeader('content-type', 'application/json');
      request.setHeader('content-length', '1000');
      request.on('error', () => resolve());
      request.write('{"kind":');
      setTimeout(() => request.destroy(), 50);
    });
    await shop.visitor.get('/api/health').expect(200);
  });

  it('leaves the shop as it was', async () => {
    const { rows } = await shop.pool.query('select slug, phase from rounds');
    expect(rows).toContainEqual({ slug, phase: expect.any(String) });
    await shop.visitor.get('/api/ready').expect(200);
  });
});

/** A lone surrogate cannot be written in an address. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
