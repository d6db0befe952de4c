import { lineOf } from './scan.ts';

export interface Write {
  table: string;
  line: number;
}

const BUILDER = /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\s*\(\s*['"`]([a-z0-9_]+)/g;
const RAW = [
  /\binsert\s+into\s+(?:only\s+)?"?([a-z0-9_]+)"?/gi,
  /\bupdate\s+(?:only\s+)?"?([a-z0-9_]+)"?\s+(?:(?:as\s+)?[a-z0-9_]+\s+)?set\b/gi,
  /\bdelete\s+from\s+(?:only\s+)?"?([a-z0-9_]+)"?/gi,
  /\bmerge\s+into\s+(?:only\s+)?"?([a-z0-9_]+)"?/gi,
  /\btruncate\s+(?:table\s+)?(?:only\s+)?"?([a-z0-9_]+)"?/gi,
];

/** The tables that a source without comments writes, by Kysely's builders and by SQL in templates. */
export function writesIn(text: string, known: ReadonlySet<string>): Write[] {
  const found: Write[] = [];
  for (const pattern of [BUILDER, ...RAW]) {
    for (const match of text.matchAll(pattern)) {
      const table = match[1]?.toLowerCase() ?? '';
      if (pattern === BUILDER || known.has(table)) found.push({ table, line: lineOf(text, match.index) });
    }
  }
  return found;
}

const DECLARATION = /^(?:export\s+)?(?:async\s+)?(?:function\s*\*?\s*|const\s+|let\s+)([\w$]+)/gm;

/** The functions of a `.sql.ts` that write, by themselves or through another of the file. */
export function writersIn(text: string, known: ReadonlySet<string>): Set<string> {
  const starts = [...text.matchAll(DECLARATION)];
  const bodies = starts.map((match, index) => ({
    name: match[1] ?? '',
    body: text.slice(match.index + match[0].length, starts[index + 1]?.index),
  }));
  const writers = new Set(bodies.filter(({ body }) => writesIn(body, known).length > 0).map(({ name }) => name));
  for (let before = -1; before !== writers.size; ) {
    before = writers.size;
    for (const { name, body } of bodies) {
      if ([...writers].some((writer) => new RegExp(`(?<![.\\w$])${writer}\\b`).test(body))) writers.add(name);
    }
  }
  return writers;
}

/** The tables that stand after all migrations, in the order given. */
export function tablesAfter(migrations: string[]): Set<string> {
  const tables = new Set<string>();
  for (const text of migrations) {
    for (const match of text.matchAll(
      /\b(?:(create)\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?|(drop)\s+table\s+(?:if\s+exists\s+)?|alter\s+table\s+(?=[a-z0-9_]+\s+rename\s+to))"?([a-z0-9_]+)"?(?:\s+rename\s+to\s+([a-z0-9_]+))?/gi,
    )) {
      const [, creates, , table = '', renamed] = match;
      if (creates) tables.add(table);
      else tables.delete(table);
      if (renamed) tables.add(renamed);
    }
  }
  return tables;
}
