import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './children.ts';
import { dataFolder, root } from './folders.ts';
import { PlainError } from './plain-error.ts';

const stampFile = join(dataFolder, 'web.stamp');
const SOURCES = ['web/**', 'shared/**', 'pnpm-lock.yaml', 'tsconfig.base.json'];
const NOT_SOURCES = ['**/node_modules', '**/dist', 'web/dist'];

function sourcesHash(): string {
  const hash = createHash('sha256');
  const entries = globSync(SOURCES, { cwd: root, exclude: NOT_SOURCES, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const file of files) hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function isBuilt(): boolean {
  return ['client', 'server'].every((part) => existsSync(join(root, 'web/dist', part)));
}

/** Builds the web when its sources have changed since the last build; says whether it did. */
export async function buildWebIfStale(): Promise<boolean> {
  const hash = sourcesHash();
  if (isBuilt() && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return false;
  // A process of its own: the bundler takes 300 MB, which we would keep.
  const { code, output } = await runToEnd(
    'pnpm',
    ['--config.verifyDepsBeforeRun=false', '--filter', '@fraisier/web', 'build'],
    { cwd: root },
  );
  if (code !== 0) throw new PlainError(`The web could not be built:\n\n${output.trim()}`);
  if (!isBuilt()) throw new PlainError('The web was built, but web/dist/client or web/dist/server is missing.');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(stampFile, hash);
  return true;
}
