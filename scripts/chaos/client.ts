import { setTimeout as sleep } from 'node:timers/promises';
import type { ActKind, History, Outcome } from './history.ts';

/** Longer than the shop needs, shorter than a stall: a client that waits for ever finds out nothing. */
const PATIENCE = 5_000;

export interface Answer<T> {
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly code: string | null;
  /** Null where there was none that could be read. */
  readonly body: T | null;
  /** It never reached the shop. */
  readonly isUnsent?: boolean;
}

const noAnswer = { outcome: 'unknown', status: null, code: null, body: null } as const;

/** Nobody listened: nothing was asked for. */
function isRefused(error: unknown): boolean {
  return ((error as Error).cause as { code?: string } | undefined)?.code === 'ECONNREFUSED';
}

export interface Asking {
  readonly body?: object | FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** Put down in the history. */
  readonly act?: { readonly kind: ActKind; readonly facts: Readonly<Record<string, string>> };
}

/** Someone signed in, before a screen. */
export interface Client {
  readonly id: string;
  readonly name: string;
  get<T>(path: string): Promise<T | null>;
  ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, asking?: Asking): Promise<Answer<T>>;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
  /** The address they come from. */
  readonly ip: string;
}

export function clientOf(appUrl: string, history: History, { id, name, cookie, ip }: Person): Client {
  const ask = async <T>(method: string, path: string, { body, headers, act }: Asking = {}): Promise<Answer<T>> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${appUrl}${path}`, {
      method,
      headers: {
        cookie,
        origin: appUrl,
        'x-forwarded-for': ip,
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(PATIENCE),
    }).then(readAnswer<T>, (error: unknown): Answer<T> => ({ ...noAnswer, isUnsent: isRefused(error) }));
    const { isUnsent = false, ...told } = answer;
    if (act && !isUnsent) history.add({ ...act, who: id, ...told, answer: answer.body });
    // Whoever hears nothing takes a breath before they try again.
    if (answer.outcome === 'unknown') await sleep(isUnsent ? 500 : 150);
    return answer;
  };
  return {
    id,
    name,
    ask,
    get: async <T>(path: string) => {
      const answer = await ask<T>('GET', path);
      return answer.outcome === 'ok' ? answer.body : null;
    },
  };
}

async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const { status } = response;
  const text = await response.text().catch(() => null);
  // An answer that broke off in its middle: its status came, and what it says did not.
  const body = text === null ? null : parse(text);
  const code = (body as { code?: string } | null)?.code ?? null;
  // Of a 5xx nobody knows: the connection may have died after the commit.
  const outcome = status >= 500 || text === null ? 'unknown' : status >= 400 ? 'failed' : 'ok';
  return { outcome, status, code: outcome === 'ok' ? null : code, body: body as T };
}

/** A file is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
