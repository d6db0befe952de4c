/** Which page of runs an address asks for, in the form of the call: the loader and the page must ask alike. */
export function listQuery(search: URLSearchParams): { query: { cursor?: string } } {
  const cursor = search.get('cursor');
  return { query: cursor && /^[0-9a-f-]{36}$/i.test(cursor) ? { cursor } : {} };
}
