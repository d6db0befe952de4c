/**
 * What the web puts in the place of typebox: the same builders, giving plain JSON Schema. Pages need a contract's
 * address and its limits, never its validation, and the real one weighs more than all our pages. The types stay
 * typebox's own; the build alone is switched (vite.config.ts).
 */
type Schema = Record<string, unknown>;

const typed =
  (type: string) =>
  (options?: Schema): Schema => ({ type, ...options });

function object(properties: { readonly [name: string]: Schema }, options?: Schema): Schema {
  const required = Object.keys(properties).filter((name) => !properties[name]?.['~optional']);
  return { type: 'object', properties, required, ...options };
}

const string = typed('string');
const integer = typed('integer');
const number = typed('number');
const boolean = typed('boolean');
const nothing = typed('null');
const unknown = (options?: Schema): Schema => ({ ...options });
const literal = (value: unknown, options?: Schema): Schema => ({ const: value, ...options });
const union = (anyOf: readonly Schema[], options?: Schema): Schema => ({ anyOf, ...options });
const choice = (values: readonly unknown[], options?: Schema): Schema => ({ enum: values, ...options });
const array = (items: Schema, options?: Schema): Schema => ({ type: 'array', items, ...options });
const optional = (schema: Schema): Schema => ({ ...schema, '~optional': true });
const record = (_key: Schema, value: Schema, options?: Schema): Schema => ({
  type: 'object',
  additionalProperties: value,
  ...options,
});

export {
  array as Array,
  boolean as Boolean,
  choice as Enum,
  integer as Integer,
  literal as Literal,
  nothing as Null,
  number as Number,
  object as Object,
  optional as Optional,
  record as Record,
  string as String,
  union as Union,
  unknown as Unknown,
};
