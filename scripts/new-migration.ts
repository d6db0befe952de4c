import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fail, PlainError } from './support/plain-error.ts';

/** `pnpm new-migration "what it does"`: an empty migration, named after today and after those of today. */

const FOLDER = new URL('../migrations/', import.meta.url);

const TEMPLATE = `import { type Kysely, sql } from 'kysely';

/** What it is for. Forward only; once it has run anywhere it is never edited; it imports nothing of ours. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`\`.execute(db);
}
`;

/** Throws what to do instead where no name would be right. */
export function nameOf(words: string, today: string, existing: string[]): string {
  const slug = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
  if (!slug) throw new PlainError('Say in a few words what it does: pnpm new-migration "add a hint to designs"');
  const last = existing.toSorted().at(-1) ?? '';
  // Numbers may have gaps: the next one is after the highest of today, not after as many as there are.
  const numbers = existing.filter((name) => name.startsWith(today)).map((name) => Number(name.slice(11, 13)));
  const next = Math.max(0, ...numbers) + 1;
  const name = `${today}-${String(next).padStart(2, '0')}-${slug}.ts`;
  // Migrations run in the order of their names, and one that sorts before an applied one is refused.
  if (name <= last) throw new PlainError(`${name} would come before ${last}: is the clock of this machine right?`);
  return name;
}

function main(): void {
  const existing = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  const name = nameOf(process.argv.slice(2).join(' '), new Date().toISOString().slice(0, 10), existing);
  const file = fileURLToPath(new URL(name, FOLDER));
  writeFileSync(file, TEMPLATE, { flag: 'wx' });
  console.log(`migrations/${name}`);
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    fail(error);
  }
}
