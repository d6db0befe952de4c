/** The path of our own sandbox bank, without its language; null for a real provider's page. */
export function payPath(url: string): string | null {
  return /^(?:https?:\/\/[^/]+)?\/(?:fr|en)(\/pay\/[0-9a-f-]{36})$/.exec(url)?.[1] ?? null;
}
