import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { MOST_MEMORY } from './image-tasks.ts';

/**
 * What a child may ask the kernel for beyond what it may hold: V8 and its threads set aside 576 MB before they do
 * anything, and touch 40 of them.
 */
const SET_ASIDE = 768 * 1024 * 1024;
const WATCH_MS = 25;

/**
 * Starts a child of Node that the kernel refuses more memory than a picture needs, whatever the child's own code does.
 * A limit on addresses (`ulimit -v`) would not do: V8 takes far more of them than it uses. Where the kernel does not
 * know the limit (macOS), or there is no shell (Windows), the child watches itself.
 */
export function boundedFork(script: string, { execArgv = [], ...options }: ForkOptions): ChildProcess {
  if (process.platform === 'win32') return fork(script, [], { ...options, execArgv });
  const kilobytes = (MOST_MEMORY + SET_ASIDE) / 1024;
  // `exec`: the shell becomes the child, with its process id and its channel.
  const limit = `ulimit -d ${kilobytes} 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$@"`;
  return fork(script, [], {
    ...options,
    execPath: '/bin/sh',
    execArgv: ['-c', limit, 'sh', process.execPath, ...execArgv],
  });
}

/** Looks from outside, where the system lets us, how much a child holds; a child that is busy cannot look itself. */
export function watchMemory({ pid }: ChildProcess, onTooMuch: () => void): () => void {
  if (process.platform !== 'linux' || pid === undefined) return () => {};
  const timer = setInterval(() => {
    if (residentBytes(pid) > MOST_MEMORY) onTooMuch();
  }, WATCH_MS);
  return () => clearInterval(timer);
}

/** 0 for a process that is gone. */
function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
