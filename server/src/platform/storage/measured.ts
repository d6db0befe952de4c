import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Problem } from '@fraisier/shared/http/problems.ts';

/** Lets a stream through, counts and hashes it, and ends it with `too_large` at the first byte past the limit. */
export function measured(stream: Readable, maxBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async *chunks(): AsyncGenerator<Buffer> {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw new Problem('too_large', { detail: `At most ${maxBytes} bytes` });
        hash.update(chunk);
        yield chunk;
      }
    },
    /** Once, when all chunks were taken. */
    result: () => ({ bytes, sha256: hash.digest() }),
  };
}
