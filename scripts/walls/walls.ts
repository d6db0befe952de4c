import { posix } from 'node:path';
import { type Import, lineOf, type Scan, scan } from './scan.ts';
import { tablesAfter, writersIn, writesIn } from './tables.ts';

export interface Sources {
  /** Path from the root, with forward slashes, to text. */
  files: ReadonlyMap<string, string>;
  /** Which folder under server/src owns a table. */
  tableOwners: Readonly<Record<string, string>>;
}

interface File extends Scan {
  path: string;
  source: string;
}

type Report = (line: number, sentence: string) => void;

/** Packages that only an adapter touches, and where that adapter is. */
const ADAPTERS: Record<string, string> = {
  sharp: 'platform/images',
  s3mini: 'platform/storage',
  nodemailer: 'platform/mail',
  stripe: 'platform/payments',
  'node:fs': 'platform',
  'node:fs/promises': 'platform',
  fs: 'platform',
  'fs/promises': 'platform',
};

/** Every breach of the walls of architecture.md, as `path:line sentence`. */
export function breaches({ files, tableOwners }: Sources): string[] {
  const found: string[] = [];
  const known = new Set(Object.keys(tableOwners));
  const all = [...files].map(([path, source]): File => ({ path, source, ...scan(source) }));
  const writers = new Map(
    all.filter(({ path }) => path.endsWith('.sql.ts')).map(({ path, text }) => [path, writersIn(text, known)]),
  );
  for (const file of all) {
    const report: Report = (line, sentence) => found.push(`${file.path}:${line} ${sentence}`);
    for (const each of file.imports) {
      const target = resolve(file.path, each.from);
      checkTree(file, each, target, report);
      if (file.path.startsWith('server/src/')) checkServer(file, each, target, writers, report);
    }
    checkPurity(file, report);
    if (file.path.startsWith('server/src/')) checkWrites(file, tableOwners, known, report);
  }
  found.push(...ownerless(files, tableOwners));
  return found.sort();
}

/** The path of our own module that an import names, or the package's name. */
function resolve(path: string, from: string): string {
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from);
  return from.replace(/^@fraisier\/(shared|server|web)\//, '$1/src/');
}

const isOurs = (target: string) => /^(shared|server|web|tests|scripts|migrations)\//.test(target);

/** Which of the trees may know which. */
function checkTree({ path }: File, { from, line }: Import, target: string, report: Report): void {
  if (target.startsWith('shared/src/verifier/') && !/^(shared\/src\/verifier|web\/src)\//.test(path)) {
    report(line, `what is verified knows nothing of its verifier (${from})`);
  }
  const stays = (allowed: string[], packages: (name: string) => boolean, sentence: string) => {
    const ours = isOurs(target) || target.startsWith('..');
    if (ours ? !allowed.some((folder) => target.startsWith(folder)) : !packages(from))
      report(line, `${sentence} (${from})`);
  };
  const any = () => true;
  const none = () => false;
  if (path.startsWith('shared/src/cycle/')) {
    stays(['shared/src/cycle/'], none, 'shared/src/cycle is pure and imports only itself');
  } else if (path.startsWith('shared/src/verifier/')) {
    stays(['shared/src/verifier/'], none, 'the verifier is a second implementation and imports only itself');
  } else if (path.startsWith('shared/src/contracts/')) {
    const allowed = ['shared/src/contracts/', 'shared/src/cycle/', 'shared/src/http/'];
    stays(allowed, (name) => name === 'typebox', 'contracts import only contracts, cycle, http and typebox');
  } else if (path.startsWith('shared/src/')) {
    stays(['shared/src/'], (name) => !name.startsWith('node:'), 'shared imports only shared, and runs in a browser');
  } else if (path.startsWith('server/src/')) {
    stays(['server/src/', 'shared/src/'], any, 'the server imports only itself and shared');
  } else if (path.startsWith('web/src/')) {
    stays(['web/src/', 'shared/src/'], (name) => !name.startsWith('node:'), 'the web imports only itself and shared');
  } else if (path.startsWith('migrations/')) {
    stays([], any, 'a migration is frozen and imports nothing of ours');
  }
}

