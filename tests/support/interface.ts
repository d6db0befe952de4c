import type { Method } from '@fraisier/shared/http/contract.ts';
import supertest from 'supertest';
import { expect } from 'vitest';
import { contractOf, expectProblem } from './routes.ts';
import type { TestShop } from './shop.ts';

type Request = `${Method} /api/${string}`;

export interface Extra {
  readonly headers?: Readonly<Record<string, string>>;
  /** A multipart form: the file first, then the fields in their order. */
  readonly form?: { readonly artwork: Buffer; readonly fileName?: string; readonly fields?: Record<string, string> };
  readonly binary?: true;
}

/** Makes a call, expects its status, and holds the answer to what api.md says of all answers. */
export type Ask = (status: number, request: Request, body?: object, extra?: Extra) => Promise<supertest.Response>;

/** Someone who knows the interface and nothing else of the shop. */
export interface Guest {
  readonly ask: Ask;
  readonly email: string;
  readonly id: string;
}

/** Someone signed out. */
export function passerBy(shop: TestShop): Ask {
  return asking(shop, undefined);
}

/** Signs in as anybody does: asks for the link, reads the mail, uses up the token. */
export async function arrive(shop: TestShop, email: string, name?: string): Promise<Guest> {
  const nobody = passerBy(shop);
  await nobody(200, 'POST /api/auth/sign-in/magic-link', { email });
  await shop.runJobs();
  const { body: mails } = await nobody(200, `GET /api/demo/mail?to=${encodeURIComponent(email)}`);
  const token = new URL(mails.items[0].links[0]).searchParams.get('token');
  const { headers, body: me } = await nobody(200, 'POST /api/sign-in', { token });
  const cookie = (headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]).join('; ');
  const ask = asking(shop, cookie);
  if (name) await ask(200, 'PATCH /api/me', { name });
  return { ask, email, id: me.id };
}

function asking(shop: TestShop, cookie: string | undefined): Ask {
  const agent = supertest(shop.app.server);
  return async (status, request, body, { headers = {}, form, binary } = {}) => {
    const [method, path] = request.split(' ') as [Method, string];
    const call = agent[method.toLowerCase() as Lowercase<Method>](path).set(headers);
    if (cookie) call.set('cookie', cookie);
    if (form) {
      call.attach('artwork', form.artwork, form.fileName ?? 'dessin.png');
      for (const [field, value] of Object.entries(form.fields ?? {})) call.field(field, value);
    } else if (body) call.send(body);
    if (binary) call.buffer(true).parse(readAll);
    const answer = await call;
    expect(answer.status, `${request} ${JSON.stringify(answer.body)}`).toBe(status);
    if (status >= 400) expectProblem(answer, contractOf(shop, method, path));
    else if (!binary && status !== 204) {
      expect(answer.headers['content-type'], request).toMatch(/^application\/json/);
      if (!path.startsWith('/api/auth/') && !path.startsWith('/api/openapi')) expectForm(answer.body, request);
    }
    return answer;
  };
}

function readAll(response: supertest.Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const MONEY = new Set([
  'piecePrice',
  'piecesPrice',
  'price',
  'shipping',
  'vat',
  'gross',
  'net',
  'withheld',
  'contribution',
]);
/** Keys that are values: garment sizes. What the audit log keeps of an act is the act's own. */
const SIZE = /^(XS|S|M|L|XL|\dXL)$/;

/** camelCase names; money with its currency; moments with an offset. */
function expectForm(value: unknown, where: string): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) expectForm(one, `${where}/${index}`);
    return;
  }
  for (const [name, one] of Object.entries(value)) {
    const at = `${where}/${name}`;
    if (!SIZE.test(name)) expect(name, at).toMatch(/^[a-z][a-zA-Z0-9]*$/);
    if (/(At|Until|Since)$/.test(name) && one !== null) expect(one, at).toMatch(MOMENT);
    if (typeof one === 'string' && /^\d{4}-\d{2}-\d{2}[T ]\d/.test(one)) expect(one, at).toMatch(MOMENT);
    if (MONEY.has(name)) expect(one, at).toEqual({ amount: expect.any(Number), currency: 'EUR' });
    if (name === 'currency') expect(value, at).toEqual({ amount: expect.any(Number), currency: 'EUR' });
    if (name !== 'details') expectForm(one, at);
  }
}
