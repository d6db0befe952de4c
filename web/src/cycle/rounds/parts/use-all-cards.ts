import { type DesignCard, listRoundDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useVisitorOrder } from '../../../platform/app/visitor-order.ts';
import { keyOf, queryOf, useCall } from '../../../platform/query.ts';
import { manyCardsAfter } from '../gallery-calls.ts';

/** The cards of all designs of a round by design: the first page with the page itself, the rest one after another. */
export function useAllCards(round: string): ReadonlyMap<string, DesignCard> {
  const order = useVisitorOrder();
  const client = useQueryClient();
  const first = useCall(listRoundDesigns, manyCardsAfter(round, order, undefined)).data;
  const after = first?.nextCursor ?? null;
  const rest = useInfiniteQuery({
    queryKey: [...keyOf(listRoundDesigns), 'rest', round, order, after],
    enabled: after !== null,
    initialPageParam: after ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      queryOf(listRoundDesigns, manyCardsAfter(round, order, pageParam)).queryFn({ signal, client }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const { hasNextPage, isFetching, fetchNextPage } = rest;
  useEffect(() => {
    if (after !== null && hasNextPage && !isFetching) void fetchNextPage();
  }, [after, hasNextPage, isFetching, fetchNextPage]);
  const cards = [...(first?.items ?? []), ...(rest.data?.pages.flatMap((page) => page.items) ?? [])];
  return new Map(cards.map((card) => [card.id, card]));
}
