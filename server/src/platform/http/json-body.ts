import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance } from 'fastify';

/** Far more than any call needs, and far less than what overflows a stack that walks it. */
const DEEPEST = 32;

/**
 * JSON bodies. Many clients call every request JSON, also one that has no body: that is no broken JSON, there is
 * nothing to read. One that is nested without end is refused before anything walks it.
 */
export function useJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string;
    if (text === '') done(null, undefined);
    else if (text.length > DEEPEST && isTooDeep(text))
      done(new Problem('bad_input', { detail: `Nested deeper than ${DEEPEST}.` }));
    else void parse(request, text, done);
  });
}

function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
