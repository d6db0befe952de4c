import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@fraisier/server/platform/db/migrate.ts';
import { openSmtp, type SmtpServer } from '../../tests/support/hostile-smtp.ts';
import { type Postgres, startPostgres } from '../postgres.ts';
import { freePort } from '../support/free-port.ts';
import { signal } from '../support/processes.ts';
import { query } from '../support/query.ts';
import { type Line, openLine } from './line.ts';
import { type Node, startNode } from './node.ts';

/**
 * A whole shop that can be broken part by part: Postgres at its default durability, the server in one process, its jobs
 * in another, and between them what can fail like a network.
 */
export interface ChaosShop {
  readonly appUrl: string;
  readonly secret: string;
  readonly api: Node;
  readonly worker: Node;
  readonly smtp: SmtpServer;
  readonly lines: { readonly api: Line; readonly worker: Line; readonly smtp: Line };
  /** Of the database itself, past the lines that fail. */
  readonly databaseUrl: string;
  readonly postgresLog: string;
  /** One statement past the lines; waits while Postgres is away. */
  ask<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  /** SIGKILL to Postgres and all its backends; starts it again after so many milliseconds. */
  killPostgres(awayMs: number): Promise<void>;
  /** Puts a file where the folder of files was: nothing can be read or written. */
  loseStorage(): void;
  findStorage(): void;
  close(): Promise<void>;
}

export interface ShopOptions {
  readonly settings?: Readonly<Record<string, string>>;
  /** Before the server starts, on the migrated database. */
  readonly prepare?: (databaseUrl: string) => Promise<void>;
  readonly rewrite?: { readonly api?: (chunk: Buffer) => Buffer; readonly smtp?: (chunk: Buffer) => Buffer };
}

const SECRET = 'chaos keeps no secret from anyone, it is gone when it is done';

export async function openChaosShop({ settings = {}, prepare, rewrite = {} }: ShopOptions): Promise<ChaosShop> {
  const dir = mkdtempSync(join(tmpdir(), 'fraisier-chaos-'));
  chmodSync(dir, 0o755);
  const storage = join(dir, 'storage');
  mkdirSync(storage);
  const postgresOptions = { dir, database: 'shop', settings };
  let postgres: Postgres = await startPostgres(postgresOptions);
  const databaseUrl = postgres.url;
  const postgresPort = Number(new URL(databaseUrl).port);
  let restarted: Promise<void> = Promise.resolve();
  const open: { stop(): Promise<unknown> }[] = [];
  const close = async () => {
    await Promise.all(open.map((one) => one.stop()));
    await restarted.catch(() => {});
    await postgres.stop('at-once');
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await migrate(databaseUrl);
    await prepare?.(databaseUrl);
    const smtp = await openSmtp();
    open.push({ stop: () => smtp.close() });
    const lines = {
      api: await openLine(() => postgresPort),
      worker: await openLine(() => postgresPort),
      smtp: await openLine(() => Number(new URL(smtp.url).port)),
    };
    for (const line of Object.values(lines)) open.push({ stop: () => line.close() });
    if (rewrite.api) lines.api.rewrite(rewrite.api);
    if (rewrite.smtp) lines.smtp.rewrite(rewrite.smtp);
    const [apiPort, workerPort] = [await freePort(), await freePort()];
    const env = (port: number, line: Line, jobs: number) => ({
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: through(databaseUrl, line.port),
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: `http://localhost:${apiPort}`,
      STORAGE: `file:${storage}`,
      SMTP_URL: `smtp://127.0.0.1:${lines.smtp.port}`,
      SHOP_SECRET: SECRET,
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      SIGNING_KEY: generateSigningKey(),
      DEMO: 'true',
      // Everyone comes from an address of their own.
      TRUST_PROXY: 'true',
      LOG_LEVEL: process.env.CHAOS_LOG ?? 'fatal',
      WORKER_CONCURRENCY: String(jobs),
    });
    const api = await startNode('server', env(apiPort, lines.api, 0));
    const worker = await startNode('worker', env(workerPort, lines.worker, 3));
    open.unshift(api, worker);
    await Promise.all([api.ready(), worker.ready()]);

    const shop: ChaosShop = {
      appUrl: `http://localhost:${apiPort}`,
      secret: SECRET,
      api,
      worker,
      smtp,
      lines,
      databaseUrl,
      postgresLog: join(dir, 'postgres.log'),
      async ask<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
        const until = Date.now() + 30_000;
        for (;;) {
          try {
            return (await query(databaseUrl, text, values)) as T[];
          } catch (error) {
            if (!isAway(error) || Date.now() > until) throw error;
            await sleep(100);
          }
        }
      },
      killPostgres(awayMs) {
        // One that is only starting is let start first: its data is whole, and it has nobody to answer yet.
        restarted = restarted.then(async () => {
          killPostgresIn(dir);
          await sleep(awayMs);
          postgres = await startPostgres({ ...postgresOptions, port: postgresPort });
        });
        return restarted;
      },
      loseStorage() {
        renameSync(storage, `${storage}.away`);
        writeFileSync(storage, '');
      },
      findStorage() {
        rmSync(storage, { force: true });
        renameSync(`${storage}.away`, storage);
      },
      close,
    };
    return shop;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The postmaster and all that it started, at one moment: nothing gets to flush or to say goodbye. */
function killPostgresIn(dir: string): void {
  const postmaster = Number(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const backends = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === postmaster);
  for (const pid of [postmaster, ...backends]) signal(pid, 'SIGKILL');
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return undefined;
  }
}

let signingKey: string | undefined;

function generateSigningKey(): string {
  signingKey ??= generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return signingKey;
}

function through(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.port = String(port);
  return url.href;
}

/** Starting, stopping, killed, or not there at all. */
export function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return /^(ECONN\w+|EPIPE|57P0[123])$/.test(code ?? '') || /^Connection terminated/.test(message ?? '');
}
