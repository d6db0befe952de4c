import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '@fraisier/server/platform/db/database.ts';
import { migrate } from '@fraisier/server/platform/db/migrate.ts';
import { startPostgres } from '../postgres.ts';
import { followingUs, start } from '../support/children.ts';
import { root } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';
import { databaseUrl, query } from '../support/query.ts';
import { becomeReady, type Server } from '../support/server.ts';

export interface BenchShopOptions {
  /** Settings of the server over those of every bench. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What must be there before the server opens; it is given the server's settings. */
  readonly prepare?: (settings: NodeJS.ProcessEnv) => Promise<void>;
}

/** A whole shop for a bench: a Postgres at its default durability, and the server as it runs for people. */
export interface BenchShop {
  readonly db: ReturnType<typeof createDatabase>;
  /** Another, empty database on the same Postgres and disk: for the limit that the shop is measured against. */
  readonly plainUrl: string;
  readonly port: number;
  readonly appUrl: string;
  readonly secret: string;
  /** Bytes that the server holds. */
  memory(): number;
  close(): Promise<void>;
}

const SECRET = 'a bench keeps no secret from anyone, it is gone when it is done';

export async function openBenchShop({ settings: given, prepare }: BenchShopOptions = {}): Promise<BenchShop> {
  const dir = mkdtempSync(join(tmpdir(), 'fraisier-bench-'));
  chmodSync(dir, 0o755);
  const postgres = await startPostgres({
    dir,
    database: 'shop',
    settings: { max_connections: '200' },
  });
  let server: Server | undefined;
  try {
    await query(postgres.url, 'create database plain');
    await migrate(postgres.url);
    const port = await freePort();
    const settings = {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: postgres.url,
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      STORAGE: `file:${join(dir, 'storage')}`,
      SHOP_SECRET: SECRET,
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      SIGNING_KEY: generateKeyPairSync('ed25519')
        .privateKey.export({ format: 'der', type: 'pkcs8' })
        .toString('base64'),
      DEMO: 'true',
      // Each voter comes from an address of their own, and is counted by it.
      TRUST_PROXY: 'true',
      WORKER_CONCURRENCY: '0',
      ...given,
    };
    await prepare?.(settings);
    // `BENCH_PROFILE=folder` says where the server's time goes.
    const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
    const child = await start(process.execPath, [...profile, ...followingUs, 'server/src/main.ts'], {
      cwd: root,
      env: settings,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    server = { child, logFile: undefined };
    await becomeReady(server, settings);
    const db = createDatabase(postgres.url, 4);
    return {
      db,
      plainUrl: databaseUrl(postgres.url, 'plain'),
      port,
      appUrl: settings.APP_URL,
      secret: SECRET,
      memory: () => residentBytes(child.pid),
      async close() {
        await child.stop(15_000);
        await db.db.destroy();
        await postgres.stop();
        rmSync(dir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await server?.child.stop(5_000);
    await postgres.stop('at-once');
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) * 1024;
}
