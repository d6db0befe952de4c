import type { Contract } from '@fraisier/shared/http/contract.ts';
import type { FastifySchema } from 'fastify';

interface Described {
  readonly schema: FastifySchema;
  readonly url: string;
  readonly route: { readonly config?: { readonly contract?: Contract } };
}

const problem = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
};
const binary = { type: 'string', format: 'binary' } as const;

/**
 * What the OpenAPI page says of a route beyond what Fastify checks: the form of an upload, which is read by hand, the
 * media type of a download, and that problems are problem+json.
 */
export function describeRoute({ schema, url, route }: Described): { schema: FastifySchema; url: string } {
  const contract = route.config?.contract;
  if (!contract) return { schema, url };
  const success = contract.file
    ? { [contract.status]: { description: 'The file', content: { [contract.file]: { schema: binary } } } }
    : {};
  return {
    url,
    schema: {
      ...schema,
      ...(contract.upload ? { body: formOf(contract, contract.upload) } : {}),
      response: { ...(schema.response as object), ...success, '4xx': problem, '5xx': problem },
    },
  };
}

function formOf(contract: Contract, fileField: string): object {
  const { properties = {}, required = [] } = JSON.parse(JSON.stringify(contract.body ?? {}));
  return { type: 'object', properties: { [fileField]: binary, ...properties }, required: [fileField, ...required] };
}
