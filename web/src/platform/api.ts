import type { BodyOf, Contract, HeadersOf, ParamsOf, QueryOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { ProblemBody, ProblemCode, ProblemReason } from '@fraisier/shared/http/problems.ts';

/** Every code a call can fail with; `offline` is the browser's own: no answer came. */
export type FailureCode = ProblemCode | 'offline';

/** A call that was refused or never answered. */
export class ApiProblem extends Error {
  readonly code: FailureCode;
  /** 0 when no answer came. */
  readonly status: number;
  readonly detail: string | undefined;
  readonly reasons: readonly ProblemReason[];

  constructor(
    code: FailureCode,
    details: { status?: number; detail?: string | undefined; reasons?: readonly ProblemReason[] | undefined } = {},
  ) {
    super(details.detail ?? code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = details.status ?? 0;
    this.detail = details.detail;
    this.reasons = details.reasons ?? [];
  }
}

type Part<Key extends string, Value> = [Value] extends [undefined] ? { [K in Key]?: undefined } : { [K in Key]: Value };

/** What a contract takes: only the parts it names, each exactly typed. */
export type InputOf<C extends Contract> = Part<'params', ParamsOf<C>> &
  (QueryOf<C> extends undefined ? { query?: undefined } : { query?: QueryOf<C> }) &
  Part<'headers', HeadersOf<C>> &
  Part<'body', BodyOf<C>>;

/** The input may be left out when nothing in it is required. */
export type InputArgs<C extends Contract> =
  Record<never, never> extends InputOf<C> ? [input?: InputOf<C>] : [input: InputOf<C>];

interface LooseInput {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly headers?: object | undefined;
  readonly body?: unknown;
}

/** Sends one request: the browser's fetch, or the server injecting into itself while it renders. */
export type Transport = (
  method: string,
  path: string,
  init: { headers: Record<string, string>; body?: string; signal?: AbortSignal | undefined },
) => Promise<{ status: number; body: unknown }>;

/** The address of a call: its path with the parameters in, and the query. For links to downloads too. */
export function addressOf<C extends Contract>(contract: C, ...[input]: InputArgs<C>): string {
  return address(contract, (input ?? {}) as LooseInput);
}

function address(contract: Contract, input: LooseInput): string {
  const params = new Map<string, unknown>(Object.entries(input.params ?? {}));
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params.get(name);
    // The types ask for it: it can only be missing where somebody is still writing.
    if (!import.meta.env.PROD && value === undefined) throw new Error(`${contract.name} needs the parameter ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const search = query.toString();
  return search ? `${path}?${search}` : path;
}

/** A line that stalls would hold a button, or the votes that wait, for as long as the browser hopes: minutes. */
const PATIENCE_MS = 60_000;

const browser: Transport = async (method, path, { headers, body, signal }) => {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body ?? null,
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem('offline');
  }
  const text = await answer.text().catch(() => {
    throw new ApiProblem('offline');
  });
  return { status: answer.status, body: parsed(text) };
};

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Makes the error of an answer that is not a success. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    const problem = body as ProblemBody;
    return new ApiProblem(problem.code, { status, detail: problem.detail, reasons: problem.reasons });
  }
  const code: FailureCode =
    status === 401 ? 'not_signed_in' : status === 404 ? 'not_found' : status >= 502 ? 'unavailable' : 'internal';
  return new ApiProblem(code, { status });
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly transport?: Transport | undefined;
}

/** Makes one call of the contract; a refusal is thrown as an ApiProblem. */
export async function call<C extends Contract>(
  contract: C,
  input?: InputOf<C>,
  options: CallOptions = {},
): Promise<ResponseOf<C>> {
  const loose: LooseInput = input ?? {};
  const headers: Record<string, string> = { accept: 'application/json' };
  for (const [name, value] of Object.entries(loose.headers ?? {})) headers[name] = String(value);
  if (loose.body !== undefined) headers['content-type'] = 'application/json';
  const answer = await (options.transport ?? browser)(contract.method, address(contract, loose), {
    headers,
    signal: options.signal,
    ...(loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
  });
  if (answer.status < 200 || answer.status >= 300) throw problemOf(answer.status, answer.body);
  return answer.body as ResponseOf<C>;
}
