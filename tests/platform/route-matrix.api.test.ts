import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSerializer } from '@fraisier/server/platform/http/compile-when-called.ts';
import { problemSchema } from '@fraisier/server/platform/http/problem-handler.ts';
import { schemaOf } from '@fraisier/server/platform/http/route.ts';
import { compileCheck } from '@fraisier/server/platform/http/validation.ts';
import type { Audience, Contract } from '@fraisier/shared/http/contract.ts';
import { problems } from '@fraisier/shared/http/problems.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReady } from '../support/bounties.ts';
import { liveToDecided } from '../support/month.ts';
import {
  type Cast,
  call,
  castOf,
  contractsOf,
  expectProblem,
  neededHeaders,
  pathOf,
  sampleOf,
} from '../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

/** Not calls of the interface: better-auth's own routes, the documents of the interface, files, pages. */
const withoutContract = [
  '/api/auth/*',
  '/api/openapi.json',
  /^\/api\/docs(\/|$)/,
  '/pictures/:name',
  '/share/:lang/:kind/:name',
  /^\/(fr|en)\/feed\.atom$/,
  '/sitemap.xml',
  '/sitemaps/:file',
  '/unsubscribe/:token',
  /^\/assets\//,
  /^\/[\w.-]+\.(svg|png|ico|txt|webmanifest)$/,
];
const roles = ['member', 'operator', 'admin'] as const;
const foreign: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];
const needs: Record<Audience, number> = { anyone: -1, member: 0, operator: 1, admin: 2 };

let shop: TestShop;
let cast: Cast;
let contracts: Contract[];
beforeAll(async () => {
  shop = await openShop();
  cast = await castOf(shop);
  contracts = contractsOf(shop);
});
afterAll(() => shop.close());

/** Someone who may make the call. */
const allowed = (contract: Contract) => (contract.audience === 'admin' ? cast.admin : cast.operator);

