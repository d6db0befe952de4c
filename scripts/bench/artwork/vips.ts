import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { PlainError } from '../../support/plain-error.ts';

const run = promisify(execFile);

/** libvips' own tool for this work: on the PATH. */
export function findVipsthumbnail(): string {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'vipsthumbnail'))
    .find((file) => existsSync(file));
  if (found) return found;
  throw new PlainError(
    'This bench measures against vipsthumbnail, which is not on the PATH: apt-get install libvips-tools.',
  );
}

/** Seconds of CPU that a command took; the shell's own sum of its children. */
export async function cpuOf(command: string, args: readonly string[]): Promise<number> {
  // A clean environment: sharp, in this process, leaves settings for its own libvips there.
  const env = { PATH: process.env.PATH, VIPS_CONCURRENCY: '1' };
  const { stdout } = await run('/bin/sh', ['-c', '"$@" && times', 'sh', command, ...args], { env }).catch(
    ({ stderr }: { stderr?: string }) => {
      throw new PlainError(`${command} ${args.join(' ')} failed: ${stderr ?? ''}`);
    },
  );
  const children = stdout.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
