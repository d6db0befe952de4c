/**
 * What the web puts in the place of typebox: the same builders, giving plain JSON Schema. Pages need a contract's
 * address and its limits, never its validation, and the real one weighs more than all our pages. The types stay
 * typebox's own; the build alone is switched (vite.config.ts).
 */
type Schema = Record<string, unknown>;
type Options = Record<string, unknown>;

const of =
  (type: string) =>
  (options?: Options): Schema => ({ type, ...options });

export const String = of('string');
export const Integer = of('integer');
export const Number = of('number');
export const Boolean = of('boolean');
export const Null = of('null');

export function Unknown(options?: Options): Schema {
  return { ...options };
}

export function Literal(value: unknown, options?: Options): Schema {
  return { const: value, ...options };
}

export function Union(anyOf: readonly Schema[], options?: Options): Schema {
  return { anyOf, ...options };
}

export function Array(items: Schema, options?: Options): Schema {
  return { type: 'array', items, ...options };
}

export function Record(key: Schema, value: Schema, options?: Options): Schema {
  return { type: 'object', patternProperties: { [`${key.pattern ?? '^.*$'}`]: value }, ...options };
}

export function Optional(schema: Schema): Schema {
  return { ...schema, '~optional': true };
}

export function Object(properties: { readonly [name: string]: Schema }, options?: Options): Schema {
  const required = globalThis.Object.keys(properties).filter((name) => !properties[name]?.['~optional']);
  return { type: 'object', properties, required, ...options };
}
