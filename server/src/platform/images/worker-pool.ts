import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { type ImageAnswer, type ImageTaskName, type ImageTasks, OUT_OF_MEMORY } from './image-tasks.ts';
import { ImageWorkerError } from './images.ts';
import { boundedFork, watchMemory } from './memory-bounds.ts';

export interface PoolOptions {
  /** Child processes at most; each does one task at a time. */
  readonly size: number;
  readonly timeLimitMs: number;
  /** A child without work ends after this time, and gives its memory back. */
  readonly idleMs: number;
  /** A child is replaced after so many tasks: what a library leaks, or a file broke, does not last. */
  readonly tasksPerChild: number;
}

export interface WorkerPool {
  run<N extends ImageTaskName>(
    name: N,
    input: ImageTasks[N]['input'],
    timeLimitMs?: number,
  ): Promise<ImageTasks[N]['output']>;
  close(): void;
}

interface Child {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  tasks: number;
  idle?: NodeJS.Timeout;
}

/**
 * Nothing of ours, secrets least of all. glibc's allocator gives back what libvips frees: 220 MB at the most instead of
 * 290, or 520. Given back sooner (64 and 128 KB) each strip of pixels is asked for anew, a tenth of the time of a drawing.
 */
export const memoryOfImages = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '524288',
  MALLOC_TRIM_THRESHOLD_: '1048576',
};

const BEGIN_MS = 30_000;
const script = fileURLToPath(new URL('./image-worker.ts', import.meta.url));

export function createWorkerPool(options: PoolOptions): WorkerPool {
  const free: Child[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  const end = (child: Child) => {
    clearTimeout(child.idle);
    const at = free.indexOf(child);
    if (at >= 0) free.splice(at, 1);
    child.process.kill('SIGKILL');
  };
  const begin = (): Child => {
    const process = start();
    const child: Child = { process, ready: readiness(process), tasks: 0 };
    // It may also end by itself, while it is free.
    child.process.once('exit', () => end(child));
    return child;
  };
  const take = (): Child => {
    const child = free.pop() ?? begin();
    clearTimeout(child.idle);
    hold(child.process, true);
    child.tasks += 1;
    return child;
  };
  const giveBack = (child: Child) => {
    if (child.tasks >= options.tasksPerChild || !child.process.connected) return end(child);
    hold(child.process, false);
    child.idle = setTimeout(() => end(child), options.idleMs).unref();
    free.push(child);
  };

  return {
    async run(name, input, timeLimitMs = options.timeLimitMs) {
      if (busy >= options.size) await new Promise<void>((resolve) => waiting.push(resolve));
      else busy += 1;
      const child = take();
      try {
        await child.ready.catch((error: unknown) => {
          end(child);
          throw error;
        });
        const answer = await ask(child.process, { name, input }, timeLimitMs);
        giveBack(child);
        if ('full' in answer) throw new Problem('storage_full');
        if ('broken' in answer) throw new Problem('image_broken', { detail: answer.broken });
        return answer.output as ImageTasks[typeof name]['output'];
      } catch (error) {
        if (error instanceof ImageWorkerError) end(child);
        throw error;
      } finally {
        // The place goes to the next one directly, so that nobody overtakes.
        const next = waiting.shift();
        if (next) next();
        else busy -= 1;
      }
    },
    close() {
      for (const child of [...free]) end(child);
    },
  };
}

function start(): ChildProcess {
  const child = boundedFork(script, {
    env: memoryOfImages,
    execArgv: ['--max-old-space-size=256'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A pipe that breaks is told by `exit` too.
  child.on('error', () => {});
  return child;
}

/** A child that does not even begin is the shop's trouble, and no word about the file that it never saw. */
function readiness(child: ChildProcess): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Problem('unavailable', { detail: 'The image process does not begin' }));
    const timer = setTimeout(fail, BEGIN_MS).unref();
    child.once('message', () => {
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', fail);
    child.once('error', fail);
  });
  // Whoever waits for it is told; nobody may be waiting yet.
  ready.catch(() => {});
  return ready;
}

/** Only a child at work keeps this process alive. */
function hold(child: ChildProcess, atWork: boolean): void {
  if (atWork) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function ask(child: ChildProcess, request: object, timeLimitMs: number): Promise<ImageAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => settle(() => reject(new ImageWorkerError(why)));
    const timer = setTimeout(() => fail(`no answer after ${timeLimitMs} ms`), timeLimitMs);
    const stopWatching = watchMemory(child, () => fail('out of memory'));
    const onMessage = (answer: ImageAnswer) => settle(() => resolve(answer));
    const onExit = (code: number | null) =>
      fail(code === OUT_OF_MEMORY ? 'out of memory' : `the image process ended (${code ?? 'killed'})`);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      stopWatching();
      child.off('message', onMessage);
      child.off('exit', onExit);
      act();
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.send(request, (error) => {
      if (error) fail(error.message);
    });
  });
}
