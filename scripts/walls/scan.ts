export interface Import {
  /** As written. */
  from: string;
  /** Names taken, as the other module calls them; `*` for all of them; empty when it is only run. */
  names: string[];
  /** It vanishes when the types are stripped. */
  typeOnly: boolean;
  line: number;
}

export interface Scan {
  imports: Import[];
  /** The source without comments and without what stands in any string or template. */
  code: string;
  /** The source without comments. */
  text: string;
}

/** What a module imports, found without a TypeScript parser (TypeScript 7 offers none). Offsets and lines are kept. */
export function scan(source: string): Scan {
  const { code, imports: withStrings, text } = blank(source);
  return { imports: findImports(withStrings), code, text };
}

export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

/** The source three times, with more and more of it blanked out. */
function blank(source: string): { text: string; imports: string; code: string } {
  const text = [...source.split('')];
  const imports = [...text];
  const code = [...text];
  const erase = (targets: string[][], from: number, to: number) => {
    for (let at = from; at < to; at++) {
      if (source[at] !== '\n') for (const target of targets) target[at] = ' ';
    }
  };
  /** For each open template: how many braces its current `${` has seen open. */
  const templates: number[] = [];
  let at = 0;
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    const one = two[0] ?? '';
    if (two === '//' || two === '/*') {
      const close = two === '//' ? source.indexOf('\n', at) : source.indexOf('*/', at + 2) + 2;
      const end = close < at + 2 ? source.length : close;
      erase([text, imports, code], at, end);
      at = end;
    } else if (one === "'" || one === '"') {
      const end = endOfString(source, at);
      erase([code], at + 1, end - 1);
      at = end;
    } else if (one === '`' || (one === '}' && templates.at(-1) === 0)) {
      if (one === '}') templates.pop();
      const { end, opens } = endOfTemplatePart(source, at + 1);
      erase([imports, code], at + 1, opens ? end - 2 : end - 1);
      if (opens) templates.push(0);
      at = end;
    } else if (one === '/' && startsRegex(source, at)) {
      const end = endOfRegex(source, at);
      erase([imports, code], at + 1, end - 1);
      at = end;
    } else {
      if (templates.length > 0 && one === '{') templates.push(templates.pop()! + 1);
      if (templates.length > 0 && one === '}') templates.push(templates.pop()! - 1);
      at++;
    }
  }
  return { text: text.join(''), imports: imports.join(''), code: code.join('') };
}

function endOfString(source: string, start: number): number {
  const quote = source[start];
  let at = start + 1;
  while (at < source.length && source[at] !== quote && source[at] !== '\n') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfTemplatePart(source: string, start: number): { end: number; opens: boolean } {
  let at = start;
  while (at < source.length) {
    if (source[at] === '\\') at += 2;
    else if (source[at] === '`') return { end: at + 1, opens: false };
    else if (source.startsWith('${', at)) return { end: at + 2, opens: true };
    else at++;
  }
  return { end: at, opens: false };
}

/** A slash divides after a value; elsewhere it opens a regular expression. */
function startsRegex(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 40), at).trimEnd();
  if (/\b(return|typeof|case|in|of|do|else|void|await|yield)$/.test(before)) return true;
  // After `<` it closes a JSX element.
  return !/[\w$)\]}"'`<]$/.test(before);
}

function endOfRegex(source: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < source.length && source[at] !== '\n'; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') inClass = true;
    else if (source[at] === ']') inClass = false;
    else if (source[at] === '/' && !inClass) return at + 1;
  }
  return start + 1;
}

const STATIC = /(?<![.\w$])(?:import|export)(\s+type)?\s*((?:[\w$*]|[\s,{}]|"[^"]*")+?)\s*from\s*(['"])([^'"\n]+)\3/g;
const BARE = /(?<![.\w$])import\s*(['"])([^'"\n]+)\1/g;
const CALLED = /(?<![.\w$])(?:import|require)\s*\(\s*(['"])([^'"\n]+)\1/g;

function findImports(source: string): Import[] {
  const found: Import[] = [];
  for (const match of source.matchAll(STATIC)) {
    const clause = match[2] ?? '';
    const specifiers =
      /\{([^}]*)\}/
        .exec(clause)?.[1]
        ?.split(',')
        .map((each) => each.trim())
        .filter(Boolean) ?? [];
    const outside = clause
      .replace(/\{[^}]*\}/, '')
      .replaceAll(',', ' ')
      .trim();
    const types = specifiers.filter((each) => each.startsWith('type '));
    const values = specifiers
      .filter((each) => !each.startsWith('type '))
      .map((each) => each.split(/\s+as\s+/)[0] ?? each);
    found.push({
      from: match[4] ?? '',
      names: [...values, ...(outside.includes('*') ? ['*'] : outside ? ['default'] : [])],
      typeOnly: match[1] !== undefined || (types.length > 0 && values.length === 0 && outside === ''),
      line: lineOf(source, match.index),
    });
  }
  for (const match of source.matchAll(BARE)) {
    found.push({ from: match[2] ?? '', names: [], typeOnly: false, line: lineOf(source, match.index) });
  }
  for (const match of source.matchAll(CALLED)) {
    found.push({ from: match[2] ?? '', names: ['*'], typeOnly: false, line: lineOf(source, match.index) });
  }
  return found;
}
