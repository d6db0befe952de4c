import { createRequire } from 'node:module';
import type { FastifyServerOptions } from 'fastify';

type Compilers = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;
type BuildSerializer = NonNullable<Compilers['buildSerializer']>;

const ours = createRequire(import.meta.url);
/** Fastify's own, of the very version that it brings. */
export const buildSerializer: BuildSerializer = createRequire(ours.resolve('fastify'))(
  '@fastify/fast-json-stringify-compiler',
).SerializerSelector();

/** Makes the function with its first call. */
export function whenCalled<Input, Output>(make: () => (input: Input) => Output): (input: Input) => Output {
  let made: ((input: Input) => Output) | undefined;
  return (input) => {
    made ??= make();
    return made(input);
  };
}

/**
 * An answer's schema is compiled by the first answer: those of all routes at once are a second of each start, and most
 * processes send few of them. That each can be compiled is for a test to say.
 */
export const schemaController: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: {
    buildSerializer: (...known) => {
      const compile = buildSerializer(...known);
      return (route) => whenCalled(() => compile(route));
    },
  },
};
