import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../scripts/postgres.ts';
import { isAlive, signal, waitForEnd } from '../../scripts/support/processes.ts';
import { query } from '../../scripts/support/query.ts';

const isRoot = process.getuid?.() === 0;

let dir: string;
let started: Postgres[] = [];

async function start(): Promise<Postgres> {
  const postgres = await startPostgres({ dir, fast: true, database: 'fraisier' });
  started.push(postgres);
  return postgres;
}

const pidFile = () => join(dir, 'data', 'postmaster.pid');
const pidOf = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

async function rowsKept(url: string): Promise<unknown> {
  const [row] = await query(url, 'select count(*)::int as n from kept');
  return row?.n;
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'fraisier-embedded-'));
  chmodSync(dir, 0o755);
  const first = await start();
  await query(first.url, 'create table kept (id int)');
  await query(first.url, 'insert into kept values (1)');
});

afterAll(async () => {
  await Promise.all(started.map((each) => each.stop('at-once')));
  started = [];
  rmSync(dir, { recursive: true, force: true });
});

describe('the embedded Postgres', () => {
  it('is version 18, in UTF-8, and listens on this machine alone', async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
        current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ version: 18, encoding: 'UTF8', listens: '127.0.0.1', sockets: '' });
  });

  it('keeps its password where only its owner may read it', () => {
    expect(statSync(join(dir, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'data')).mode & 0o777).toBe(0o700);
  });

  it('takes over a Postgres that outlived the process that started it', async () => {
    const before = pidOf();
    const { url } = await start();
    expect(pidOf()).toBe(before);
    expect(await rowsKept(url)).toBe(1);
  });

  it('comes back at its port, with its data, after a clean stop', async () => {
    const { url, stop } = await start();
    const before = pidOf();
    await stop();
    expect(isAlive(before)).toBe(false);
    const again = await start();
    expect(again.url).toBe(url);
    expect(await rowsKept(again.url)).toBe(1);
  });

  it('comes back after it was killed', async () => {
    const before = pidOf();
    signal(before, 'SIGKILL');
    expect(await waitForEnd(before, 5_000)).toBe(true);
    const { url } = await start();
    expect(pidOf()).not.toBe(before);
    expect(await rowsKept(url)).toBe(1);
  });

  it('is not misled by a lock file whose number now belongs to another process', async () => {
    const { stop } = await start();
    const lines = readFileSync(pidFile(), 'utf8').split('\n');
    await stop();
    writeFileSync(pidFile(), [String(process.pid), ...lines.slice(1)].join('\n'));
    const { url } = await start();
    expect(pidOf()).not.toBe(process.pid);
    expect(await rowsKept(url)).toBe(1);
  });

  it('takes another port when its own was taken meanwhile', async () => {
    const { url, stop } = await start();
    await stop();
    const port = Number(new URL(url).port);
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    try {
      const again = await start();
      expect(Number(new URL(again.url).port)).not.toBe(port);
      expect(await rowsKept(again.url)).toBe(1);
    } finally {
      await new Promise((done) => other.close(done));
    }
  });

  it.runIf(isRoot)('says in one sentence that its user may not enter a closed folder', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'fraisier-closed-'));
    mkdirSync(join(closed, 'inside'));
    await expect(startPostgres({ dir: join(closed, 'inside') })).rejects.toThrow(
      `its own user “postgres” may not enter ${closed}:`,
    );
    rmSync(closed, { recursive: true });
  });
});
