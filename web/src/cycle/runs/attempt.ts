import { forgetKept, type Keeping, keep, readKept, type Shelf } from '../../platform/device.ts';

/**
 * One attempt to order has one key, kept for as long as the order's words are the same: a double click, a lost answer
 * or a reload of the page ask for the same order again, never for a second one.
 */
export function attemptKey(storage: Keeping | null, run: string, body: unknown): string {
  const words = JSON.stringify(body);
  const kept = (readKept(storage, nameOf(run)) ?? memory.get(run)) as Attempt | null | undefined;
  if (kept?.words === words) return kept.key;
  const made: Attempt = { key: randomKey(), words };
  memory.set(run, made);
  keep(storage, nameOf(run), made);
  return made.key;
}

/** The attempt is over, paid or lapsed: the same words again are another order. */
export function endAttempt(storage: Keeping | null, run: string): void {
  memory.delete(run);
  keep(storage, nameOf(run), null);
}

/** The attempts of every run. */
export function forgetAttempts(storage: Shelf | null): void {
  memory.clear();
  forgetKept(storage, nameOf(''));
}

/** The tab's own storage: another tab is another attempt. */
export function tabStorage(): Shelf | null {
  try {
    return typeof sessionStorage === 'undefined' ? null : sessionStorage;
  } catch {
    return null;
  }
}

interface Attempt {
  readonly key: string;
  readonly words: string;
}

/** Where the browser refuses to keep anything, at least this page does. */
const memory = new Map<string, Attempt>();

/** Not `randomUUID`, which only secure origins have. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const nameOf = (run: string) => `fraisier.order.${run}`;
