import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What becomes of a request on its way to S3: nothing, an error of the server's, or something on the line. */
export type Fate =
  | 'passes'
  | 'is refused for now'
  | 'finds no room'
  | 'is never answered'
  | 'is cut before it arrives'
  | 'arrives, and its answer is cut'
  | 'is damaged'
  | 'is answered in half';

export interface BadS3 {
  readonly port: number;
  /** Every request that came, as `PUT /fraisier/temp/…`. */
  readonly asked: string[];
  /** Decides about each request; the nth of all since it was set, from 0. */
  decide(fate: (line: string, nth: number) => Fate): void;
  close(): Promise<void>;
}

/** Stands before an S3 server and is as bad as it is told to be. As S3 does, it refuses a body that is not its MD5. */
export async function startBadS3(port: number): Promise<BadS3> {
  let fate: (line: string, nth: number) => Fate = () => 'passes';
  let nth = 0;
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const line = `${incoming.method} ${incoming.url}`;
    asked.push(line);
    void carry(port, fate(line, nth++), incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    decide(next) {
      fate = next;
      nth = 0;
      asked.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function carry(port: number, fate: Fate, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (fate === 'is cut before it arrives') return void incoming.destroy();
  const body = await buffer(incoming);
  if (fate === 'is never answered') return;
  if (fate === 'is refused for now') return say(outgoing, 503, 'SlowDown');
  if (fate === 'finds no room') return say(outgoing, 507, 'XMinioStorageFull');
  if (fate === 'is damaged' && body.length > 0) body[body.length >> 1]! ^= 1;
  const digest = incoming.headers['content-md5'];
  if (digest && createHash('md5').update(body).digest('base64') !== digest) return say(outgoing, 400, 'BadDigest');

  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const { method, url: path, headers } = incoming;
    request({ host: '127.0.0.1', port, method, path, headers }, resolve).on('error', reject).end(body);
  });
  const answered = await buffer(answer);
  if (fate === 'arrives, and its answer is cut') return void outgoing.destroy();
  outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
  if (fate !== 'is answered in half') return void outgoing.end(answered);
  outgoing.write(answered.subarray(0, answered.length >> 1), () => outgoing.destroy());
}

function say(outgoing: ServerResponse, status: number, code: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
}
