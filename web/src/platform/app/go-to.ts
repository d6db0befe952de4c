import { navigate } from 'wouter/use-browser-location';

export interface GoOptions {
  /** Takes the place of the entry in the browser's history. */
  readonly replace?: boolean;
}

/** Goes to an address of the site. Each entry of the history gets a key, by which its place on the page is kept. */
export function goTo(address: string, { replace = false }: GoOptions = {}): void {
  const isHere = new URL(address, location.href).href === location.href;
  navigate(address, { replace: replace || isHere, state: { key: Math.random().toString(36).slice(2) } });
}

/** Shows this page with another query, or with none. */
export function showQuery(query: URLSearchParams | string, options?: GoOptions): void {
  const search = query.toString();
  goTo(location.pathname + (search ? `?${search}` : ''), options);
}
