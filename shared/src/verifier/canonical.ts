export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Reads a text that is RFC 8785 canonical JSON with whole numbers only; throws on any other spelling. */
export function readCanonical(text: string): Json {
  const value: unknown = JSON.parse(text);
  if (spell(value) !== text) throw new SyntaxError('not canonical JSON');
  return value as Json;
}

function spell(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new SyntaxError('a lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new SyntaxError('a number that is not whole');
      return value.toString();
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(spell).join()}]`;
      const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${spell(one)}`).join()}}`;
    }
    default:
      throw new SyntaxError(`JSON has no ${typeof value}`);
  }
}
