import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runToEnd } from '../support/children.ts';
import { PlainError } from '../support/plain-error.ts';
import { quantile } from './measure.ts';

const DEBIAN = '/usr/lib/postgresql/*/bin/pgbench';

/** Where pgbench is: on the PATH, or where Debian puts it. */
export function findPgbench(): string {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'pgbench'));
  const found = [...onPath, ...globSync(DEBIAN).sort().reverse()].find((file) => existsSync(file));
  if (found) return found;
  throw new PlainError(
    `This bench measures against pgbench, which is neither on the PATH nor at ${DEBIAN}: apt-get install postgresql (its package postgresql-contrib before Debian 10).`,
  );
}

/** pgbench's time begins before its clients are connected, and a busy machine takes long to check a password. */
const CONNECT_SECONDS = 1 / 16;

export interface PgbenchRun {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs one script over and over, with statements prepared once a connection. Milliseconds. */
export async function runPgbench(
  pgbench: string,
  url: string,
  { script, clients, seconds, seed }: { script: string; clients: number; seconds: number; seed: number },
): Promise<PgbenchRun> {
  const folder = mkdtempSync(join(tmpdir(), 'fraisier-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    const { code, output } = await runToEnd(
      pgbench,
      [
        ...['--no-vacuum', '--protocol=prepared', `--random-seed=${seed}`, `--file=${file}`],
        ...[
          `--client=${clients}`,
          `--jobs=${Math.min(clients, 2)}`,
          `--time=${seconds + Math.ceil(clients * CONNECT_SECONDS)}`,
        ],
        ...['--log', `--log-prefix=${join(folder, 'times')}`, url],
      ],
      { cwd: folder },
    );
    const perSecond = Number(/tps = ([\d.]+) \(without/.exec(output)?.[1]);
    if (code !== 0 || !perSecond) throw new PlainError(`pgbench ended with ${code}:\n${output}`);
    const times = readdirSync(folder)
      .filter((name) => name.startsWith('times'))
      .flatMap((name) => readFileSync(join(folder, name), 'latin1').trimEnd().split('\n'))
      // client, transaction, microseconds, …
      .map((line) => Number(line.split(' ')[2]) / 1000);
    return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
