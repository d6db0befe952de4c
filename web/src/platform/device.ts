/** What a page keeps on this device: the part of localStorage that is used, so that a test can bring its own. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** That, and what else is kept there. */
export type Shelf = Keeping & Pick<Storage, 'length' | 'key'>;

/** The browser's storage; null on the server, and where the browser refuses it. */
export function deviceStorage(): Shelf | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}

/** Reads what was kept as JSON; null when there is nothing, or nothing that can be read. */
export function readKept(storage: Keeping | null, key: string): unknown {
  try {
    const kept = storage?.getItem(key);
    return kept ? JSON.parse(kept) : null;
  } catch {
    return null;
  }
}

/** Keeps a value as JSON; null forgets it. False when the device refuses: full, or private. */
export function keep(storage: Keeping | null, key: string, value: unknown): boolean {
  if (!storage) return false;
  try {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets all that is kept under keys that begin so. */
export function forgetKept(storage: Shelf | null, start: string): void {
  for (const key of keptKeys(storage, start)) keep(storage, key, null);
}

/** The keys that begin so; none when the device refuses. */
export function keptKeys(storage: Shelf | null, start: string): string[] {
  try {
    const all = Array.from({ length: storage?.length ?? 0 }, (_, nth) => storage?.key(nth) ?? '');
    return all.filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}
