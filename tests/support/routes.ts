import type { Contract } from '@fraisier/shared/http/contract.ts';
import { type ProblemCode, problems } from '@fraisier/shared/http/problems.ts';
import { expect } from 'vitest';
import { png } from './artwork.ts';
import type { Client, SignedIn, TestShop } from './shop.ts';

/** The people of a route: who is signed out, and one of each role. */
export interface Cast {
  readonly visitor: Client;
  readonly member: SignedIn;
  readonly operator: SignedIn;
  readonly admin: SignedIn;
}

export async function castOf(shop: TestShop): Promise<Cast> {
  return {
    visitor: shop.visitor,
    member: await shop.member(),
    operator: await shop.operator(),
    admin: await shop.admin(),
  };
}

export function contractsOf(shop: TestShop): Contract[] {
  return shop.app.routes.flatMap(({ method, contract }) => (contract && method !== 'HEAD' ? [contract] : []));
}

/** The contract that a call falls under; undefined for better-auth's routes and the documents. */
export function contractOf(shop: TestShop, method: string, url: string): Contract | undefined {
  const given = url.split('?')[0]!.split('/');
  const matches = (contract: Contract) => {
    const wanted = contract.path.split('/');
    return wanted.length === given.length && wanted.every((part, nth) => part.startsWith(':') || part === given[nth]);
  };
  const found = contractsOf(shop).filter((contract) => contract.method === method && matches(contract));
  return found.find((contract) => contract.path === url.split('?')[0]) ?? found[0];
}

/** Problems that any call may answer; the contract names the rest. */
const ANY_CALL: readonly ProblemCode[] = [
  'bad_input',
  'not_signed_in',
  'not_allowed',
  'cross_site',
  'not_found',
  'method_not_allowed',
  'too_large',
  'unsupported_media_type',
  'too_many_requests',
  'timeout',
];

/** A refusal is problem+json with a code of the catalogue, its own status, and one that the route may answer. */
export function expectProblem(
  answer: { status: number; headers: Record<string, unknown>; body: unknown },
  contract?: Contract,
): ProblemCode {
  const body = answer.body as { code: ProblemCode; status: number; title: string; type: string };
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(Object.keys(problems)).toContain(body.code);
  expect(body).toMatchObject({
    type: `/api/docs#problem-${body.code}`,
    title: problems[body.code][1],
    status: problems[body.code][0],
  });
  expect(answer.status).toBe(body.status);
  if (contract) expect([...ANY_CALL, ...(contract.problems ?? [])], contract.name).toContain(body.code);
  return body.code;
}

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; required?: string[] };

const patterns: Record<string, string> = {
  '^2[0-9]{3}-(0[1-9]|1[0-2])$': '2026-12',
  '^2[0-9]{3}-(0[1-9]|1[0-2])(-([2-9]|[1-9][0-9]+))?$': '2026-12',
  '^[0-9a-f]{64}$': 'a'.repeat(64),
  '^([0-9]{1,12}|[0-9a-f]{64})$': '0',
  '^[0-9]{1,12}$': '7',
  '^[A-Z]{2}$': 'FR',
  '^[A-Za-z0-9_-]{44}$': 'A'.repeat(44),
  '^[a-z]+(-[a-z]+)*$': 'sign-in',
  '^([A-Z0-9]{8}([A-Z0-9]{3})?)?$': 'AGRIFRPP',
};
const formats: Record<string, string> = {
  date: '2026-12-01',
  uuid: '00000000-0000-7000-8000-000000000000',
  email: 'someone@fraisier.test',
  'date-time': '2026-12-01T00:00:00+01:00',
};

/** A value that the schema takes: the plainest one, with every field. */
export function sampleOf(given: unknown): unknown {
  const schema = given as Schema;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const either = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (either) return sampleOf(either[0]);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, sampleOf(one)]));
    case 'array':
      return [sampleOf(schema.items)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string': {
      if (typeof schema.format === 'string') return formats[schema.format];
      if (typeof schema.pattern === 'string' && patterns[schema.pattern]) return patterns[schema.pattern];
      return 'Fraisier'.padEnd(Number(schema.minLength ?? 0), '.').slice(0, Number(schema.maxLength ?? 60));
    }
    default:
      throw new Error(`no sample of ${JSON.stringify(schema)}`);
  }
}

/** The address of a contract with its params in it: plausible ones, but for those that are given. */
export function pathOf(contract: Contract, params: Record<string, string> = {}): string {
  const samples = (contract.params ? sampleOf(contract.params) : {}) as Record<string, string>;
  return contract.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? samples[name]!);
}

/** The headers that a call must have. Those that may be left out say of whom it is: a sample would be nobody. */
export function neededHeaders({ headers }: Contract): Record<string, string> {
  const samples = Object.entries(headers ? (sampleOf(headers) as Record<string, string>) : {});
  return Object.fromEntries(samples.filter(([name]) => headers?.required?.includes(name)));
}

export type Sent = Awaited<ReturnType<Client['get']>>;

/** Makes the call of a contract with a right body, or with the one that is given. */
export async function call(
  client: Client,
  contract: Contract,
  {
    params,
    body,
    headers = {},
  }: { params?: Record<string, string>; body?: object; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const path = pathOf(contract, params);
  const method = contract.method.toLowerCase() as Lowercase<Contract['method']>;
  if (method === 'get') return client.get(path).set(headers);
  if (contract.upload) {
    const request = (method === 'put' ? client.put(path) : client.post(path)).set(headers);
    request.attach(contract.upload, await png(), 'design.png');
    const fields = (body ?? sampleOf(contract.body)) as Record<string, string>;
    for (const [name, value] of Object.entries(fields)) request.field(name, value);
    return request;
  }
  const said = { ...neededHeaders(contract), ...headers };
  const sent = body ?? (contract.body ? (sampleOf(contract.body) as object) : undefined);
  if (method === 'delete') return client.delete(path).send(sent).set(said);
  return client[method](path, sent).set(said);
}
