import type { Readable } from 'node:stream';
import type { Response } from 'supertest';

/** For `.buffer(true).parse(binary)`: the body as its bytes. */
export function binary(answer: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  // supertest hands over Node's own message here, whatever its type says.
  const message = answer as unknown as Readable;
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  message.on('end', () => done(null, Buffer.concat(chunks)));
}
