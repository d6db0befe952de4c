import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/support/free-port.ts';
import type { TestShop } from './shop.ts';

/** The real server in a process of its own, on the database, the files and the secrets of a test's shop. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What it said on its way, for a test that fails. */
  readonly said: () => string;
  readonly ended: Promise<unknown>;
  kill(): Promise<void>;
}

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const READY_WITHIN = 60_000;

export async function startServer(shop: TestShop, settings: Record<string, string> = {}): Promise<ServerProcess> {
  const { config } = shop.deps;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: config.databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: config.appUrl,
      STORAGE: config.storage,
      SHOP_SECRET: config.secret,
      ENCRYPTION_KEY: config.encryptionKey,
      SIGNING_KEY: config.signingKey,
      DEMO: 'true',
      LOG_LEVEL: 'warn',
      WORKER_CONCURRENCY: '2',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  await ready(url, child, () => said).catch(async (error) => {
    await kill();
    throw error;
  });
  return { url, pid: child.pid!, said: () => said, ended, kill };
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + READY_WITHIN;
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`${url}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error(`The server did not get ready.\n${said()}`);
}

/** Megabytes that a process holds; 0 when it is gone, or where the system does not tell. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(statusOf(pid))?.[1] ?? 0) / 1024;
}

/** Processes that this one started and that still live. */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && new RegExp(`^PPid:\\s+${pid}$`, 'm').test(statusOf(Number(name))))
      .map(Number);
  } catch {
    return [];
  }
}

/** Files that a process holds open, by their paths; sockets and pipes aside. */
export function openFiles(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      const path = readlinkSync(`${folder}/${name}`);
      return path.startsWith('/') && !path.startsWith('/dev/') ? [path] : [];
    } catch {
      return [];
    }
  });
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    return '';
  }
}

/** The largest that a server and each of its children ever were while it is watched, in megabytes. */
export function watchMemory(pid: number): { readonly peaks: { server: number; child: number }; stop(): void } {
  const peaks = { server: 0, child: 0 };
  const timer = setInterval(() => {
    peaks.server = Math.max(peaks.server, residentMb(pid));
    for (const child of childrenOf(pid)) peaks.child = Math.max(peaks.child, residentMb(child));
  }, 40);
  return { peaks, stop: () => clearInterval(timer) };
}
