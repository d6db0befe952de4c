/** What canonical JSON may hold here: every number is a safe integer, since fractions invite two spellings. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * The one text of a value (RFC 8785 for the subset above): keys sorted by UTF-16 code units, no white space. Throws on
 * anything else: `undefined`, fractions, unsafe integers, lone surrogates, class instances, holes.
 */
export function canonicalJson(value: CanonicalValue): string {
  return write(value);
}

function write(value: unknown): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`);
    return String(value);
  }
  // Array.from shows a hole as undefined, which is refused; map() would skip it.
  if (Array.isArray(value)) return `[${Array.from(value, write).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${writeString(key)}:${write(value[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`canonical JSON has no ${value === undefined ? 'undefined' : typeof value}`);
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON has no lone surrogate');
  return JSON.stringify(text);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Reads a text that is canonical JSON to the last byte; throws on any other spelling of the same value. */
export function parseCanonicalJson(text: string): CanonicalValue {
  const value = JSON.parse(text) as CanonicalValue;
  if (canonicalJson(value) !== text) throw new SyntaxError('not in canonical form');
  return value;
}
