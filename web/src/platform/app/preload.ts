/** Brings the code and texts of a page that is likely to be next. */
export function preload(href: string): void {
  import('./travel.ts')
    .then(({ warm }) => warm(href))
    .catch(() => {
      // The click will try again, and tell.
    });
}
