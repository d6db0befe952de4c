import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { whenCalled } from './compile-when-called.ts';

// The package is CommonJS: its types and its value disagree about where the function stands.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

const options = { allErrors: true, strict: false, useDefaults: false } as const;
// A body says what it means: null is not 0, true is not 1, and a field we do not know is a mistake.
const strict = new Ajv(options);
// An address has only text: '3' is 3 there.
const coercing = new Ajv({ ...options, coerceTypes: true });
addFormats(strict);
addFormats(coercing);
// The library's own also lets `urn:uuid:…` pass, which Postgres does not read.
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
strict.addFormat('uuid', uuid);
coercing.addFormat('uuid', uuid);

/** Refuses what an object does not name, however deep. */
export function closed(schema: TSchema): object {
  return close(JSON.parse(JSON.stringify(schema))) as object;
}

function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, close(value)]));
  if (copy.type === 'object' && copy.properties !== undefined && copy.additionalProperties === undefined) {
    copy.additionalProperties = false;
  }
  return copy;
}

/** The check of one part of a request. */
export const compileCheck: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const validate = (httpPart === 'body' ? strict : coercing).compile(schema);
  return (data: unknown) => {
    if (validate(data)) return { value: data };
    return { error: Object.assign(new Error('bad input'), { validation: validate.errors ?? [] }) };
  };
};

/** Each is compiled by the first request that needs it. */
export function useValidation(app: FastifyInstance): void {
  app.setValidatorCompiler<object>((route) => whenCalled(() => compileCheck(route)));
}

/** Kept here: Ajv itself keeps one for each object that it is given, for ever. */
const ofForms = new WeakMap<TSchema, ValidateFunction>();

/** Checks the fields of a multipart form, which Fastify does not see as a body. Gives the errors, none if right. */
export function fieldErrors(schema: TSchema, fields: unknown): { field: string; detail: string }[] {
  const validate = ofForms.get(schema) ?? strict.compile(closed(schema));
  ofForms.set(schema, validate);
  if (validate(fields)) return [];
  return (validate.errors ?? []).map((error) => {
    const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
    const field = missingProperty ?? additionalProperty ?? error.instancePath.slice(1);
    return { field, detail: error.message ?? '' };
  });
}
