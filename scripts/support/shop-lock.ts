import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder } from './folders.ts';
import { PlainError } from './plain-error.ts';
import { birthOf, isAlive, signal, waitForEnd } from './processes.ts';

interface Identity {
  pid: number;
  born: string | undefined;
}

interface Holder extends Identity {
  url: string;
  stopping?: boolean;
  server?: Identity;
}

export interface ShopLock {
  /** Remembers the server, so that the next start can end one that outlived a kill -9. */
  noteServer(pid: number): void;
  /** The next start then waits a little longer. */
  noteStopping(): void;
  release(): void;
}

const file = join(dataFolder, 'shop.lock');

function lives({ pid, born }: Identity): boolean {
  return isAlive(pid) && (born === undefined || birthOf(pid) === born);
}

function readHolder(): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** One shop in a folder: the second says so. What a killed one left running is ended first. */
export async function lockShop(url: string): Promise<ShopLock> {
  const me: Holder = { pid: process.pid, born: birthOf(process.pid), url };
  const since = Date.now();
  while (!take(me)) {
    const holder = readHolder();
    if (holder && lives(holder)) {
      // One that was just told to stop may need a moment.
      if (Date.now() - since > (holder.stopping ? 25_000 : 2_500)) {
        throw new PlainError(
          `A shop is already running in this folder, at ${holder.url} (process ${holder.pid}): stop it first.`,
        );
      }
      await sleep(100);
      continue;
    }
    if (holder?.server && lives(holder.server)) await endServer(holder.server.pid);
    rmSync(file, { force: true });
  }
  const note = () => writeFileSync(file, JSON.stringify(me));
  return {
    noteServer(pid) {
      me.server = { pid, born: birthOf(pid) };
      note();
    },
    noteStopping() {
      me.stopping = true;
      note();
    },
    release: () => rmSync(file, { force: true }),
  };
}

function take(me: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(me), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function endServer(pid: number): Promise<void> {
  signal(pid, 'SIGTERM');
  if (await waitForEnd(pid, 10_000)) return;
  signal(pid, 'SIGKILL');
  await waitForEnd(pid, 2_000);
}
