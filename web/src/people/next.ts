/** Where to go after signing in: an address of ours, never another site's. */
export function safeNext(next: string | null, lang: string): string {
  return next && /^\/(fr|en)(\/|$)/.test(next) ? next : `/${lang}`;
}
