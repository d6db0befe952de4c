import { Readable } from 'node:stream';
import type {
  Audience,
  BodyOf,
  Contract,
  HeadersOf,
  ParamsOf,
  QueryOf,
  ResponseOf,
} from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { IsOptional, type TSchema } from 'typebox';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { closed } from './validation.ts';

/** What a handler is given: all of it checked against the contract. */
export interface Call<C extends Contract> {
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly headers: HeadersOf<C>;
  readonly body: BodyOf<C>;
  /** Who calls; null only where anyone may, or where the session is looked at later. */
  readonly member: C['session'] extends 'deferred' ? null : C['audience'] extends 'anyone' ? Member | null : Member;
  /** The token of a session that the handler must still look up; null where `member` is known. */
  readonly session: C['session'] extends 'deferred' ? string : null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface FileAnswer {
  /** As a function, nothing is opened for who asks by HEAD; `bytes` tells them the size then. */
  readonly body: Readable | Buffer | (() => Promise<Readable>);
  readonly fileName: string;
  /** The contract's own media type if not given. */
  readonly mediaType?: string;
  readonly bytes?: number;
  /** To be looked at in the browser, and not kept. */
  readonly isShown?: boolean;
}

type AnswerOf<C extends Contract> = C['file'] extends string ? FileAnswer : ResponseOf<C>;
export type Handler<C extends Contract> = (call: Call<C>) => Promise<AnswerOf<C>>;
export type Route = <const C extends Contract>(contract: C, handler: Handler<C>) => void;
/** The routes of one folder. */
export type Routes = (route: Route, deps: Deps, app: Closing) => void;
/** What a folder that keeps something open may be told: that the last request is answered. */
export type Closing = { addHook(name: 'onClose', done: () => Promise<void>): unknown };

export interface KnownRoute {
  readonly method: string;
  readonly url: string;
  /** What few routes have none of: better-auth's, pictures, documents, pages. */
  readonly contract: Contract | undefined;
}

/** Keeps the list of all routes made from now on as `app.routes`: the tests walk every one. */
export function keepRoutes(app: FastifyInstance): void {
  const routes: KnownRoute[] = [];
  app.decorate('routes', routes);
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) routes.push({ method: one, url, contract: config?.contract });
  });
}

const rank = { member: 1, operator: 2, admin: 3 } as const;

/** The one place that decides who may make a call. */
export function assertAudience(audience: Audience, member: Member | null): void {
  if (audience === 'anyone') return;
  if (!member) throw new Problem('not_signed_in');
  if (rank[member.role] < rank[audience]) throw new Problem('not_allowed');
}

/** Who calls is found out and let through, or refused. */
async function admit(contract: Contract, request: FastifyRequest, { accounts }: Deps): Promise<void> {
  if (contract.session === 'deferred') {
    request.sessionToken = await accounts.sessionIn(request.headers);
    if (request.sessionToken === null) throw new Problem('not_signed_in');
    return;
  }
  const member = accounts.memberOf(request.headers);
  // Where anyone may call, a session that cannot be read is none: /api/ready must still say what is down.
  request.member = await (contract.audience === 'anyone' ? member.catch(() => null) : member);
  assertAudience(contract.audience, request.member);
}

/** Gives the function that turns a contract and its handler into a route of `app`. */
export function createRoute(app: FastifyInstance, deps: Deps, seen: Contract[]): Route {
  return (contract, handler) => {
    if (contract.session && contract.audience !== 'member') throw new Error(`${contract.name}: a role must be known`);
    seen.push(contract);
    app.route({
      method: contract.method,
      url: contract.path,
      schema: schemaOf(contract),
      config: { contract },
      // Before the body is read and validated: who may not ask learns nothing of what is asked.
      onRequest: (request) => admit(contract, request, deps),
      handler: async (request, reply) => {
        const answer = await handler({
          params: request.params,
          query: request.query,
          headers: request.headers,
          body: request.body,
          member: request.member,
          session: request.sessionToken,
          request,
          reply,
        } as Call<typeof contract>);
        reply.code(contract.status);
        if (!contract.file) return contract.status === 204 ? reply.send() : answer;
        return sendFile(reply, contract.file, answer as FileAnswer);
      },
    });
  };
}

async function sendFile(reply: FastifyReply, mediaType: string, file: FileAnswer): Promise<FastifyReply> {
  const body = await bodyOf(file, reply.request);
  const ascii = file.fileName.replace(/[^\w. -]+/g, '_');
  reply
    .type(file.mediaType ?? mediaType)
    .header(
      'content-disposition',
      `${file.isShown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    )
    .header('cache-control', 'private, no-store');
  if (file.bytes !== undefined) reply.header('content-length', file.bytes);
  return reply.send(body);
}

async function bodyOf({ body }: FileAnswer, { method }: FastifyRequest): Promise<Readable | Buffer> {
  if (typeof body !== 'function') return body;
  return method === 'HEAD' ? Readable.from([]) : body();
}

/** Where the body may be left out, Fastify checks null in its place. */
function bodySchema(body: TSchema): object {
  return IsOptional(body) ? { ...closed(body), nullable: true } : closed(body);
}

/** As Fastify takes it. */
export function schemaOf(contract: Contract): FastifySchema {
  const success = contract.response
    ? { [contract.status]: JSON.parse(JSON.stringify(contract.response)) }
    : contract.file
      ? {}
      : { [contract.status]: { type: 'null' } };
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: contract.path.split('/').slice(2, 3),
    description: `Audience: ${contract.audience}.${contract.problems?.length ? ` Problems: ${contract.problems.join(', ')}.` : ''}`,
    ...(contract.params ? { params: closed(contract.params) } : {}),
    ...(contract.query ? { querystring: closed(contract.query) } : {}),
    ...(contract.headers ? { headers: JSON.parse(JSON.stringify(contract.headers)) } : {}),
    ...(contract.body && !contract.upload ? { body: bodySchema(contract.body) } : {}),
    ...(contract.upload ? { consumes: ['multipart/form-data'] } : {}),
    response: { ...success, '4xx': { $ref: 'Problem#' }, '5xx': { $ref: 'Problem#' } },
  };
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly routes: readonly KnownRoute[];
  }
  interface FastifyRequest {
    member: Member | null;
    sessionToken: string | null;
  }
  interface FastifyContextConfig {
    contract?: Contract;
  }
}
