import type { Contract, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { QueryClient as Client, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, call, type InputArgs, type InputOf, type Transport } from './api.ts';

const transports = new WeakMap<QueryClient, Transport>();

/** A cache of answers. The server gives each render its own, with the transport that carries the visitor's cookies. */
export function makeQueryClient(transport?: Transport): QueryClient {
  const client = new Client({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        // A refusal stays a refusal; only a lost connection is worth another try, while there is a network at all.
        retry: (failures, error) =>
          error instanceof ApiProblem && error.code === 'offline' && failures < 2 && navigator.onLine !== false,
        // Without a network a call fails and says so, instead of waiting unseen; what is shown is read again after.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  if (transport) transports.set(client, transport);
  return client;
}

/** The key under which an answer is kept; with the contract alone, the start of all its keys. */
export function keyOf<C extends Contract>(contract: C, input?: InputOf<C>): readonly unknown[] {
  if (!input) return [contract.name];
  const { params, query, body } = input as { params?: unknown; query?: unknown; body?: unknown };
  return [contract.name, { params, query, body }];
}

/** A GET of the contract as TanStack Query wants it: for useQuery, fetchQuery and prefetchQuery alike. */
export function queryOf<C extends Contract>(contract: C, ...[input]: InputArgs<C>) {
  const given = (input ?? {}) as InputOf<C>;
  return {
    queryKey: keyOf(contract, given),
    queryFn: async ({ signal, client }: { signal: AbortSignal; client: QueryClient }): Promise<Settled<C>> => {
      const answer = await call(contract, given, { signal, transport: transports.get(client) });
      return (answer ?? null) as Settled<C>;
    },
  };
}

/** Query keeps no `undefined`: an empty answer is null. */
export type Settled<C extends Contract> = ResponseOf<C> extends undefined ? null : ResponseOf<C>;

/** Reads a GET in a page: `{data, error, isPending, refetch}`; `error` is an ApiProblem for `<ErrorNote>`. */
export function useCall<C extends Contract>(contract: C, ...args: InputArgs<C>) {
  return useQuery<Settled<C>, ApiProblem>(queryOf(contract, ...args));
}

/**
 * Does an act (POST, PUT, PATCH, DELETE): `act.mutate(input)` or `await act.mutateAsync(input)`. What the answer makes
 * stale is named by its contracts and read again.
 */
export function useAct<C extends Contract>(
  contract: C,
  options: { invalidates?: readonly Contract[]; onDone?: (answer: ResponseOf<C>) => void } = {},
) {
  const client = useQueryClient();
  return useMutation<ResponseOf<C>, ApiProblem, InputOf<C>>({
    mutationFn: (input) => call(contract, input),
    onSuccess: async (answer) => {
      options.onDone?.(answer);
      await Promise.all((options.invalidates ?? []).map((stale) => invalidate(client, stale)));
    },
  });
}

/** Reads again whatever is kept of a contract. */
export async function invalidate(client: QueryClient, contract: Contract): Promise<void> {
  const kept = { queryKey: [contract.name] };
  const fetching = client.getQueryCache().findAll({ ...kept, fetchStatus: 'fetching' });
  const first = fetching.filter(({ state }) => state.data === undefined).map(({ promise }) => promise);
  await Promise.allSettled([client.invalidateQueries(kept), ...first]);
  // A first read that was under way may be older than the act, and Query takes it for the answer.
  if (first.length > 0) await client.invalidateQueries(kept);
}
