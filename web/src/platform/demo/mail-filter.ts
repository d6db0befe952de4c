/** The query of the mails shown, from the address of the page. */
export function mailFilter(search: URLSearchParams): { query: { to?: string } } {
  const to = search.get('to');
  return { query: to ? { to } : {} };
}
