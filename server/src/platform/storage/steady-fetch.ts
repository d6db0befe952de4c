import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@fraisier/shared/http/problems.ts';

export interface Patience {
  /** For the head of one answer, with the body of the request sent before it: a part of 8 MB, or a copy on the server. */
  readonly answerMs: number;
  /** Tries, the first one too. */
  readonly tries: number;
  /** Before the second try; four times as long before each later one. */
  readonly pauseMs: number;
}

const PATIENCE: Patience = { answerMs: 30_000, tries: 3, pauseMs: 200 };

/** What a server says that is over soon. 400 only as `BadDigest`: the body was damaged on its way. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Asks an S3 server and asks again, a bounded number of times, while it does not answer or answers that it cannot. Every
 * request of ours may be made twice. Bodies go with their MD5, so that one damaged on its way is refused there.
 * In the end throws Problem `unavailable`, or `storage_full`.
 */
export function steadyFetch(patience: Patience = PATIENCE): typeof fetch {
  return async (input, init) => {
    const request = withDigest(init);
    for (let nth = 1; ; nth++) {
      const answer = await once(input, request, patience.answerMs);
      if (answer instanceof Response && !(await isPassing(answer))) return answer;
      if (answer instanceof Response) await answer.body?.cancel();
      // A server that answers nothing was waited for long enough.
      if (nth === patience.tries || answer === 'late') throw new Problem('unavailable');
      await sleep(patience.pauseMs * 4 ** (nth - 1));
    }
  };
}

async function once(
  input: Parameters<typeof fetch>[0],
  init: RequestInit,
  answerMs: number,
): Promise<Response | 'late' | 'cut'> {
  const late = new AbortController();
  // Only until the answer begins: its body is taken at the reader's own pace.
  const timer = setTimeout(() => late.abort(), answerMs);
  try {
    return await fetch(input, { ...init, signal: late.signal });
  } catch {
    return late.signal.aborted ? 'late' : 'cut';
  } finally {
    clearTimeout(timer);
  }
}

async function isPassing(answer: Response): Promise<boolean> {
  if (answer.status === 507) throw new Problem('storage_full');
  if (answer.status === 400) return (await answer.clone().text()).includes('<Code>BadDigest</Code>');
  if (answer.status >= 500 && (await answer.clone().text()).includes('StorageFull')) throw new Problem('storage_full');
  return PASSING.has(answer.status);
}

function withDigest(init: RequestInit = {}): RequestInit {
  const { body } = init;
  if (!(body instanceof Uint8Array) || body.length === 0) return init;
  const digest = createHash('md5').update(body).digest('base64');
  return { ...init, headers: { ...(init.headers as Record<string, string>), 'content-md5': digest } };
}
