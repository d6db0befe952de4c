import { connect, createServer, type Server, type Socket } from 'node:net';

/** A connection that goes through, with both of its ends. */
interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  marked: boolean;
}

/** Loses the server's word that a transaction is committed: of the next one that says `needle` on its way. */
export interface Ambush {
  readonly needle: string;
  /** Called when the word is lost; the connection is cut. */
  readonly sprung: () => void;
}

/** What stands between two parts of the shop and can fail like a network. */
export interface Line {
  readonly port: number;
  /** Ends every connection and takes no new one. */
  cut(): void;
  /** Lets nothing through, in either direction, without ending anything. */
  stall(): void;
  /** Ends every connection with a reset; new ones are taken. */
  reset(): void;
  /** As if nothing had been. */
  heal(): void;
  /** Resets the one connection whose far end has this port; false when it goes elsewhere. */
  resetOne(farPort: number): boolean;
  holds(farPort: number): boolean;
  ambush(ambush: Ambush | null): void;
  /** Changes what the near side sends; as many bytes must come out as go in. */
  rewrite(change: ((chunk: Buffer) => Buffer) | null): void;
  close(): Promise<void>;
}

export async function openLine(farPort: () => number): Promise<Line> {
  const pairs = new Set<Pair>();
  let isCut = false;
  let isStalled = false;
  let waiting: Ambush | null = null;
  let change: ((chunk: Buffer) => Buffer) | null = null;

  const server: Server = createServer({ noDelay: true }, (near) => {
    near.on('error', () => {});
    if (isCut) return void near.resetAndDestroy();
    const far = connect({ port: farPort(), host: '127.0.0.1', noDelay: true });
    const pair: Pair = { near, far, marked: false };
    pairs.add(pair);
    far.on('error', () => near.resetAndDestroy());
    near.on('close', () => {
      far.destroy();
      pairs.delete(pair);
    });
    far.on('close', () => {
      near.destroy();
      pairs.delete(pair);
    });
    near.on('data', (chunk: Buffer) => {
      if (waiting && chunk.includes(waiting.needle)) pair.marked = true;
      push(near, far, change ? change(chunk) : chunk);
    });
    far.on('data', (chunk: Buffer) => {
      if (pair.marked && chunk.includes('ROLLBACK\0')) pair.marked = false;
      if (pair.marked && waiting && chunk.includes('COMMIT\0')) {
        const { sprung } = waiting;
        waiting = null;
        near.resetAndDestroy();
        sprung();
        return;
      }
      push(far, near, chunk);
    });
    if (isStalled) pause(pair);
  });

  /** No more is read than the other side takes. */
  function push(from: Socket, to: Socket, chunk: Buffer): void {
    if (to.destroyed || to.write(chunk)) return;
    from.pause();
    to.once('drain', () => {
      if (!isStalled) from.resume();
    });
  }
  const pause = ({ near, far }: Pair) => {
    near.pause();
    far.pause();
  };
  const resetPair = ({ near, far }: Pair) => {
    near.resetAndDestroy();
    far.resetAndDestroy();
  };
  const pairOf = (port: number) => [...pairs].find(({ far }) => far.localPort === port);

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  return {
    port,
    cut() {
      isCut = true;
      for (const pair of pairs) resetPair(pair);
    },
    stall() {
      isStalled = true;
      for (const pair of pairs) pause(pair);
    },
    reset() {
      for (const pair of pairs) resetPair(pair);
    },
    heal() {
      isCut = false;
      if (!isStalled) return;
      isStalled = false;
      for (const { near, far } of pairs) {
        near.resume();
        far.resume();
      }
    },
    resetOne(farEnd) {
      const pair = pairOf(farEnd);
      if (pair) resetPair(pair);
      return pair !== undefined;
    },
    holds: (farEnd) => pairOf(farEnd) !== undefined,
    ambush: (ambush) => {
      waiting = ambush;
    },
    rewrite: (next) => {
      change = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const pair of pairs) resetPair(pair);
      }),
  };
}
