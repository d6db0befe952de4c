import { connect, type Socket } from 'node:net';
import { quantile } from '../measure.ts';
import { type Crowd, cookieOf, dealtDesign, designId } from './crowd.ts';

/**
 * The load of a bench, in a process of its own: as many voters at once as there are connections, each sending the next
 * vote when the last one is answered. Nothing but sockets: a client library would cost more than the server.
 *
 * No vote is sent twice. All connections walk one list in an order that looks random, and once it is through, again
 * with other stars: so what is accepted and what stands in the log must be the same number.
 */

export interface LoadOrder {
  readonly port: number;
  readonly appUrl: string;
  readonly secret: string;
  readonly crowd: Crowd;
  /** `rating`: one a request; `ballot`: all that were dealt to a voter; `hand`: one is asked for by someone who has none. */
  readonly what: 'rating' | 'ballot' | 'hand';
  readonly clients: number;
  readonly seconds: number;
  /** Where in the list to begin. */
  readonly from: number;
}

export interface LoadResult {
  readonly sent: number;
  readonly seconds: number;
  /** Answers by their status. */
  readonly answers: Record<string, number>;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

async function load(order: LoadOrder): Promise<LoadResult> {
  const { clients, seconds, from, port } = order;
  const request = requests(order);
  const answers: Record<string, number> = {};
  const times: number[] = [];
  let next = from;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from(
      { length: clients },
      () =>
        new Promise<void>((done, reject) => {
          let since = 0;
          const socket = connect({ port, host: '127.0.0.1', noDelay: true });
          const send = () => {
            since = performance.now();
            if (since >= until) {
              socket.end();
              done();
            } else socket.write(request(next++), 'latin1');
          };
          socket.on('error', reject);
          socket.on('close', () => done());
          socket.on('connect', send);
          onAnswer(socket, (status) => {
            times.push(performance.now() - since);
            answers[status] = (answers[status] ?? 0) + 1;
            send();
          });
        }),
    ),
  );
  return {
    sent: next - from,
    seconds: (performance.now() - began) / 1000,
    answers,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

/** Reads answers with a Content-Length, one after the other. */
function onAnswer(socket: Socket, answered: (status: string) => void): void {
  let text = '';
  let missing = 0;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
    if (text.length < missing) return;
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2))?.[1];
    if (length === undefined) throw new Error(`an answer without a length: ${text.slice(0, head)}`);
    missing = head + 4 + Number(length);
    if (text.length < missing) return;
    const status = text.slice(9, 12);
    text = '';
    missing = 0;
    answered(status);
  });
}

/** The request at a place of the endless list. */
function requests({ crowd, what, secret, appUrl }: LoadOrder): (place: number) => string {
  const { slug, voters, dealt, designs } = crowd;
  const cookies = Array.from({ length: voters }, (_, voter) => cookieOf(slug, voter, secret));
  const ids = Array.from({ length: designs }, (_, design) => designId(slug, design));
  const fresh = crowd.begun ?? 0;
  const units = what === 'rating' ? voters * dealt : what === 'hand' ? voters - fresh : voters;
  const step = strideOf(units);
  return (place) => {
    const unit = (place * step) % units;
    const voter = what === 'rating' ? Math.floor(unit / dealt) : what === 'hand' ? fresh + unit : unit;
    const rating = { stars: 1 + (Math.floor(place / units) % 5), wouldWear: unit % 3 === 0 };
    const design = (nth: number) => ids[dealtDesign(crowd, voter, nth)]!;
    const [method, path, body] =
      what === 'hand'
        ? ['POST', 'hands', '']
        : what === 'rating'
          ? ['PUT', `ballot/${design(unit % dealt)}`, JSON.stringify(rating)]
          : ['PUT', 'ballot', ballot(dealt, design, rating)];
    return (
      `${method} /api/rounds/${slug}/${path} HTTP/1.1\r\nhost: bench\r\norigin: ${appUrl}\r\n` +
      `cookie: ${cookies[voter]}\r\nx-forwarded-for: 10.${voter >> 16}.${(voter >> 8) & 255}.${voter & 255}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
    );
  };
}

function ballot(dealt: number, design: (nth: number) => string, rating: object): string {
  return JSON.stringify({ ratings: Array.from({ length: dealt }, (_, nth) => ({ design: design(nth), ...rating })) });
}

/** A step that comes to every place of a ring once before it is back: neighbours in the list are far apart. */
function strideOf(units: number): number {
  const shared = (a: number, b: number): number => (b === 0 ? a : shared(b, a % b));
  let step = Math.max(1, Math.floor(units * 0.618));
  while (shared(step, units) !== 1) step++;
  return step;
}

console.log(JSON.stringify(await load(JSON.parse(process.argv[2]!) as LoadOrder)));
