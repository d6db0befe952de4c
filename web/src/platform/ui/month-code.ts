/** The value of `data-ink`: `01` to `12`. */
export function monthCode(month: number): string {
  return String(month).padStart(2, '0');
}