describe('the routes', () => {
  it('have a contract each, but for those that are no part of the interface', () => {
    const strange = shop.app.routes.filter(
      ({ url, contract }) =>
        !contract && !withoutContract.some((one) => (typeof one === 'string' ? one === url : one.test(url))),
    );
    expect(strange.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
    expect(contracts.length).toBeGreaterThan(60);
  });

  it('have schemas that can be compiled, each of them: the server itself does it with the first call', () => {
    const compileAnswer = buildSerializer({ [problemSchema.$id]: problemSchema });
    const broken: string[] = [];
    let compiled = 0;
    const compile = (what: string, make: () => unknown) => {
      try {
        if (typeof make() === 'function') compiled++;
      } catch (error) {
        broken.push(`${what}: ${(error as Error).message}`);
      }
    };
    for (const contract of contracts) {
      const { name, method, path: url } = contract;
      const { response, ...parts } = schemaOf(contract);
      for (const httpPart of ['params', 'querystring', 'headers', 'body'] as const) {
        const schema = parts[httpPart] as object | undefined;
        if (schema) compile(`${httpPart} of ${name}`, () => compileCheck({ schema, httpPart, method, url }));
      }
      for (const [httpStatus, schema] of Object.entries(response as object)) {
        compile(`${httpStatus} of ${name}`, () => compileAnswer({ schema, httpStatus, method, url }));
      }
    }
    expect(broken).toEqual([]);
    // A problem in two classes at least, an answer, and what most calls are made with.
    expect(compiled).toBeGreaterThan(3 * contracts.length);
  });

  it('have each a name of its own', () => {
    const names = contracts.map((contract) => contract.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('ask to sign in before they look at anything', async () => {
    for (const contract of contracts.filter((one) => one.audience !== 'anyone')) {
      for (const params of [undefined, nonsenseFor(contract)]) {
        const answer = await call(cast.visitor, contract, params ? { params } : {});
        expect(expectProblem(answer), contract.name).toBe('not_signed_in');
      }
    }
  });

  it('are closed to those whose role is too small, whatever they send', async () => {
    for (const contract of contracts) {
      for (const role of roles.filter((_, rank) => rank < needs[contract.audience])) {
        for (const params of [undefined, nonsenseFor(contract)]) {
          const answer = await call(cast[role], contract, params ? { params } : {});
          expect(expectProblem(answer), `${contract.name} as ${role}`).toBe('not_allowed');
        }
      }
    }
  });

  it('are open to their audience and to the roles above it', async () => {
    for (const contract of contracts) {
      const open = [
        ...(contract.audience === 'anyone' ? (['visitor'] as const) : []),
        ...roles.filter((_, rank) => rank >= needs[contract.audience]),
      ];
      for (const role of open) {
        const answer = await call(cast[role], contract);
        if (answer.status < 400) {
          expect(answer.status, contract.name).toBe(contract.status);
          if (contract.response) expect(answer.headers['content-type'], contract.name).toMatch(/^application\/json/);
          continue;
        }
        const code = expectProblem(answer, contract);
        expect(['not_signed_in', 'not_allowed'], `${contract.name} as ${role}`).not.toContain(code);
      }
    }
  });

  it('refuse a write that another site makes in the browser of someone who may', async () => {
    const before = await everything();
    for (const contract of contracts.filter((one) => one.method !== 'GET')) {
      for (const headers of foreign) {
        const answer = await call(allowed(contract), contract, { headers });
        expect(expectProblem(answer), contract.name).toBe('cross_site');
      }
    }
    expect(await everything()).toEqual(before);
  });

  it('refuse an address that cannot be one of theirs', async () => {
    for (const contract of contracts.filter((one) => one.params)) {
      const answer = await call(allowed(contract), contract, { params: nonsenseFor(contract)! });
      expect(expectProblem(answer), contract.name).toBe('bad_input');
    }
  });

  it('refuse fields that they do not know', async () => {
    for (const contract of contracts.filter((one) => one.body && !one.upload)) {
      const body = { ...(sampleOf(contract.body) as object), colour: 'red' };
      const answer = await call(allowed(contract), contract, { body });
      expect(expectProblem(answer), contract.name).toBe('bad_input');
      expect(JSON.stringify(answer.body.reasons), contract.name).toContain('/colour');
    }
    for (const contract of contracts.filter((one) => one.query)) {
      const answer = await allowed(contract).get(`${pathOf(contract)}?colour=red`);
      expect(expectProblem(answer), contract.name).toBe('bad_input');
    }
  });

  it('take a call without a body that says it is JSON, as many clients send it', async () => {
    for (const contract of contracts.filter((one) => one.method !== 'GET' && !one.body)) {
      const answer = await call(allowed(contract), contract, { headers: { 'content-type': 'application/json' } });
      if (answer.status >= 400) expect(expectProblem(answer, contract), contract.name).not.toBe('bad_input');
    }
  });

  it('refuse a body that is missing, no JSON, or of another kind', async () => {
    for (const contract of contracts.filter((one) => one.method !== 'GET' && one.body && !one.upload)) {
      const client = allowed(contract);
      const path = pathOf(contract);
      const send = () =>
        client[contract.method.toLowerCase() as 'post' | 'put' | 'patch'](path).set(neededHeaders(contract));
      const optional = contract.name === 'closeRound';
      if (!optional) expect(expectProblem(await send()), contract.name).toBe('bad_input');
      const json = await send().type('application/json').send('{"a":');
      expect(expectProblem(json), contract.name).toBe('bad_input');
      const xml = await send().type('application/xml').send('<a/>');
      expect(expectProblem(xml), contract.name).toBe('unsupported_media_type');
      const form = await send().type('form').send('a=b');
      expect(expectProblem(form), contract.name).toBe('unsupported_media_type');
      const text = await send().type('text/plain').send('hello');
      expect(['bad_input', 'unsupported_media_type'], contract.name).toContain(expectProblem(text));
    }
    for (const contract of contracts.filter((one) => one.upload)) {
      const answer = await cast.operator[contract.method === 'PUT' ? 'put' : 'post'](pathOf(contract), { title: 'x' });
      // Where there is no such round or design, that comes first: nobody sends sixty megabytes to learn it.
      expect(['not_found', 'unsupported_media_type'], contract.name).toContain(expectProblem(answer));
    }
  });

  it('answer what is not there by a problem, under /api and for every method', async () => {
    for (const path of ['/api', '/api/nothing', '/api/rounds/2026-12/nothing', '/api/%E0%A4%A', '/api/%00']) {
      const answer = await cast.operator.get(path);
      expect(['not_found', 'bad_input'], path).toContain(expectProblem(answer));
    }
    for (const contract of contracts) {
      const path = pathOf(contract);
      const known = contracts.filter((one) => pathOf(one) === path).map((one) => one.method);
      if (known.includes('DELETE') || known.includes('POST')) continue;
      const answer = await cast.operator.delete(path);
      expect(expectProblem(answer), contract.name).toBe('method_not_allowed');
      expect(String(answer.headers.allow).split(', ')).toEqual(expect.arrayContaining(known));
    }
  });
});

describe('what belongs to one person', () => {
  let stranger: SignedIn;
  /** A contract that reaches someone's own thing, by the params that name it. */
  let own: Record<string, Record<string, string>>;

  beforeAll(async () => {
    const month = await liveToDecided(shop, { slug: '2027-01', designs: 3 });
    const [bounty] = month.closing.bounties;
    const [run] = month.closing.runs;
    const design = { design: month.designs[0]!.id };
    const winner = month.designs.find(({ id }) => id === bounty!.design)!.designer;
    await makeReady({ winner, bounty: bounty!.id, month });
    stranger = await shop.member();
    const buyer = await shop.member();
    const { body: placed } = await buyer
      .post(`/api/runs/${run!.slug}/orders`, {
        pieces: [{ size: 'M', cut: 'straight', fabric: 'blanc' }],
        address: { name: 'Ana', line1: '1 rue du Port', postalCode: '13001', city: 'Marseille', country: 'FR' },
      })
      .set('idempotency-key', 'stranger-0001')
      .expect(201);
    const order = { order: placed.order.id as string };
    const payment = { payment: (placed.payUrl as string).split('/').at(-1)! };
    const { body: sessions } = await buyer.get('/api/me/sessions').expect(200);
    const { body: copy } = await buyer.post('/api/me/data-copies', { locale: 'fr' }).expect(201);
    own = {
      endSession: { session: sessions.items[0].id as string },
      getDataCopy: { copy: copy.id as string },
      replaceArtwork: design,
      placeArtwork: design,
      withdrawDesign: design,
      downloadOriginal: design,
      getLetter: design,
      downloadLetter: design,
      castRating: { round: '2027-01', ...design },
      getBounty: { bounty: bounty!.id },
      putPayee: { bounty: bounty!.id },
      putShirt: { bounty: bounty!.id },
      putSocialSecurity: { bounty: bounty!.id },
      askIbanChange: { bounty: bounty!.id },
      cancelIbanChange: { bounty: bounty!.id, change: bounty!.id },
      getContractFile: { bounty: bounty!.id },
      getStatement: { bounty: bounty!.id },
      acceptContract: { bounty: bounty!.id },
      getOrder: order,
      downloadInvoice: order,
      recommend: order,
      getSandboxPayment: payment,
      settleSandboxPayment: payment,
    };
  });

  it('is known, route by route', () => {
    const personal = contracts.filter((one) => one.audience === 'member' && /:(?!round|run)\w+/.test(one.path));
    expect(personal.map((contract) => contract.name).sort()).toEqual(Object.keys(own).sort());
  });

  it('is nobody else’s to see or to change', async () => {
    const before = await everything();
    for (const contract of contracts.filter((one) => own[one.name])) {
      const answer = await call(stranger, contract, { params: own[contract.name]! });
      const code = expectProblem(answer, contract);
      // A vote on a round that is decided comes too late for everybody.
      const refusals = contract.name === 'castRating' ? ['round_closed'] : ['not_found', 'not_owner'];
      expect(refusals, contract.name).toContain(code);
    }
    expect(await everything()).toEqual(before);
  });
});

describe('the catalogue of problems', () => {
  it('is what the contracts promise, and no more', async () => {
    for (const contract of contracts) {
      for (const code of contract.problems ?? []) expect(Object.keys(problems), contract.name).toContain(code);
      expect(new Set(contract.problems).size, contract.name).toBe(contract.problems?.length ?? 0);
    }
    const sources = await sourcesIn('server/src', 'shared/src/cycle');
    const dead = Object.keys(problems).filter((code) => !sources.some((source) => source.includes(`'${code}'`)));
    expect(dead).toEqual([]);
  });

  it('stands in the description of the interface', async () => {
    const { body } = await shop.visitor.get('/api/openapi.json').expect(200);
    expect(body.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(problems));
  });
});

async function sourcesIn(...folders: string[]): Promise<string[]> {
  const root = new URL('../../', import.meta.url).pathname;
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true });
      return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, folder, name));
    }),
  );
  return Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
}

/** Params that no id or slug can be; undefined for a route without any. */
function nonsenseFor(contract: Contract): Record<string, string> | undefined {
  if (!contract.params) return undefined;
  return Object.fromEntries(Object.keys(contract.params.properties).map((name) => [name, 'nonsense!']));
}

/** How many rows each table has, and what changes in them: a refused call leaves all of it alone. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await shop.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'sessions' order by 1`,
  );
  const seen: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await shop.pool.query<{ hash: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${name}" t`,
    );
    seen[name] = rows[0]!.hash;
  }
  return seen;
}
