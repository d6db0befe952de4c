import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process of this number lives. Another user's counts (EPERM), one that only waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return statOf(pid)?.[0] !== 'Z';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * What tells this process from a later one with the same number: when it was born. Undefined when there is no such
 * process, or (neither /proc nor ps) no way to know.
 */
export function birthOf(pid: number): string | undefined {
  const stat = statOf(pid);
  if (!stat) return psOf(pid, 'lstart');
  return stat[0] === 'Z'
    ? undefined
    : `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${stat[19]}`;
}

/** Linux's account of a process from its third field on: its state first, its start in clock ticks at 19. */
function statOf(pid: number): string[] | undefined {
  try {
    // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

/** The command line of a process, or undefined. */
export function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return psOf(pid, 'args');
  }
}

/** The folder that a process stands in, where the system tells. */
export function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function psOf(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { stdio: 'pipe', encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Waits until the process is gone; false when it still lives after `ms`. */
export async function waitForEnd(pid: number, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(25);
  }
  return true;
}

/** Sends a signal to a process, or with a negative number to its group. One that has already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
