import type * as Type from 'typebox';
import type { ProblemCode } from './problems.ts';

/** Who may make a call. `member` is anyone signed in; operators and admins are members too. */
export type Audience = 'anyone' | 'member' | 'operator' | 'admin';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What one HTTP call takes and gives, and who may make it. The same value validates the request, whitelists the
 * answer, types the client, limits the forms and makes the OpenAPI page.
 */
export interface Contract {
  /** A verb and a noun, unique: the operation id of the OpenAPI page. */
  readonly name: string;
  readonly method: Method;
  /** With `:name` for the parts that `params` describes. */
  readonly path: `/api/${string}`;
  readonly audience: Audience;
  /**
   * `deferred`, for a call that is made so often that looking up its session first would double its cost: the route only
   * sees that the cookie is one of ours, and the statement that does the work sees whether its session still lasts. The
   * handler answers `not_signed_in` when it does not. Only for `member`: a role is known with the session.
   */
  readonly session?: 'deferred';
  /** One sentence for the readable API page. */
  readonly summary: string;
  readonly params?: Type.TObject;
  readonly query?: Type.TObject;
  /** Lower-case header names. Only those that change the meaning of the call. */
  readonly headers?: Type.TObject;
  readonly body?: Type.TSchema;
  /** The body is a multipart form: one file named by the value, then the fields of `body`. */
  readonly upload?: string;
  /** The status of a success. 204 has no `response`. */
  readonly status: 200 | 201 | 202 | 204;
  readonly response?: Type.TSchema;
  /** The media type of a download; instead of `response`. */
  readonly file?: string;
  /** The problems this call may answer beyond those any call may (bad input, signed out, wrong role, too many). */
  readonly problems?: readonly ProblemCode[];
}

/** Makes a contract a value and keeps its exact type. */
export function contract<const C extends Contract>(value: C): C {
  return value;
}

type StaticOf<S> = S extends Type.TSchema ? Type.Static<S> : undefined;

export type ParamsOf<C extends Contract> = StaticOf<C['params']>;
export type QueryOf<C extends Contract> = StaticOf<C['query']>;
export type HeadersOf<C extends Contract> = StaticOf<C['headers']>;
export type BodyOf<C extends Contract> = StaticOf<C['body']>;
export type ResponseOf<C extends Contract> = C['response'] extends Type.TSchema
  ? Type.Static<C['response']>
  : undefined;
