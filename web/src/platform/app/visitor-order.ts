import { type QueryClient, useQueryClient } from '@tanstack/react-query';

/** How many shuffled orders of a gallery there are. Shared ones, so that the server keeps them ready. */
const ORDERS = 64;
const orders = new WeakMap<QueryClient, number>();

/** The order a visitor keeps, from the cookie; another one at random for who has none. */
export function orderOfCookie(cookie: string | undefined): number {
  const order = cookie && /^\d{1,2}$/.test(cookie) ? Number(cookie) : ORDERS;
  return order < ORDERS ? order : Math.floor(Math.random() * ORDERS);
}

export function setVisitorOrder(client: QueryClient, order: number): void {
  orders.set(client, order);
}

export function visitorOrder(client: QueryClient): number {
  return orders.get(client) ?? 0;
}

/** Which of the shuffled orders this visitor sees galleries in: the same on the server and in the browser. */
export function useVisitorOrder(): number {
  return visitorOrder(useQueryClient());
}

/** Keeps the order that the server drew, for a year. */
export function keepVisitorOrder(order: number): void {
  if (/(?:^|;\s*)order=/.test(document.cookie)) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not everywhere, and this is not secret.
  document.cookie = `order=${order}; path=/; max-age=31536000; samesite=lax`;
}
