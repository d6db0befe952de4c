import type { Contract, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiProblem, InputArgs, InputOf } from '../../api.ts';
import { queryOf } from '../../query.ts';

type ItemOf<C extends Contract> = ResponseOf<C> extends { readonly items: readonly (infer Item)[] } ? Item : never;

interface ListAnswer<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export interface Pages<Item> {
  /** Null until the first page is there. */
  readonly items: readonly Item[] | null;
  readonly error: ApiProblem | null;
  readonly retry: () => void;
  /** Brings the next page; null when there is none. */
  readonly more: (() => void) | null;
  readonly loadingMore: boolean;
}

/**
 * A list that goes on by cursors, all its pages shown so far as one. The first page is the answer that the loader has
 * read with the same input.
 */
export function usePages<C extends Contract>(contract: C, input: InputOf<C>): Pages<ItemOf<C>> {
  const asked = JSON.stringify(input);
  const [shown, setShown] = useState<{ asked: string; cursors: readonly string[] }>({ asked, cursors: [] });
  const cursors = shown.asked === asked ? shown.cursors : [];
  const { query } = input as { query?: object };
  const inputs = [input, ...cursors.map((cursor) => ({ ...input, query: { ...query, cursor } }) as InputOf<C>)];
  const answers = useQueries({
    queries: inputs.map((one) => queryOf(contract, ...([one] as unknown as InputArgs<C>))),
  });
  const pages = answers.flatMap(({ data }) => (data ? [data as unknown as ListAnswer<ItemOf<C>>] : []));
  const last = answers.at(-1);
  const next = last?.data ? (last.data as unknown as ListAnswer<unknown>).nextCursor : null;
  const failed = answers.find(({ error }) => error !== null);
  return {
    items: pages.length > 0 ? withoutTwins(pages.flatMap((page) => page.items)) : null,
    error: (failed?.error ?? null) as ApiProblem | null,
    retry: () => void failed?.refetch(),
    more: next ? () => setShown({ asked, cursors: [...cursors, next] }) : null,
    loadingMore: cursors.length > 0 && last?.isPending === true,
  };
}

/** A page read again may begin where another one ends. */
function withoutTwins<Item>(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const { id, slug } = item as { id?: string; slug?: string };
    const name = id ?? slug ?? '';
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