/** The folder under server/src that a part of the shop lives in: `cycle/ballots`, `people`, `platform/mail`. */
function folderOf(path: string): string | undefined {
  return /^server\/src\/((?:cycle|platform)\/[^/]+|[^/]+)\//.exec(path)?.[1];
}

function checkServer(
  { path }: File,
  { from, names, line, typeOnly }: Import,
  target: string,
  writers: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): void {
  const folder = folderOf(path);
  const other = folderOf(target);
  const adapter = ADAPTERS[from];
  if (adapter && !`server/src/${folder}/`.startsWith(`server/src/${adapter}/`)) {
    report(line, `only ${adapter} imports ${from}`);
  }
  if (folder && target.endsWith('.routes.ts') && !path.endsWith('.routes.ts')) {
    report(line, 'routes are the outermost part: only app.ts imports them');
  }
  if (typeOnly) return;
  if (path.endsWith('.sql.ts')) {
    const allowed =
      target.startsWith('server/src/platform/db/') ||
      target.startsWith('shared/src/') ||
      (other === folder && target.endsWith('.sql.ts')) ||
      !isOurs(target);
    if (!allowed) report(line, `a .sql.ts imports only platform/db, shared and its neighbours’ SQL (${from})`);
  }
  if (path.endsWith('.routes.ts') && (from === 'kysely' || from === 'pg')) {
    report(line, `routes call a use case or a read; ${from} belongs in a .sql.ts`);
  }
  const written = writers.get(target);
  if (!written) return;
  const taken = names.includes('*') ? [...written] : names.filter((name) => written.has(name));
  for (const name of taken) {
    if (path.endsWith('.routes.ts')) report(line, `${name} writes: a route calls a use case for it`);
    else if (folder && other !== folder && !other?.startsWith('platform/')) {
      report(line, `${name} writes a table of ${other}: call a use case of that folder`);
    }
  }
}

/** No clock, chance or environment where the rules are pure; process.env in main.ts alone. */
function checkPurity({ path, code }: File, report: Report): void {
  const forbid = (pattern: RegExp, sentence: string) => {
    for (const match of code.matchAll(pattern)) report(lineOf(code, match.index), sentence);
  };
  if (path.startsWith('shared/src/cycle/')) {
    forbid(
      /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/g,
      'shared/src/cycle has no clock: take the moment as an argument',
    );
    forbid(/\bMath\.random\b|\bcrypto\./g, 'shared/src/cycle has no randomness: take the seed as an argument');
  }
  if ((path.startsWith('server/src/') && path !== 'server/src/main.ts') || path.startsWith('shared/src/')) {
    forbid(/\bprocess\s*\.\s*env\b/g, 'only server/src/main.ts reads process.env');
  }
}

function checkWrites(
  { path, text }: File,
  owners: Readonly<Record<string, string>>,
  known: ReadonlySet<string>,
  report: Report,
): void {
  if (path.endsWith('/schema.ts')) return;
  for (const { table, line } of writesIn(text, known)) {
    const owner = owners[table];
    if (!owner) report(line, `${table} has no owner in scripts/table-owners.ts`);
    else if (!path.endsWith('.sql.ts')) report(line, `${table} is written outside a .sql.ts`);
    else if (folderOf(path) !== owner) report(line, `${table} belongs to ${owner}, whose .sql.ts alone writes it`);
  }
}

function ownerless(files: ReadonlyMap<string, string>, owners: Readonly<Record<string, string>>): string[] {
  const migrations = [...files].filter(([path]) => path.startsWith('migrations/')).sort(([a], [b]) => (a < b ? -1 : 1));
  if (migrations.length === 0) return [];
  const tables = tablesAfter(migrations.map(([, source]) => scan(source).text));
  const missing = [...tables].filter((table) => !(table in owners));
  const stale = Object.keys(owners).filter((table) => !tables.has(table));
  return [
    ...missing.map((table) => `scripts/table-owners.ts:1 ${table} is in the migrations and has no owner`),
    ...stale.map((table) => `scripts/table-owners.ts:1 ${table} is in no migration`),
  ];
}
