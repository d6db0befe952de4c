import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { signal, waitForEnd } from './processes.ts';

export interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Settles when the process has ended: its code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** SIGTERM, and after `patience` ms SIGKILL, to the process and all that it started. */
  stop(patience: number): Promise<void>;
}

const running = new Set<Child>();
let isOver = false;

/**
 * Starts a process as the head of a group of its own: Ctrl-C reaches only us, who then end things in their order, and
 * what a child started itself ends with it.
 */
export function start(command: string, args: string[], options: SpawnOptions): Promise<Child> {
  return new Promise((done, reject) => {
    if (isOver) return reject(new Error('Told to stop.'));
    const process = spawn(command, args, { ...options, detached: true });
    process.on('error', reject);
    process.on('spawn', () => {
      const pid = process.pid!;
      const child: Child = {
        process,
        pid,
        ended: new Promise((end) => {
          process.on('exit', (code, by) => {
            running.delete(child);
            end(code ?? by ?? 1);
          });
        }),
        async stop(patience) {
          signal(-pid, 'SIGTERM');
          if (!(await waitForEnd(pid, patience))) signal(-pid, 'SIGKILL');
          await child.ended;
        },
      };
      running.add(child);
      done(child);
    });
  });
}

/** Ends every child that still runs; none starts after. */
export async function stopAll(patience: number): Promise<void> {
  isOver = true;
  await Promise.all([...running].map((child) => child.stop(patience)));
}

/** Node's arguments for a script of ours that, started with a channel to us, ends when we are gone, however we went. */
export const followingUs = ['--import', fileURLToPath(new URL('./follow-parent.mjs', import.meta.url))];

export interface RunOptions extends SpawnOptions {
  onLine?: (line: string) => void;
  onError?: (line: string) => void;
}

export interface Outcome {
  code: number | NodeJS.Signals;
  output: string;
}

/** Runs one of our scripts to its end. */
export function runScript(script: string, options: RunOptions): Promise<Outcome> {
  return runToEnd(process.execPath, [...followingUs, script], { ...options, channel: 'ipc' });
}

/** Runs a process to its end and gives what it said; `onLine` and `onError` hear each line as it comes. */
export async function runToEnd(
  command: string,
  args: string[],
  { onLine, onError, channel = 'ignore', ...options }: RunOptions & { channel?: 'ipc' | 'ignore' },
): Promise<Outcome> {
  const child = await start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe', channel] });
  let output = '';
  const read = async (stream: Readable | null, each: ((line: string) => void) | undefined) => {
    if (!stream) return;
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      output += `${line}\n`;
      each?.(line);
    }
  };
  await Promise.all([read(child.process.stdout, onLine), read(child.process.stderr, onError)]);
  return { code: await child.ended, output };
}
