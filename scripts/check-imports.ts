import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/folders.ts';
import { tableOwners } from './table-owners.ts';
import { breaches } from './walls/walls.ts';

/** `pnpm walls`: the walls of the architecture, checked on the sources as they stand. */

const SOURCES = ['shared/src/**/*.ts', 'server/src/**/*.ts', 'web/src/**/*.{ts,tsx}', 'migrations/*.ts'];

const files = new Map(
  globSync(SOURCES, { cwd: root }).map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]),
);
const found = breaches({ files, tableOwners });
for (const breach of found) console.log(breach);
console.log(found.length === 0 ? `The walls stand (${files.size} files)` : `\n${found.length} breaches of the walls`);
process.exitCode = found.length === 0 ? 0 : 1;
