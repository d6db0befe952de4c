import { type KeyObject, sign } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/** So few are signed sooner than a thread is told of them. */
const FEW = 4;

interface Asked {
  readonly texts: readonly string[];
  resolve(signatures: string[]): void;
}

/**
 * Signs many texts at once while other work goes on: one message to a thread that stays, where a job of the pool for
 * each would cost this thread a quarter of the signature itself. Ed25519 gives the same bytes wherever it is made, so
 * what a thread that ended leaves undone is done here.
 */
export function createSigner(key: KeyObject): (texts: readonly string[]) => Promise<string[]> {
  const signHere = (texts: readonly string[]) =>
    texts.map((text) => sign(null, Buffer.from(text), key).toString('base64'));
  /** In the order in which the thread answers. */
  const waiting: Asked[] = [];
  let worker: Worker | undefined;

  function start(): Worker {
    const started = new Worker(new URL('./sign-worker.ts', import.meta.url), { workerData: key });
    started.on('message', (signatures: string[]) => {
      waiting.shift()?.resolve(signatures);
      if (waiting.length === 0) started.unref();
    });
    const leave = () => {
      if (worker === started) worker = undefined;
      for (const { texts, resolve } of waiting.splice(0)) resolve(signHere(texts));
    };
    started.on('error', leave);
    started.on('exit', leave);
    return started;
  }

  return async (texts) => {
    if (texts.length < FEW) {
      // What was asked of the database before goes out first.
      await new Promise((resume) => setImmediate(resume));
      return signHere(texts);
    }
    return new Promise((resolve) => {
      worker ??= start();
      worker.ref();
      waiting.push({ texts, resolve });
      worker.postMessage(texts);
    });
  };
}
