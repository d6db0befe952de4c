import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { selfSigned } from './self-signed.ts';

/** What the server does at a step, in place of what a mail server should do. */
export type Trick =
  /** Answers this line. */
  | { readonly say: string }
  /** Answers nothing, ever. */
  | 'stall'
  /** Cuts the connection. */
  | 'drop'
  /** Cuts it when this much of the message has come. */
  | { readonly dropAfterBytes: number }
  /** Answers, but only after so many milliseconds. */
  | { readonly after: number };

export type Step = 'connect' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'accept' | 'answer';

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly secure: boolean;
}

export interface SmtpServer {
  readonly url: string;
  /** What the server took, also where it then did not say so. */
  readonly letters: Letter[];
  /** Every line that came in the clear. */
  readonly heard: string[];
  /** Most connections that were open at once. */
  readonly mostAtOnce: () => number;
  readonly connections: () => number;
  /** What it does from now on; a function is asked for each connection, with its number from 0. */
  play(tricks: Tricks): void;
  close(): Promise<void>;
}

type Plan = Partial<Record<Step, Trick>> & { readonly tls?: 'none' | 'self-signed' | 'noise' };
type Tricks = Plan | ((facts: { connection: number; to: string }) => Plan);

/** An SMTP server of our own, which does as it is told: mostly the wrong thing. `answer` is what follows the message. */
export async function openSmtp(first: Tricks = {}): Promise<SmtpServer> {
  let tricks = first;
  let connections = 0;
  let open = 0;
  let most = 0;
  const letters: Letter[] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();

  const server: Server = createServer((socket) => {
    const connection = connections++;
    most = Math.max(most, ++open);
    sockets.add(socket);
    socket.on('close', () => {
      open -= 1;
      sockets.delete(socket);
    });
    socket.on('error', () => {});
    let to = '';
    talk(socket, {
      planFor: () => (typeof tricks === 'function' ? tricks({ connection, to }) : tricks),
      onRecipient: (address) => {
        to = address;
      },
      onLetter: (letter) => letters.push(letter),
      onLine: (line) => heard.push(line),
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    heard,
    mostAtOnce: () => most,
    connections: () => connections,
    play: (next) => {
      tricks = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

interface Ear {
  planFor(): Plan;
  onRecipient(address: string): void;
  onLetter(letter: Letter): void;
  onLine(line: string): void;
}

function talk(plain: Socket, ear: Ear): void {
  let socket: Socket = plain;
  let buffer = '';
  let isData = false;
  let from = '';
  let to = '';

  const say = (line: string) => void (socket.writable && socket.write(`${line}\r\n`));
  const at = (step: Step, usual: () => void) => {
    const trick = ear.planFor()[step];
    if (trick === undefined) return usual();
    if (trick === 'stall') return;
    if (trick === 'drop') return void socket.destroy();
    if ('say' in trick) return say(trick.say);
    if ('after' in trick) return void setTimeout(usual, trick.after);
    return usual();
  };

  const takeMessage = (raw: string) => {
    isData = false;
    at('accept', () => {
      ear.onLetter({ from, to, raw, secure: socket !== plain });
      at('answer', () => say('250 2.0.0 Taken'));
    });
  };

  const upgrade = () => {
    say('220 Go ahead');
    if (ear.planFor().tls === 'noise') return void socket.write('this is not TLS at all\r\n');
    plain.removeListener('data', read);
    const secure = new TLSSocket(plain, { isServer: true, ...selfSigned() });
    secure.on('error', () => {});
    secure.on('data', read);
    socket = secure;
  };

  const commands: Record<string, (line: string) => void> = {
    EHLO: () =>
      at('EHLO', () => {
        const offers = ear.planFor().tls && ear.planFor().tls !== 'none' && socket === plain ? ['STARTTLS'] : [];
        say(['250-hostile.test', ...offers.map((one) => `250-${one}`), '250-AUTH PLAIN', '250 8BITMIME'].join('\r\n'));
      }),
    STARTTLS: () => (ear.planFor().tls ? at('STARTTLS', upgrade) : say('500 What?')),
    AUTH: () => at('AUTH', () => say('235 2.7.0 Come in')),
    MAIL: (line) => {
      from = /<(.*?)>/.exec(line)?.[1] ?? '';
      at('MAIL', () => say('250 2.1.0 OK'));
    },
    RCPT: (line) => {
      to = /<(.*?)>/.exec(line)?.[1] ?? '';
      ear.onRecipient(to);
      at('RCPT', () => say('250 2.1.5 OK'));
    },
    DATA: () =>
      at('DATA', () => {
        isData = true;
        say('354 Go on');
      }),
    QUIT: () => socket.end('221 Bye\r\n'),
    RSET: () => say('250 OK'),
  };

  function read(chunk: Buffer): void {
    buffer += chunk.toString('latin1');
    for (;;) {
      if (isData) {
        const trick = ear.planFor().accept;
        if (typeof trick === 'object' && 'dropAfterBytes' in trick && buffer.length >= trick.dropAfterBytes) {
          socket.destroy();
          return;
        }
        const end = buffer.indexOf('\r\n.\r\n');
        if (end < 0) return;
        const raw = buffer.slice(0, end).replace(/^\.\./gm, '.');
        buffer = buffer.slice(end + 5);
        takeMessage(raw);
        continue;
      }
      const end = buffer.indexOf('\r\n');
      if (end < 0) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (socket === plain) ear.onLine(line);
      (
        commands[line.slice(0, 8).toUpperCase()] ??
        commands[line.slice(0, 4).toUpperCase()] ??
        (() => say('500 What?'))
      )(line);
    }
  }

  socket.on('data', read);
  at('connect', () => say('220 hostile.test ESMTP'));
}
